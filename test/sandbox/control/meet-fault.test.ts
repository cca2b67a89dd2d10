import { readFileSync } from 'node:fs'
import { request } from 'node:https'
import { join } from 'node:path'
import t from 'tap'
import type { FaultKind } from '../../../src/sandbox/control/fault-contract.js'
import { type Harness, QUERY, queryFor, startHarness } from '../harness.js'

/** What a caller without any help from a library meets. */
interface Met {
  /** Of the connection, such as ECONNRESET. */
  error?: string
  status?: number
  bytes?: Buffer
}

function ask({ sandbox, folder }: Harness, code: string): Promise<Met> {
  const ca = readFileSync(join(folder, 'certificate.pem'))
  return new Promise(resolve => {
    const chunks: Buffer[] = []
    const fail = ({ code }: NodeJS.ErrnoException) =>
      resolve({ error: String(code), bytes: Buffer.concat(chunks) })
    request(sandbox.url + QUERY, {
      ...{ ca, agent: false, method: 'POST' },
      headers: { 'content-type': 'application/json' },
    })
      .on('error', fail)
      .on('response', response =>
        response
          .on('data', chunk => chunks.push(chunk))
          .on('error', fail)
          .on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              bytes: Buffer.concat(chunks),
            }),
          ),
      )
      .end(JSON.stringify(queryFor(code)))
  })
}

async function meet(harness: Harness, fault: FaultKind) {
  await harness.post('/sandbox/faults', { fault, count: 1 })
  const code = await harness.sandbox.issueCode('ji')
  const met = await ask(harness, code)
  const { json } = await harness.query(code)
  return { met, afterwards: json.code }
}

t.test('a connection that ends before anything was done', async t => {
  const harness = await startHarness(t)
  for (const fault of [{ cut: 'before' }, { reset: true }] as const) {
    const { met, afterwards } = await meet(harness, fault)
    t.equal(met.error, 'ECONNRESET', JSON.stringify(fault))
    t.equal(afterwards, 0, 'the code is still good')
  }
})

t.test('a connection that ends when all was done', async t => {
  const { met, afterwards } = await meet(await startHarness(t), {
    cut: 'after',
  })
  t.equal(met.error, 'ECONNRESET')
  t.equal(afterwards, 501001, 'the code is used')
})

t.test('half an answer', async t => {
  const { met, afterwards } = await meet(await startHarness(t), {
    cut: 'middle',
  })
  t.equal(met.error, 'ECONNRESET')
  t.match(String(met.bytes), /^\{"code":0/)
  t.equal(afterwards, 501001)
})

t.test('a gateway that answers', async t => {
  const { met, afterwards } = await meet(await startHarness(t), { http: 503 })
  t.equal(met.status, 503)
  t.match(String(met.bytes), '<h1>503')
  t.equal(afterwards, 0)
})
