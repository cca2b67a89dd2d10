/**
 * Terminals that are not as they should be, as the programs of the field see
 * them: -4, what is wrong, and the command that mends it.
 */
import { join } from 'node:path'
import t from 'tap'
import { request } from 'undici'
import { connectionsTo } from '../../src/platform/trust.js'
import { keep } from '../../src/terminal/kept.js'
import { run } from '../cli/run.js'
import { parse, type Seen } from './callers.js'
import { requestText, startField } from './harness.js'

const UNREGISTERED = { terminal: { filing_number: '' } }
const field = await startField(t, UNREGISTERED)
const { folder, sandbox } = field

const nationec = (...argv: string[]) => run(argv, { folder })

/** What an operator of the management centre does. */
async function operate(method: 'POST' | 'PATCH', path: string, body?: object) {
  const { url, fingerprint: pin } = sandbox
  const dispatcher = connectionsTo({ url, pin, caFile: '' })
  const { statusCode } = await request(`${url}/registry/terminals/${path}`, {
    ...{ method, dispatcher },
    ...(body && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
  await dispatcher.destroy()
  if (statusCode !== 200) throw new Error(`HTTP ${statusCode}`)
}

function refused(t: import('tap').Test, seen: Seen, cure: RegExp) {
  t.equal(seen.returned, '-4')
  t.match(parse(seen), { code: -4, message: cure })
}

t.test('not registered: refused before anybody shows a code', async t => {
  const call = field.call()
  refused(t, await call.seen, /尚未配置终端备案号.*nationec terminal register/)
  const steps = call.steps().map(({ step }) => step)
  t.strictSame(steps, ['received', 'delivered'])
})

t.test('a number that the registry does not know', async t => {
  const unknown = { filing_number: '99000000000000000999' }
  await field.startDaemon({ terminal: unknown })
  refused(t, await field.callAndShow(), /未登记.*nationec terminal register/)
})

/** What the technician is given, for the tests after it. */
let filing_number = ''

t.test('registered: it works', async t => {
  await field.startDaemon(UNREGISTERED)
  const { stdout, stderr } = await nationec(
    ...['terminal', 'register', '--json', '--type', 'scan-gun'],
    ...['--name', '收费窗口1', '--purpose', '门诊收费'],
    ...['--terminal-version', '1.0', '--institution', '某某药店'],
    ...['--org-id', 'P99000000001', '--developer', '某某开发有限公司'],
  )
  t.equal(stderr, '')
  filing_number = JSON.parse(stdout).filingNumber
  await field.startDaemon({ terminal: { filing_number } })
  t.match(parse(await field.callAndShow()), { code: 0 })
})

t.test('suspended, and in use again', async t => {
  await operate('POST', `${filing_number}/suspend`, { reason: '检修' })
  const resume = new RegExp(`检修.*nationec registry resume ${filing_number}`)
  refused(t, await field.callAndShow(), resume)
  const { code, stdout } = await nationec('terminal', 'check')
  t.equal(code, 1)
  t.match(stdout, resume)
  await operate('POST', `${filing_number}/resume`)
  t.match(parse(await field.callAndShow()), { code: 0 })
})

t.test('another card than the one on file', async t => {
  const { stdout } = await nationec('terminal', 'show', '--json')
  const { mac } = JSON.parse(stdout).machine
  await operate('PATCH', filing_number, { mac: '00:00:5e:00:53:77' })
  const change = /nationec terminal check.*nationec registry change/
  refused(t, await field.callAndShow(), change)
  await operate('PATCH', filing_number, { mac })
  t.match(parse(await field.callAndShow()), { code: 0 })
})

t.test('of another institution', async t => {
  const inData = requestText({}, 'P99000000002')
  const seen = await field.callAndShow('zhang', { inData })
  refused(t, seen, /nationec registry transfer/)
})

t.test('a card that is not the one of the last time', async t => {
  await field.startDaemon({ terminal: { filing_number, on_change: 'refuse' } })
  t.match(parse(await field.callAndShow()), { code: 0 })
  const before = {
    interface: 'eth9',
    mac: '00:00:5e:00:53:77',
    ip: '192.0.2.1',
  }
  keep('127.0.0.1', before, join(folder, 'terminal.json'))
  const call = field.call()
  refused(t, await call.seen, /eth9 00:00:5e:00:53:77.*check.*--accept/)
  t.equal(call.steps().length, 2, 'before anybody shows a code')
  t.match(await nationec('terminal', 'check'), { code: 1 })
  t.match(await nationec('terminal', 'check', '--accept'), { code: 0 })
  t.match(parse(await field.callAndShow()), { code: 0 })
})

t.test('a program that names another terminal', async t => {
  const inData = requestText({ termId: 'WIN-7' })
  const seen = await field.callAndShow('zhang', { inData })
  t.match(parse(seen), { code: 0 }, 'ours is sent')
  const terminal = { filing_number, on_contradiction: 'refuse' }
  await field.startDaemon({ terminal })
  refused(t, await field.call({ inData }).seen, /termId.*on_contradiction/)
})
