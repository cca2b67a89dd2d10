/**
 * Runs in a network namespace and says which terminal it is there.
 * @module
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Failure } from '../../src/failure.js'
import { readCards } from '../../src/terminal/cards.js'
import { createTerminal } from '../../src/terminal/identity.js'
import { thisMachine } from '../../src/terminal/look.js'
import type { Question, Reply } from './network.js'

// What is mounted shows the network of those who started us.
execFileSync('mount', ['-t', 'sysfs', 'sysfs', '/sys'])
ip('link set lo up')
for await (const line of createInterface({ input: process.stdin })) {
  const reply = await answer(JSON.parse(line)).catch(
    (error: Error): Reply => ({
      failure: error instanceof Failure ? error.symbol : String(error),
    }),
  )
  process.stdout.write(`${JSON.stringify(reply)}\n`)
}

async function answer(question: Question): Promise<Reply> {
  const { commands, kernel = {}, url, settings } = question
  for (const [file, value] of Object.entries(kernel)) {
    writeFileSync(`/proc/sys/net/${file}`, value)
  }
  for (const command of commands) ip(command)
  if (url === undefined) return 'done'
  const notices: string[] = []
  const terminal = createTerminal(
    {
      filingNumber: '99000000000000000001',
      interface: '',
      onChange: 'refuse',
      onContradiction: 'warn',
      ...settings,
    },
    {
      // What was changed a moment ago is to be seen.
      eyes: { ...thisMachine, cards: readCards },
      onNotice: ({ symbol }) => void notices.push(symbol),
    },
  )
  const hop = new URL(url)
  const identity = await terminal.identify({ host: hop.hostname, hop }, {})
  return { identity, notices }
}

function ip(command: string): void {
  execFileSync('ip', command.split(' '))
}
