import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import t, { type Test } from 'tap'
import { Agent } from 'undici'
import { connectionsTo } from '../src/platform/trust.js'
import { clockState, SPACE_HEADER } from '../src/sandbox/control/contract.js'
import { direct, exchange, SandboxRefusal } from '../src/sandbox-client.js'
import { systemLocale, text } from '../src/texts/index.js'
import { QUERY, queryFor, startHarness } from './sandbox/harness.js'

async function start(t: Test) {
  const { sandbox } = await startHarness(t)
  const { url, fingerprint: pin } = sandbox
  const dispatcher = connectionsTo({ url, pin, caFile: '' })
  t.teardown(() => dispatcher.destroy())
  return { url, dispatcher }
}

const freeze = {
  method: 'POST',
  path: '/sandbox/clock',
  body: { freeze: true },
} as const

t.test('an answer is as it should be, and of the space', async t => {
  const line = await start(t)
  const there = { ...line, space: 'there' }
  t.match(await direct(there, freeze, clockState), { frozen: true })
  const asked = { path: '/sandbox/clock' }
  t.match(await direct(there, asked, clockState), { frozen: true })
  t.match(await direct(line, asked, clockState), { frozen: false })
})

t.test("a refusal is the sandbox's sentence, in our language", async t => {
  const line = await start(t)
  const refusal = new SandboxRefusal(text('control.no-request'))
  const asked = { path: '/sandbox/requests/7' }
  await t.rejects(direct(line, asked, clockState), refusal)
  const nothing = { path: '/sandbox/nothing' }
  const route = systemLocale() === 'en' ? text('sandbox.route') : /：/
  await t.rejects(direct(line, nothing, clockState), { message: route })
})

t.test('a refusal of the credential centre has its number', async t => {
  const line = await start(t)
  const body = { person: 'zhao' }
  const asked = { method: 'POST', path: '/sandbox/codes', body } as const
  await t.rejects(direct(line, asked, clockState), { message: /^500054 / })
})

t.test('what is answered otherwise is an error', async t => {
  const line = await start(t)
  const health = { path: '/sandbox/health' }
  await t.rejects(direct(line, health, clockState), { name: 'ZodError' })
})

t.test("a platform's refusal is its answer", async t => {
  const line = await start(t)
  const asked = { method: 'POST', path: QUERY, body: queryFor('1') } as const
  t.match(await exchange(line, asked), { code: 500159, success: false })
})

t.test('what never answers is not waited for', async t => {
  const seen: unknown[] = []
  const silent = createServer(({ headers }) => seen.push(headers[SPACE_HEADER]))
  await new Promise<void>(done => silent.listen(0, '127.0.0.1', done))
  const { port } = silent.address() as AddressInfo
  const dispatcher = new Agent()
  t.teardown(async () => {
    await dispatcher.destroy()
    silent.closeAllConnections()
    silent.close()
  })
  const line = { url: `http://127.0.0.1:${port}`, dispatcher, space: 'a' }
  const asked = { path: '/sandbox/clock', answerMs: 50 }
  await t.rejects(exchange(line, asked), { name: 'TimeoutError' })
  t.strictSame(seen, ['a'])
})
