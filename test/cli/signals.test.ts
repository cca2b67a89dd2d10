import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { exitOnSignal } from '../../src/cli/signals.js'
import { shortFolder } from '../bridge/socket-caller.js'
import { startMachine } from '../machine.js'
import { exitOf, start } from './run.js'

/** Whole sandboxes are started. */
t.setTimeout(120_000)

const SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const

/** Starts `nationec ...argv` with a folder for temporary files of its own. */
function startIn(t: Test, folder: string, argv: string[]) {
  const temporary = join(folder, 't')
  mkdirSync(temporary)
  const child = start(argv, { folder, variables: { TMPDIR: temporary } })
  t.teardown(() => child.kill('SIGKILL'))
  child.stdout.resume()
  child.stderr.resume()
  return { child, left: () => readdirSync(temporary) }
}

for (const [signal, code] of SIGNALS) {
  for (const command of ['demo', 'certify']) {
    t.test(`${signal} during ${command} leaves nothing`, async t => {
      const { child, left } = startIn(t, shortFolder(t), [command])
      while (left().length === 0) await sleep(2)
      child.kill(signal)
      t.equal(await exitOf(child), code)
      t.strictSame(left(), [])
    })
  }

  t.test(`${signal} ends a program that is tried, too`, async t => {
    const { folder, strUrl } = await startMachine(t)
    const server = createServer().listen(0, '127.0.0.1')
    t.teardown(() => server.close())
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    // It runs for as long as its connection does.
    const script = `require('net').connect(${port},'127.0.0.1')`
    const program = `${process.execPath} -e "${script}" {inDataFile}`
    const link = join(folder, 'gun')
    const { child, left } = startIn(t, folder, [
      ...['certify', '--url', strUrl, '--scanner-link', link],
      ...['--program', program, '--only', 'query.token'],
    ])
    const [socket] = await once(server, 'connection')
    const gone = new Promise(resolve => socket.on('close', resolve))
    socket.on('error', () => {}).resume()
    t.ok(existsSync(link))
    t.equal(left().length, 2, `a folder and a file: ${left()}`)
    child.kill(signal)
    t.equal(await exitOf(child), code)
    t.strictSame(left(), [])
    t.notOk(existsSync(link))
    await gone
  })
}

t.test('signals are left to others again', async t => {
  const count = () => process.listenerCount('SIGTERM')
  const before = count()
  const leave = exitOnSignal()
  t.equal(count(), before + 1)
  leave()
  t.equal(count(), before)
})
