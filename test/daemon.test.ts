import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { askDaemon } from '../src/bridge/client.js'
import type { JournalRow } from '../src/call/rooms.js'
import { type Daemon, startDaemon } from '../src/daemon.js'
import { packagePath } from '../src/paths.js'
import { callAt, callFrame, connectTo } from './bridge/socket-caller.js'
import {
  FILING_NUMBER,
  IN_DATA,
  type Machine,
  silentLog,
  startMachine,
} from './machine.js'

/** Short, so that five of it are no wait. */
const IDLE_MS = 40

/** A daemon that ends with the test. */
async function start(
  t: Test,
  { config, socket }: Machine,
  onStep?: (row: JournalRow) => void,
): Promise<Daemon> {
  const daemon = await startDaemon(config, socket, silentLog, onStep)
  t.teardown(() => {
    daemon.stop()
    return daemon.ended
  })
  return daemon
}

const request = ({ strUrl }: Machine) =>
  callFrame({ url: Buffer.from(strUrl), inData: Buffer.from(IN_DATA) })

/** A daemon with one call that is armed and another that waits. */
async function startWaiting(t: Test, machine: Machine) {
  let arm = () => {}
  const armed = new Promise<void>(resolve => {
    arm = resolve
  })
  const daemon = await start(t, machine, ({ step }) => {
    if (step === 'armed') arm()
  })
  const first = callAt(machine.socket, request(machine))
  await armed
  const second = callAt(machine.socket, request(machine))
  await untilActive(machine.socket, 2)
  return { daemon, calls: Promise.all([first, second]) }
}

t.test('it serves calls where the owner and the group may call', async t => {
  const machine = await startMachine(t)
  await start(t, machine, ({ step }) => {
    if (step === 'armed') machine.showCode()
  })
  t.equal(statSync(machine.socket).mode & 0o777, 0o660)
  const { returned, outData } = await callAt(machine.socket, request(machine))
  t.equal(returned, '0000')
  t.match(outData, { code: 0, data: { userName: '张三' } })
})

t.test('its status', async t => {
  const machine = await startMachine(t)
  const { calls, daemon } = await startWaiting(t, machine)
  t.match(await askDaemon(machine.socket, 'status'), {
    pid: process.pid,
    socket: machine.socket,
    scanner: machine.gun.path,
    filingNumber: FILING_NUMBER,
    startedAt: /^\d{4}-\d\d-\d\dT/,
    answered: 0,
    active: 2,
    waiting: 1,
  })
  daemon.stop()
  await calls
})

for (const [name, stop] of [
  ['by control', ({ socket }: Machine) => askDaemon(socket, 'stop')],
  ['by its own process', (_: Machine, daemon: Daemon) => daemon.stop()],
] as const) {
  t.test(`stopped ${name}, it answers the calls that wait`, async t => {
    const machine = await startMachine(t)
    const { daemon, calls } = await startWaiting(t, machine)
    await stop(machine, daemon)
    for (const { returned, outData } of await calls) {
      t.equal(returned, '-1')
      t.match(outData, { code: -1, message: /正在停止/ })
    }
    await daemon.ended
    t.notOk(existsSync(machine.socket))
    t.equal(await askDaemon(machine.socket, 'status'), undefined)
    daemon.stop()
  })
}

t.test('the socket of a daemon that died is replaced', async t => {
  const machine = await startMachine(t)
  const script = `require('net').createServer().listen('${machine.socket}',
    () => process.kill(process.pid, 'SIGKILL'))`
  await once(spawn(process.execPath, ['-e', script]), 'exit')
  t.ok(existsSync(machine.socket))
  await start(t, machine)
  t.match(await askDaemon(machine.socket, 'status'), { pid: process.pid })
})

t.test('a second daemon is refused, the first goes on', async t => {
  const machine = await startMachine(t)
  await start(t, machine, ({ step }) => {
    if (step === 'armed') machine.showCode()
  })
  const message = /nationec stop/
  await t.rejects(startDaemon(machine.config, machine.socket, silentLog), {
    message,
  })
  const { returned } = await callAt(machine.socket, request(machine))
  t.equal(returned, '0000')
})

t.test('a caller that leaves makes room for the next', async t => {
  const machine = await startMachine(t)
  let armed = 0
  const socket = machine.socket
  await start(t, machine, ({ step }) => {
    if (step === 'armed' && ++armed === 1) first.destroy()
    else if (step === 'armed') machine.showCode()
  })
  const first = await connectTo(socket)
  first.write(request(machine))
  await once(first, 'close')
  t.equal((await callAt(socket, request(machine))).returned, '0000')
  t.equal(armed, 2)
})

t.test('a path that is not its own is refused', async t => {
  const machine = await startMachine(t)
  writeFileSync(machine.socket, 'precious')
  const started = startDaemon(machine.config, machine.socket, silentLog)
  await t.rejects(started, { code: 'EADDRINUSE' })
})

t.test('it ends by itself when nobody calls', async t => {
  const daemon = await start(t, await startMachine(t))
  daemon.stopWhenIdle(IDLE_MS)
  await daemon.ended
  t.pass()
})

t.test('a call that waits is no idleness', async t => {
  const machine = await startMachine(t)
  const { daemon, calls } = await startWaiting(t, machine)
  daemon.stopWhenIdle(IDLE_MS)
  await sleep(5 * IDLE_MS)
  t.match(await askDaemon(machine.socket, 'status'), { active: 2 })
  daemon.stop()
  for (const { returned } of await calls) t.equal(returned, '-1')
})

t.test('a signal stops the process, its calls are answered', async t => {
  const machine = await startMachine(t)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const { process, ready } = await spawnDaemon(t, machine)
    t.equal(ready, `ready ${machine.socket}`)
    const call = callAt(machine.socket, request(machine))
    await untilActive(machine.socket)
    process.kill(signal)
    t.equal((await call).returned, '-1', signal)
    const [code] = await once(process, 'exit')
    t.equal(code, 0, signal)
    t.notOk(existsSync(machine.socket), signal)
  }
})

t.test('where the socket is taken, the process ends with 3', async t => {
  const machine = await startMachine(t)
  const other = createServer().listen(machine.socket)
  await once(other, 'listening')
  t.teardown(() => other.close())
  const { process, ready } = await spawnDaemon(t, machine)
  t.equal(ready, undefined)
  const [code] = process.exitCode === null ? await once(process, 'exit') : [3]
  t.equal(code, 3)
})

/** The daemon of the command line, and its first line. */
async function spawnDaemon(t: Test, { folder, socket, gun }: Machine) {
  const file = join(folder, 'nationec.toml')
  writeFileSync(
    file,
    `[scanner]\npath = "${gun.path}"\n` +
      `[terminal]\nfiling_number = "${FILING_NUMBER}"\n`,
  )
  const child = spawn(
    process.execPath,
    [packagePath('bin/nationec.js'), 'daemon', '--config', file],
    {
      env: { ...process.env, NATIONEC_SOCKET: socket, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  t.teardown(() => child.kill('SIGKILL'))
  for await (const ready of createInterface({ input: child.stdout })) {
    return { process: child, ready }
  }
  return { process: child, ready: undefined }
}

async function untilActive(socket: string, calls = 1): Promise<void> {
  for (;;) {
    const status = await askDaemon(socket, 'status')
    if ((status as { active: number }).active >= calls) return
  }
}
