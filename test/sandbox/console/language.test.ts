import t, { type Test } from 'tap'
import { Agent, request } from 'undici'
import { startHarness } from '../harness.js'

/** What the page says its language is, and the cookie it sets. */
async function startAsking(t: Test) {
  const { sandbox } = await startHarness(t)
  const dispatcher = new Agent({ connect: { rejectUnauthorized: false } })
  t.teardown(() => dispatcher.destroy())
  return async (query: string, headers: Record<string, string> = {}) => {
    const path = `${sandbox.url}/console/${query}`
    const answer = await request(path, { dispatcher, headers })
    const [, lang] = /<html lang="([^"]+)"/.exec(await answer.body.text()) ?? []
    return { lang, cookie: answer.headers['set-cookie'] }
  }
}

t.test("the browser's first choice decides", async t => {
  const ask = await startAsking(t)
  for (const [accepted, lang] of [
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['zh-TW', 'zh-CN'],
    ['en-US,en;q=0.9,zh-CN;q=0.8', 'en'],
    ['fr,zh;q=0.5', 'zh-CN'],
    ['fr', 'en'],
    ['', 'en'],
  ] as const) {
    const seen = await ask('', { 'accept-language': accepted })
    t.equal(seen.lang, lang, accepted)
    t.equal(seen.cookie, undefined)
  }
  t.equal((await ask('')).lang, 'en', 'without the header')
})

t.test('a choice is remembered, and not for other sites', async t => {
  const ask = await startAsking(t)
  const chinese = { 'accept-language': 'zh' }
  const { lang, cookie } = await ask('?lang=en', chinese)
  t.equal(lang, 'en')
  t.match(
    cookie,
    /^lang=en; Path=\/console; Max-Age=31536000; Secure; HttpOnly; SameSite=Strict$/,
  )
  t.equal((await ask('', { ...chinese, cookie: 'a=b; lang=en' })).lang, 'en')
  t.equal((await ask('', { ...chinese, cookie: 'alang=en' })).lang, 'zh-CN')
})

t.test('a language that there is not is ignored', async t => {
  const ask = await startAsking(t)
  for (const query of ['?lang=fr', '?lang=', '?lang=en&lang=zh-CN']) {
    const { lang, cookie } = await ask(query, { 'accept-language': 'zh' })
    t.equal(lang, 'zh-CN', query)
    t.equal(cookie, undefined)
  }
  t.equal((await ask('', { cookie: 'lang=__proto__' })).lang, 'en')
})
