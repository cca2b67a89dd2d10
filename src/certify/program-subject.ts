/**
 * A POS program that is told to call: started for each call, it prints what
 * NationEcTrans returned, if it likes, and then OutData.
 * @module
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atExit } from '../at-exit.js'
import { text } from '../texts/index.js'
import type { Arguments, Subject } from './library-subject.js'
import type { Ended } from './seen.js'

/** What stands for the arguments of a call in a command. */
const FILE = '{inDataFile}'
const TEXT = '{inData}'
const URL = '{url}'

/** More than any reply; a program that goes on printing is cut off. */
const OUTPUT_BYTES_MAX = 1024 * 1024

/** Whether bytes that are not UTF-8 can be given to `command`. */
export function takesBytes(command: string): boolean {
  return command.includes(FILE)
}

/**
 * `command` as something that can be called. It is split at blanks, save in
 * double quotes, and no shell sees it; {url}, {inData} and {inDataFile} stand
 * for the arguments. Throws where neither of the latter is in it.
 */
export function programSubject(
  command: string,
  variables: NodeJS.ProcessEnv,
  deadlineMs: number,
): Subject {
  const words = wordsOf(command)
  if (![FILE, TEXT].some(name => command.includes(name))) {
    throw new Error(text('certify.program.no-in-data'))
  }
  const env = { ...process.env, ...variables }
  const running = new Set<ChildProcess>()
  let calls = 0
  return {
    async call(given) {
      const file = join(tmpdir(), `nationec-certify-${process.pid}-${++calls}`)
      writeFileSync(file, withoutNul(given.inData), { mode: 0o600 })
      const [program = '', ...rest] = words.map(word => fill(word, given, file))
      const child = spawn(program, rest, {
        env,
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      const end = atExit(() => {
        child.kill('SIGKILL')
        rmSync(file, { force: true })
      })
      running.add(child)
      try {
        return await endOf(child, deadlineMs)
      } finally {
        running.delete(child)
        end()
      }
    },
    async close() {
      for (const child of running) child.kill('SIGKILL')
      return undefined
    },
  }
}

/** `a "b c" d` as three words. */
function wordsOf(command: string): string[] {
  const words = command.match(/(?:[^\s"]|"[^"]*")+/g) ?? []
  return words.map(word => word.replaceAll('"', ''))
}

function fill(word: string, given: Arguments, file: string): string {
  return word.replace(/\{(?:url|inData|inDataFile)\}/g, name => {
    if (name === FILE) return file
    const bytes = name === URL ? given.strUrl : given.inData
    return withoutNul(bytes).toString('utf8')
  })
}

function withoutNul(bytes: Uint8Array | null): Buffer {
  const all = Buffer.from(bytes ?? [])
  const end = all.indexOf(0)
  return end < 0 ? all : all.subarray(0, end)
}

async function endOf(child: ChildProcess, deadlineMs: number): Promise<Ended> {
  const printed: Buffer[] = []
  let bytes = 0
  child.stdout?.on('data', (more: Buffer) => {
    bytes += more.length
    if (bytes <= OUTPUT_BYTES_MAX) printed.push(more)
  })
  let hung = false
  const late = setTimeout(() => {
    hung = true
    child.kill('SIGKILL')
  }, deadlineMs)
  try {
    const [, signal] = await once(child, 'close')
    if (hung) return { how: 'hung', seconds: deadlineMs / 1000 }
    if (signal) return { how: 'died', reason: signal }
    return answerIn(Buffer.concat(printed))
  } finally {
    clearTimeout(late)
  }
}

/** The first { begins OutData; a line before it is what was returned. */
function answerIn(output: Buffer): Ended {
  const start = output.indexOf('{')
  const before = output.subarray(0, start < 0 ? output.length : start)
  const line = before
    .toString('latin1')
    .trim()
    .split(/\s*\n\s*/)
    .at(-1)
  const last = output.lastIndexOf('}')
  const outData = start < 0 ? Buffer.alloc(0) : output.subarray(start, last + 1)
  return {
    how: 'answered',
    returned: line || undefined,
    outData,
    ...{ terminated: true, before: 0, beyond: 0 },
  }
}
