/**
 * The daemon as a service of Windows: it starts, says how it is, ends when it
 * is asked to, and tells what hinders it.
 */
import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { decodeText } from '../../src/charset.js'
import {
  configure,
  daemonLog,
  daemonStatus,
  dataPath,
  type Machine,
  serviceState,
  startClient,
  startMachine,
} from './machine.js'
import { seenBy, startSurroundings } from './terminal.js'
import { bundle, lacking, until } from './wine.js'

/** Wine itself is made anew, and each start of Node under it takes seconds. */
t.setTimeout(600_000)

/** Of the system. */
const FILE_NOT_FOUND = 2
const SERVICE_SPECIFIC = 1066

/** How long native/service/service.c gives the daemon. */
const STOP_MS = 10_000

const skip = lacking()
const service = bundle('x64', 'nationec-service.exe')
const library = bundle('x64', 'x86', 'NationECCode.dll')

async function tell(machine: Machine, command: string, program = service) {
  const { code } = await machine.run(program, [command])
  return code
}

/** Has closed its journal, as a daemon that was killed has not. */
function isClosed(machine: Machine): boolean {
  const wal = dataPath(machine, 'journal.db-wal')
  return !existsSync(wal) || statSync(wal).size === 0
}

t.test('the service', { skip }, async t => {
  const machine = await startMachine(t)
  const surroundings = await startSurroundings(t, machine.folder, 'COM15')
  const { strUrl } = surroundings

  t.test('is registered, and nothing runs yet', async t => {
    t.equal(await tell(machine, 'install'), 0)
    t.match(await serviceState(machine), { state: 'STOPPED' })
    t.equal(await daemonStatus(machine), undefined)
  })

  t.test('runs when it has started, by its own configuration', async t => {
    configure(machine, { ...surroundings.tables, log: { level: 'info' } })
    t.equal(await tell(machine, 'start'), 0)
    t.match(await serviceState(machine), { state: 'RUNNING', exitCode: 0 })
    t.match(await daemonStatus(machine), {
      scanner: 'COM15',
      filingNumber: '99000000000000000001',
    })
  })

  t.test('answers a call of the library', async t => {
    const running = await startClient(machine, library, strUrl)
    const seen = seenBy(await surroundings.show('zhang', running.ended))
    t.equal(seen.returned, '0000')
    const outData = JSON.parse(decodeText(seen.outData, 'gb18030') ?? '')
    t.match(outData, { code: 0, data: { userName: '张三' } })
  })

  t.test('stops gracefully while a call waits', async t => {
    const running = await startClient(machine, library, strUrl)
    await until(async () => (await daemonStatus(machine))?.active === 1, 'call')
    t.notOk(isClosed(machine), 'the journal is open until then')
    t.equal(await tell(machine, 'stop'), 0)
    t.match(await serviceState(machine), { state: 'STOPPED', exitCode: 0 })
    t.match(daemonLog(machine), /"msg":"ended"/)
    t.ok(isClosed(machine), 'the journal is closed')
    const seen = seenBy(await running.ended)
    t.equal(seen.returned, '-1', 'the call was answered')
  })

  t.test('starts with the machine', async t => {
    machine.cutPower()
    await until(() => daemonStatus(machine), 'the daemon')
    t.match(await serviceState(machine), { state: 'RUNNING' })
  })

  t.test('says that the daemon ended by itself', async t => {
    machine.kill('node.exe')
    const state = await until(async () => {
      const state = await serviceState(machine)
      return state?.state === 'STOPPED' && state
    }, 'the end')
    t.match(state, { exitCode: SERVICE_SPECIFIC })
  })

  t.test('takes the daemon with it when it is killed', async t => {
    t.equal(await tell(machine, 'start'), 0)
    machine.kill('nationec-service.exe')
    const gone = async () => !(await daemonStatus(machine))
    t.ok(await until(gone, 'the end of the daemon'))
  })

  t.test('takes the place of a daemon that a program started', async t => {
    machine.cutPower()
    t.equal(await tell(machine, 'stop'), 0)
    const script = bundle('x64', 'bin/nationec.js')
    const parameters = [`Z:${script}`, 'daemon', '--idle', '600']
    const other = machine.start(bundle('x64', 'node.exe'), parameters)
    const before = await until(() => daemonStatus(machine), 'the other daemon')
    t.equal(await tell(machine, 'start'), 0)
    t.equal((await other.ended).code, 0)
    const after = await daemonStatus(machine)
    t.ok(after?.pid)
    t.not(after?.pid, before.pid)
  })

  t.test('ends a daemon that hangs', async t => {
    machine.kill('node.exe', 'SIGSTOP')
    const stopping = tell(machine, 'stop')
    const state = async () => (await serviceState(machine))?.state
    await until(async () => (await state()) === 'STOP_PENDING', 'the stop')
    const waited = await Promise.race([stopping, sleep(STOP_MS / 2)])
    t.equal(waited, undefined, 'it is given its time')
    t.equal(await stopping, 0)
    t.match(await serviceState(machine), { state: 'STOPPED', exitCode: 0 })
    machine.kill('node.exe', 'SIGCONT')
  })

  t.test('is told of a configuration that the daemon refuses', async t => {
    t.equal(await tell(machine, 'stop'), 0)
    configure(machine, { scanner: { pth: 'COM15' } })
    await tell(machine, 'start')
    t.match(await serviceState(machine), {
      exitCode: SERVICE_SPECIFIC,
      daemonsExitCode: 2,
    })
    t.match(daemonLog(machine), /scanner\.pth/)
    configure(machine, surroundings.tables)
  })

  t.test('names a file that is missing', async t => {
    machine.cutPower()
    const folder = join(machine.folder, 'broken')
    const broken = join(folder, 'nationec-service.exe')
    mkdirSync(join(folder, 'bin'), { recursive: true })
    copyFileSync(service, broken)
    copyFileSync(
      bundle('x64', 'bin/nationec.js'),
      join(folder, 'bin/nationec.js'),
    )
    t.equal(await tell(machine, 'stop', broken), 0)
    t.equal(await tell(machine, 'install', broken), 0, 'over the other')
    machine.cutPower()
    const { code, stderr } = await machine.run(broken, ['start'])
    t.equal(code, FILE_NOT_FOUND)
    t.match(stderr, /eventlog.*broken.*node\.exe/)
    t.match(await serviceState(machine), { exitCode: FILE_NOT_FOUND })
  })

  t.test('is gone when it is removed, and its data stay', async t => {
    t.equal(await tell(machine, 'remove'), 0)
    t.equal(await serviceState(machine), undefined)
    t.ok(existsSync(dataPath(machine, 'journal.db')))
    t.equal(await tell(machine, 'remove'), 0, 'also when it is not there')
  })
})
