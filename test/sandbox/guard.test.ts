import t, { type Test } from 'tap'
import { Agent, request } from 'undici'
import { QUERY, queryFor, startHarness } from './harness.js'

type Headers = Record<string, string>

/** Asks a sandbox with headers as a browser would send them. */
async function startAsking(t: Test) {
  const { sandbox } = await startHarness(t)
  const dispatcher = new Agent({ connect: { rejectUnauthorized: false } })
  t.teardown(() => dispatcher.destroy())
  const ask = async (
    method: 'GET' | 'POST',
    path: string,
    headers: Headers,
  ) => {
    const body = JSON.stringify(path === QUERY ? queryFor('1') : {})
    const json = { 'content-type': 'application/json' }
    const asked = await request(sandbox.url + path, {
      method,
      dispatcher,
      headers: method === 'POST' ? { ...json, ...headers } : headers,
      ...(method === 'POST' ? { body } : {}),
    })
    return { status: asked.statusCode, text: await asked.body.text() }
  }
  return { ask, own: sandbox.url, port: new URL(sandbox.url).port }
}

t.test('the console and programs may direct the sandbox', async t => {
  const { ask, own, port } = await startAsking(t)
  for (const headers of [
    {},
    { origin: own },
    { origin: own, 'sec-fetch-site': 'same-origin' },
    { host: `localhost:${port}`, origin: `https://localhost:${port}` },
    { host: `[::1]:${port}` },
  ])
    t.equal((await ask('POST', '/sandbox/codes', headers)).status, 200)
})

t.test('a page of another origin may not', async t => {
  const { ask, port } = await startAsking(t)
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: `http://127.0.0.1:${port}` },
    { origin: 'https://127.0.0.1:1' },
    { origin: `https://localhost:${port}` },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]) {
    const { status, text } = await ask('POST', '/sandbox/codes', headers)
    t.equal(status, 403, JSON.stringify(headers))
    t.match(JSON.parse(text), { code: -4, success: false })
  }
})

t.test(
  'a page elsewhere may not read, but may link to the console',
  async t => {
    const { ask } = await startAsking(t)
    const cross = { 'sec-fetch-site': 'cross-site' }
    t.equal((await ask('GET', '/sandbox/people', cross)).status, 403)
    t.equal((await ask('GET', '/', cross)).status, 302)
  },
)

t.test('a name that somebody pointed at loopback is refused', async t => {
  const { ask, port } = await startAsking(t)
  for (const host of [
    `evil.example:${port}`,
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    'evil.example#127.0.0.1',
  ])
    for (const path of ['/sandbox/people', '/%73andbox/people', '/', '/?a'])
      t.equal((await ask('GET', path, { host })).status, 403, host + path)
})

t.test('a platform answers under any name', async t => {
  const { ask } = await startAsking(t)
  const headers = { host: 'fuwu.example', origin: 'https://elsewhere.example' }
  t.equal((await ask('POST', QUERY, headers)).status, 200)
})

t.test('who is kept away reads why in a language of theirs', async t => {
  const { ask } = await startAsking(t)
  const foreign = { host: 'evil.example', 'accept-language': 'en' }
  const { status, text } = await ask('GET', '/sandbox/people', foreign)
  t.equal(status, 403)
  t.match(text, 'the sandbox is directed as 127.0.0.1')
  const page = { origin: 'null', 'accept-language': 'zh' }
  t.match((await ask('POST', '/sandbox/codes', page)).text, '其他网站的页面')
})
