/**
 * The faults of the sandbox, as a program hears of them from the library.
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { Agent, request } from 'undici'
import {
  type Fault,
  type FaultKind,
  fault,
} from '../../src/sandbox/control/fault-contract.js'
import { parse } from './callers.js'
import { QUERY, type Settings, startField } from './harness.js'

/** Long enough for a call on a busy machine, short enough to wait for. */
const DEADLINE_SECONDS = 5
/** Many calls are made here. */
const ALL_MS = 180_000

t.setTimeout(ALL_MS)
const call = { deadline: DEADLINE_SECONDS }
const field = await startField(t, { call })
const folder = join(field.folder, 'sandbox')
const ca = readFileSync(join(folder, 'certificate.pem'))
const dispatcher = new Agent({ connect: { ca } })
t.teardown(() => dispatcher.destroy())

async function direct(method: 'POST' | 'DELETE', order?: object) {
  const { body } = await request(`${field.sandbox.url}/sandbox/faults`, {
    ...{ method, dispatcher },
    ...(order && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(order),
    }),
  })
  return body.json()
}

async function set(kind: FaultKind): Promise<Fault> {
  return fault.parse(await direct('POST', { fault: kind, count: 1 }))
}

/** What the caller reads under `kind`, and that the next call works. */
async function check(t: Test, kind: FaultKind, code: number, message: RegExp) {
  await set(kind)
  const seen = await field.callAndShow('wang')
  const answer = parse(seen)
  t.equal(seen.returned, String(code))
  t.equal(answer.code, code)
  t.match(answer.message, message)
  t.strictSame(answer.data, {})
  const next = await field.callAndShow('wang')
  t.equal(next.returned, '0000', 'the next call works')
}

const heard: [FaultKind, number, RegExp][] = [
  [{ code: -6 }, -6, /触发限流/],
  [{ code: 500033 }, 500033, /请求国家电子凭证出错/],
  [{ http: 503 }, -1, /HTTP 503/],
  [{ cut: 'before' }, -1, /应答中断/],
  [{ cut: 'middle' }, -1, /应答中断/],
  [{ cut: 'after' }, -1, /应答中断/],
  [{ reset: true }, -1, /应答中断/],
  [{ garble: true }, -1, /不是有效的 JSON/],
  [{ truncate: true }, -1, /不是有效的 JSON/],
  [{ empty: true }, -1, /不是有效的 JSON/],
  [{ hang: true }, -3, /未在限定时间内应答/],
  [{ latencyMs: 60_000 }, -3, /未在限定时间内应答/],
]

for (const [kind, code, message] of heard)
  t.test(JSON.stringify(kind), t => check(t, kind, code, message))

t.test('GBK is read all the same, as a terminal of the field must', async t => {
  await set({ gbk: true })
  const seen = await field.callAndShow('wang')
  t.equal(seen.returned, '0000')
  t.equal(parse(seen).data.userName, '王秀英')
})

t.test('a latency within the deadline is only slow', async t => {
  await set({ latencyMs: 300 })
  t.equal((await field.callAndShow('wang')).returned, '0000')
})

t.test('what a signed terminal does not believe', async t => {
  const { party, files } = field.sandbox.keys
  const platform = {
    url: `${field.sandbox.url}/`,
    pin: field.sandbox.fingerprint,
    envelope: 'encrypted',
    app_id: party.appId,
    ...files,
  }
  await field.startDaemon({ call, platforms: [platform] } as Settings)
  await check(t, { 'wrong-signature': true }, -4, /验签不通过/)
  await check(t, { stale: true }, -4, /时间与本机相差过大/)
  await check(t, { code: -6 }, -6, /触发限流/)
})

t.test('certificates and TLS that are not right', async t => {
  const doors = []
  for (const tls of ['expired', 'foreign', 'old', 'none'] as const) {
    const { door } = await set({ tls })
    if (!door) throw new Error('there is no door')
    const { url, certificate } = door
    const caFile = join(field.folder, `${tls}.pem`)
    writeFileSync(caFile, certificate ?? '')
    const strUrl = url.replace(/^http:/, 'https:')
    const trusted = certificate && { ca_file: caFile }
    doors.push({ tls, strUrl, platform: { url: `${strUrl}/`, ...trusted } })
  }
  const platforms = doors.map(({ platform }) => platform)
  await field.startDaemon({ call, platforms } as Settings)
  const untrusted = /证书不受信任/
  const noTls = /不支持 TLS 1.2/
  const messages = {
    ...{ expired: untrusted, foreign: untrusted, old: noTls, none: noTls },
  }
  for (const { tls, strUrl } of doors) {
    const seen = await field.callAndShow('wang', { strUrl: strUrl + QUERY })
    t.equal(seen.returned, '-1', tls)
    t.match(parse(seen).message, messages[tls])
  }
  await direct('DELETE')
})
