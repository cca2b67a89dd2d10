import { writeFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { addon } from '../src/addon.js'
import type { Reply } from '../src/bridge/reply.js'
import type { JournalRow } from '../src/call/rooms.js'
import { journalKeyPath, journalPath } from '../src/config/resolve.js'
import { type Config, configSchema } from '../src/config/schema.js'
import { type Core, createCore, serveThisProcess } from '../src/core.js'
import { readJournal } from '../src/journal/reader.js'
import { holdPort } from '../src/scanner/port.js'
import { callLibrary } from './bridge/native-callers.js'
import { IN_DATA, type Machine, silentLog, startMachine } from './machine.js'
import { startFake } from './platform/fake-platform.js'

const nobodyLeaves = new AbortController().signal

function call(core: Core, strUrl: string, left = nobodyLeaves) {
  const request = {
    url: Buffer.from(strUrl),
    inData: Buffer.from(IN_DATA),
    charset: 'utf-8' as const,
    deadlineMs: core.deadlineMs,
  }
  return core.trans(request, { door: 'test' }, left)
}

const jsonOf = ({ outData }: Reply) => JSON.parse(outData.toString())

/** A core whose gun shows a code when it is armed, and what it did. */
function start(t: Test, machine: Machine, change: Partial<Config> = {}) {
  const steps: string[] = []
  const onStep = ({ step }: JournalRow) => {
    steps.push(step)
    if (step === 'armed') machine.showCode()
  }
  const core = createCore({ ...machine.config, ...change }, silentLog, onStep)
  t.teardown(() => core.close())
  return { core, steps }
}

/** A core whose gun stays silent, at a call that is armed. */
async function startArmed(t: Test, machine: Machine) {
  let core: Core | undefined
  let reply: Promise<Reply> | undefined
  const left = new AbortController()
  await new Promise<void>(resolve => {
    const onStep = ({ step }: JournalRow) => step === 'armed' && resolve()
    core = createCore(machine.config, silentLog, onStep)
    reply = call(core, machine.strUrl, left.signal)
  })
  const started = { core: core as Core, reply: reply as Promise<Reply>, left }
  t.teardown(() => started.core.close())
  return started
}

t.test('a call goes all the way, and the journal has it', async t => {
  const machine = await startMachine(t)
  const { core, steps } = start(t, machine)
  t.strictSame(core.counts(), { answered: 0, active: 0, waiting: 0 })
  const reply = call(core, `${machine.strUrl}?secret`)
  t.strictSame(core.counts(), { answered: 0, active: 1, waiting: 0 })
  t.match(jsonOf(await reply), { code: 0, data: { userName: '张三' } })
  t.strictSame(core.counts(), { answered: 1, active: 0, waiting: 0 })
  const path = journalPath(machine.config)
  const journal = readJournal({ path, keyPath: journalKeyPath() })
  const rows = journal.show(journal.latestId() ?? '', { unseal: true })
  journal.close()
  t.strictSame(
    rows.map(({ step }) => step),
    steps,
  )
  t.notMatch(
    JSON.stringify(rows.map(({ facts }) => facts)),
    /secret|张三|\d{18}/,
  )
  t.match(rows.at(-1)?.personal, { answer: { data: { userName: '张三' } } })
})

t.test('a code of another kind is refused, and nobody is asked', async t => {
  const machine = await startMachine(t)
  const asked: unknown[] = []
  const fake = await startFake(t, (request, response) => {
    asked.push(request.url)
    response.end(JSON.stringify({ code: 0, message: '成功', data: {} }))
  })
  const { url, pin } = fake
  const { platforms } = configSchema.parse({ platforms: [{ url, pin }] })
  const scan = async (refuse_other_codes: boolean) => {
    const scanner = { ...machine.config.scanner, refuse_other_codes }
    const onStep = ({ step }: JournalRow) => {
      if (step === 'armed') machine.gun.scan('81348760218900212345')
    }
    const config = { ...machine.config, platforms, scanner }
    const core = createCore(config, silentLog, onStep)
    const reply = await call(core, `${url}query`)
    await core.close()
    return jsonOf(reply)
  }
  const { code, message } = await scan(true)
  t.equal(code, 500159)
  t.match(message, '药品追溯码')
  t.strictSame(asked, [])
  const path = journalPath(machine.config)
  const journal = readJournal({ path, keyPath: journalKeyPath() })
  const rows = journal.show(journal.latestId() ?? '', { unseal: true })
  journal.close()
  t.match(rows.at(-2), {
    step: 'scanned',
    facts: { kind: 'drug-trace' },
    personal: { ecQrCode: '81348760218900212345' },
  })
  t.match(rows.at(-1), {
    facts: { code: 500159, failure: 'drug-trace-scanned' },
  })
  await scan(false)
  t.equal(asked.length, 1, 'unless the configuration says so')
})

t.test('what is no text is sealed in the journal', async t => {
  const machine = await startMachine(t)
  const onStep = ({ step }: JournalRow) => {
    if (step === 'armed') machine.gun.scan(Buffer.from([0x34, 0xff, 0xff]))
  }
  const core = createCore(machine.config, silentLog, onStep)
  t.equal((await call(core, machine.strUrl)).code, -2)
  await core.close()
  const path = journalPath(machine.config)
  const journal = readJournal({ path, keyPath: journalKeyPath() })
  const last = journal.show(journal.latestId() ?? '', { unseal: true }).at(-1)
  journal.close()
  t.match(last, {
    facts: { failure: 'code-garbled' },
    personal: { scanned: '34ffff' },
  })
  t.notMatch(JSON.stringify(last?.facts), '34ffff')
})

t.test('calls at once take turns and get a person each', async t => {
  const machine = await startMachine(t)
  const { core } = start(t, machine)
  const calls = [1, 2, 3].map(() => call(core, machine.strUrl))
  t.equal(core.counts().active, 3)
  for (const reply of await Promise.all(calls)) t.equal(reply.code, 0)
})

t.test('the sandbox is allowed while it runs', async t => {
  const machine = await startMachine(t)
  const { core } = start(t, machine)
  t.equal((await call(core, machine.strUrl)).code, 0)
  await machine.closeSandbox()
  t.equal((await call(core, machine.strUrl)).code, -5)
})

t.test('a platform of the configuration is asked', async t => {
  const machine = await startMachine(t)
  const fake = await startFake(t, (_, response) => {
    response.end(JSON.stringify({ code: 501001, message: '二维码失效' }))
  })
  const { url, pin } = fake
  const { platforms } = configSchema.parse({ platforms: [{ url, pin }] })
  const { core } = start(t, machine, { platforms })
  t.match(jsonOf(await call(core, `${url}query`)), {
    code: 501001,
    message: '二维码失效',
  })
  t.match(JSON.parse(fake.bodies[0] ?? ''), {
    transType: 'ec.query',
    data: { termId: machine.config.terminal.filing_number, termIp: /./ },
  })
})

t.test('what the configuration lacks is said at once', async t => {
  const machine = await startMachine(t)
  const defaults = configSchema.parse({})
  const { scanner, terminal } = defaults
  const unregistered = start(t, machine, { terminal }).core
  t.equal((await call(unregistered, machine.strUrl)).code, -4)
  const without = { ...scanner, path: '' }
  const blind = start(t, machine, { scanner: without }).core
  const { code, message } = jsonOf(await call(blind, machine.strUrl))
  t.equal(code, -1)
  t.match(message, '未找到扫码设备')
})

t.test('its reply is as configured', async t => {
  const machine = await startMachine(t)
  const { reply } = configSchema.parse({
    reply: { language: 'en', data: 'string', returns: 'outdata' },
  })
  const { core } = start(t, machine, { reply })
  const { returned, outData } = await call(core, machine.strUrl)
  t.strictSame(returned, outData)
  t.equal(typeof JSON.parse(outData.toString()).data, 'string')
  const refused = await call(core, 'nowhere')
  t.match(jsonOf(refused).message, 'strUrl is not a valid')
})

t.test('a caller who leaves frees the scanner', async t => {
  const machine = await startMachine(t)
  const { core, reply, left } = await startArmed(t, machine)
  left.abort('caller-left')
  t.equal((await reply).code, -2)
  await core.close()
  const settings = { path: machine.gun.path, baudRate: 9600 }
  const port = await holdPort(
    settings,
    () => {},
    () => {},
  )
  await port.release()
})

t.test('closing answers the calls that wait', async t => {
  const machine = await startMachine(t)
  const { core, reply } = await startArmed(t, machine)
  const waiting = call(core, machine.strUrl)
  // Which terminal it is takes a moment.
  while (core.counts().waiting === 0) await setImmediate()
  await core.close()
  for (const { returned } of await Promise.all([reply, waiting])) {
    t.equal(returned.toString(), '-1')
  }
  t.strictSame(core.counts(), { answered: 2, active: 0, waiting: 0 })
})

t.test('a call after closing is refused', async t => {
  const machine = await startMachine(t)
  const { core, steps } = start(t, machine)
  await core.close()
  t.equal((await call(core, machine.strUrl)).code, -1)
  t.strictSame(steps, ['delivered'])
})

t.test('the library, loaded into this process, needs no socket', async t => {
  const machine = await startMachine(t)
  const { core, steps } = start(t, machine)
  serveThisProcess(core)
  t.teardown(() => addon.stopLocalCalls())
  const { returned, outData } = await callLibrary(IN_DATA)
  t.equal(returned, '-5', 'the address of native-callers.ts is not allowed')
  t.equal(outData.code, -5)
  t.strictSame(steps, ['received', 'delivered'])
})

t.test('a journal key that cannot be read stops it', async t => {
  const machine = await startMachine(t)
  writeFileSync(journalKeyPath(), 'no key', { mode: 0o600 })
  t.throws(() => createCore(machine.config, silentLog))
})
