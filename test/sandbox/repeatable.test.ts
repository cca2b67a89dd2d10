import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from 'node:tls'
import t, { type Test } from 'tap'
import type { JsonObject } from '../../src/envelope/json.js'
import { sealEnvelope } from '../../src/envelope/seal.js'
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.js'
import { application } from '../registry/terminals.js'
import { QUERY, queryFor, startHarness, TOKEN_CHECK } from './harness.js'
import { terminalOf } from './terminal.js'

const NOON = Date.parse('2026-03-01T12:00:00+08:00')

/** Everything that goes over the wire, one exchange a connection. */
class Transcript {
  readonly exchanges: { sent: string; received: string }[] = []
  readonly #ca: Buffer
  readonly #port: number

  constructor({ url }: Sandbox, folder: string) {
    this.#ca = readFileSync(join(folder, 'certificate.pem'))
    this.#port = Number(new URL(url).port)
  }

  /** Sends `body` as a terminal does, and resolves to the answer's JSON. */
  async post(path: string, body: object): Promise<JsonObject> {
    const json = JSON.stringify(body)
    const head = [
      `POST ${path} HTTP/1.1`,
      'Host: localhost',
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(json)}`,
      'Connection: close',
    ]
    const sent = `${head.join('\r\n')}\r\n\r\n${json}`
    const received = await this.#exchange(sent)
    this.exchanges.push({ sent, received })
    const [, answer = ''] = received.split('\r\n\r\n')
    return JSON.parse(answer || 'null')
  }

  #exchange(sent: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = []
      const options = { port: this.#port, host: '127.0.0.1', ca: this.#ca }
      const socket = connect(options)
      socket.on('data', (chunk: Buffer) => chunks.push(chunk))
      socket.on('end', () => resolve(Buffer.concat(chunks).toString('latin1')))
      socket.on('error', reject)
      socket.write(sent)
    })
  }
}

/** A day at a terminal, in a sandbox of its own. */
async function live(t: Test, seed: number | undefined) {
  const folder = t.testdir()
  const clock = () => NOON
  const options = seed === undefined ? {} : { seed }
  const sandbox = await startSandbox({ port: 0, folder, clock, ...options })
  const transcript = new Transcript(sandbox, folder)
  const terminal = { ...terminalOf(sandbox.keys), repeatable: true }
  const style = { dialect: 'A', sign: 'SM2', version: '1.0.0' } as const
  for (const form of ['signed', 'encrypted'] as const) {
    const message = queryFor(await sandbox.issueCode('wang'))
    const sealed = sealEnvelope(message, { ...style, form }, terminal, NOON)
    await transcript.post(QUERY, sealed)
    await transcript.post(QUERY, sealed)
  }
  const shown = await transcript.post('/sandbox/codes', { person: 'ji' })
  const answer = await transcript.post(QUERY, queryFor(String(shown.code)))
  const { ecToken, idNo, idType, userName } = answer.data as JsonObject
  const claim = { ecToken, idNo, idType, userName }
  await transcript.post(TOKEN_CHECK, claim)
  await transcript.post('/nowhere', {})
  const fault = { probability: 0.5, fault: { garble: true } }
  await transcript.post('/sandbox/faults', fault)
  for (let count = 0; count < 8; count++)
    await transcript.post(QUERY, { ...queryFor('1') }).catch(() => {})
  await sandbox.close()
  return transcript.exchanges
}

/** Who directs a sandbox looks at it now, not then. */
function ofTerminals(exchanges: Transcript['exchanges']) {
  return exchanges.filter(({ sent }) => !sent.startsWith('POST /sandbox/'))
}

t.test('two runs with one seed and one clock are the same', async t => {
  const first = ofTerminals(await live(t, 7))
  const second = ofTerminals(await live(t, 7))
  t.equal(first.length, 15)
  t.strictSame(second, first)
  t.match(first[2]?.received, /"encData":/, 'signed and encrypted as well')
})

t.test('one seed gives terminals the same numbers and receipts', async t => {
  const folder = t.testdir()
  const register = async (seed: number) => {
    const options = { clock: () => NOON, seed }
    const harness = await startHarness(t, folder, options)
    const answers = []
    for (const count of [1, 2]) {
      const headers = { 'idempotency-key': `key-0000000${count}` }
      const body = application(count)
      const path = '/registry/terminals'
      const type = 'application/json'
      answers.push((await harness.post(path, body, type, headers)).json)
    }
    answers.push((await harness.get('/registry/history')).json)
    await harness.sandbox.close()
    return answers
  }
  const first = await register(7)
  t.match(first[1], { filingNumber: '99000000000000000003' })
  t.strictSame(await register(7), first, 'in the same folder')
  const other = await register(8)
  t.notSame(other[1], first[1])
})

t.test('another seed is another run', async t => {
  const [first, other] = [await live(t, 7), await live(t, 8)]
  t.not(other[0]?.sent, first[0]?.sent)
})

t.test('a seed that nobody chose is told, and there is one', async t => {
  const sandbox = await startSandbox({ port: 0, folder: t.testdir() })
  t.teardown(() => sandbox.close())
  t.ok(Number.isSafeInteger(sandbox.seed))
})
