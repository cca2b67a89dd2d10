import { once } from 'node:events'
import { get as getPlain } from 'node:http'
import { get, type RequestOptions } from 'node:https'
import t from 'tap'
import type {
  Fault,
  TlsFault,
} from '../../../src/sandbox/control/fault-contract.js'
import { type Harness, QUERY, startHarness } from '../harness.js'

async function open({ post }: Harness, tls: TlsFault) {
  const { json } = await post<Fault>('/sandbox/faults', { fault: { tls } })
  if (!json.door) throw new Error('there is no door')
  return { id: json.id, ...json.door }
}

/** The status of an answer, else why there is none. */
async function knock(url: string, options: RequestOptions = {}) {
  const ask = url.startsWith('https') ? get : getPlain
  const request = ask(url + QUERY, { ...options, agent: false })
  try {
    const [response] = await once(request, 'response')
    response.resume()
    return response.statusCode
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return `${code} ${message}`
  }
}

t.test('a certificate that is too old', async t => {
  const { url, certificate: ca } = await open(await startHarness(t), 'expired')
  t.match(await knock(url, { ca }), 'CERT_HAS_EXPIRED')
})

t.test("another machine's certificate", async t => {
  const { url, certificate: ca } = await open(await startHarness(t), 'foreign')
  t.match(await knock(url, { ca }), 'ERR_TLS_CERT_ALTNAME_INVALID')
  const unknown = await knock(url)
  t.match(unknown, 'DEPTH_ZERO_SELF_SIGNED_CERT')
})

t.test('TLS that is too old', async t => {
  const { url, certificate: ca } = await open(await startHarness(t), 'old')
  t.match(await knock(url, { ca }), /unsupported protocol|protocol version/i)
  const ciphers = 'DEFAULT@SECLEVEL=0'
  const minVersion = 'TLSv1'
  t.equal(await knock(url, { ca, ciphers, minVersion }), 404, 'it answers')
})

t.test('no TLS', async t => {
  const { url } = await open(await startHarness(t), 'none')
  t.match(url, /^http:/)
  t.equal(await knock(url), 404, 'it answers')
  t.match(
    await knock(url.replace('http', 'https')),
    /wrong version|packet length/i,
  )
})

t.test('a door is shut with its fault, and with the sandbox', async t => {
  const harness = await startHarness(t)
  const first = await open(harness, 'none')
  await harness.send(`/sandbox/faults/${first.id}`, { method: 'DELETE' })
  t.match(await knock(first.url), 'ECONNREFUSED')
  const second = await open(harness, 'none')
  await harness.send('/sandbox/faults', { method: 'DELETE' })
  t.match(await knock(second.url), 'ECONNREFUSED')
  const third = await open(harness, 'expired')
  await harness.sandbox.close()
  t.match(await knock(third.url), 'ECONNREFUSED')
})

t.test('a door strikes nobody at the usual address', async t => {
  const harness = await startHarness(t)
  await open(harness, 'none')
  const { json } = await harness.query(await harness.sandbox.issueCode('zhang'))
  t.equal(json.code, 0)
})
