import t from 'tap'
import { type AllowedPlatform, findTarget } from '../../src/platform/targets.js'

const allow = (...urls: string[]): AllowedPlatform[] =>
  urls.map(url => ({ url, pin: '', caFile: '' }))

t.test('what an entry covers', async t => {
  const covered: [string, string][] = [
    ['https://127.0.0.1/', 'https://127.0.0.1/any/path?query'],
    ['https://127.0.0.1/', 'https://127.0.0.1'],
    ['https://127.0.0.1/', 'https://127.0.0.1:443/'],
    ['https://127.0.0.1/a/', 'https://127.0.0.1/a/b'],
    ['https://127.0.0.1/a/', 'https://127.0.0.1/x/../a/b'],
    ['https://localhost/', 'https://LOCALHOST/a'],
    ['https://[::1]:8443/', 'https://[0:0::1]:8443/a'],
    ['http://127.0.0.1/', 'http://127.0.0.1/a'],
    ['https://127.0.0.1/', '  https://127.0.0.1/a\r\n'],
  ]
  for (const [entry, strUrl] of covered) {
    const { url, platform } = findTarget(strUrl, allow(entry))
    t.equal(url.href, new URL(strUrl.trim()).href)
    t.equal(platform.url, entry)
  }
})

t.test('what an entry does not cover', async t => {
  const elsewhere: [string, string][] = [
    ['https://127.0.0.1/', 'http://127.0.0.1/a'],
    ['http://127.0.0.1/', 'https://127.0.0.1/a'],
    ['https://127.0.0.1/', 'https://127.0.0.1:8443/a'],
    ['https://127.0.0.1/', 'https://127.0.0.1.example.invalid/'],
    ['https://127.0.0.1/', 'https://127.0.0.10/'],
    ['https://127.0.0.1/a/', 'https://127.0.0.1/ab'],
    ['https://127.0.0.1/a/', 'https://127.0.0.1/a/../b'],
    ['https://127.0.0.1/a/', 'https://127.0.0.1/a/%2e%2e/b'],
    ['https://127.0.0.1/a/', 'https://127.0.0.1/A/b'],
  ]
  for (const [entry, strUrl] of elsewhere) {
    const { origin } = new URL(strUrl)
    t.throws(() => findTarget(strUrl, allow(entry)), {
      symbol: 'url-not-allowed',
      code: -5,
      parameters: { origin },
    })
  }
})

t.test('an empty list allows nothing', async t => {
  const failure = { symbol: 'url-not-allowed', code: -5 }
  t.throws(() => findTarget('https://127.0.0.1/', []), failure)
})

t.test('the first entry that covers it counts', async t => {
  const list = allow('https://127.0.0.1/b/', 'https://127.0.0.1/')
  list.push({ ...allow('https://127.0.0.1/')[0], pin: 'x' } as AllowedPlatform)
  const { platform } = findTarget('https://127.0.0.1/a', list)
  t.equal(platform, list[1])
})

t.test('what is no address of a platform', async t => {
  for (const strUrl of [
    '',
    '127.0.0.1/a',
    'https://',
    'https://127.0.0.1:99999/',
    'ftp://127.0.0.1/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://user@127.0.0.1/',
    'https://:secret@127.0.0.1/',
    'https://127.0.0.1 .example.invalid/',
    'https://\u00e5\u00bc\u00a0%/',
  ]) {
    const failure = { symbol: 'url-malformed', code: -5, parameters: {} }
    const list = allow('https://127.0.0.1/')
    t.throws(() => findTarget(strUrl, list), failure, strUrl)
  }
})

t.test('no message holds more of the address than its origin', async t => {
  for (const strUrl of ['https://a:secret@b/', 'https://b/secret?secret']) {
    const message = /^(?!.*secret)/
    t.throws(() => findTarget(strUrl, []), { message })
  }
})
