import { connect } from 'node:tls'
import t, { type Test } from 'tap'
import { Agent, request } from 'undici'
import { PAGES } from '../../../src/sandbox/console/pages.js'
import { startHarness } from '../harness.js'

async function startReading(t: Test) {
  const { sandbox } = await startHarness(t)
  const dispatcher = new Agent({ connect: { rejectUnauthorized: false } })
  t.teardown(() => dispatcher.destroy())
  return {
    url: sandbox.url,
    read: async (path: string, headers: Record<string, string> = {}) => {
      const answer = await request(sandbox.url + path, { dispatcher, headers })
      const { statusCode: status, headers: sent, body } = answer
      return { status, headers: sent, text: await body.text() }
    },
  }
}

t.test('the address that is typed leads to the console', async t => {
  const { read } = await startReading(t)
  for (const path of ['/', '/console']) {
    const { status, headers } = await read(path)
    t.equal(status, 302)
    t.equal(headers.location, '/console/')
  }
})

t.test('each page loads only what is there, and no other host', async t => {
  const { read } = await startReading(t)
  for (const { route, detail = route } of PAGES) {
    t.equal((await read(detail.replace(':id', '1'))).status, 200)
    const { status, headers, text } = await read(route)
    t.equal(status, 200)
    t.equal(headers['content-type'], 'text/html; charset=utf-8')
    t.match(headers['content-security-policy'], "default-src 'none'")
    t.notMatch(text, /https?:|<style|\son\w+=/)
    const links = [...text.matchAll(/(?:src|href)="([^"?#]+)"/g)]
    t.ok(links.length > PAGES.length)
    for (const [, link = ''] of links)
      t.equal((await read(link)).status, 200, link)
  }
})

t.test(
  'a browser is told the type of each file, and to believe it',
  async t => {
    const { read } = await startReading(t)
    for (const [name, type] of [
      ['start.js', /^text\/javascript/],
      ['frame.css', /^text\/css/],
      ['icon.svg', /^image\/svg/],
    ] as const) {
      const { headers } = await read(`/console/files/${name}`)
      t.match(headers['content-type'], type)
      t.equal(headers['x-content-type-options'], 'nosniff')
    }
  },
)

t.test('no other file has an address, however it is written', async t => {
  const { read, url } = await startReading(t)
  for (const name of [
    'start.ts',
    'tsconfig.json',
    'nothing.js',
    '..%2froutes.js',
    '%2e%2e%2froutes.js',
    '..%5croutes.js',
    'start.js%00',
    'constructor',
  ])
    t.equal((await read(`/console/files/${name}`)).status, 404, name)
  t.match(await rawStatus(url, '/console/files/../routes.js'), '404')
})

/** undici would make the dots disappear. */
function rawStatus(url: string, path: string): Promise<string> {
  const { hostname: host, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect({
      host,
      port: Number(port),
      rejectUnauthorized: false,
    })
    socket.on('error', reject)
    socket.once('data', data => {
      resolve(data.toString().split('\r\n')[0] ?? '')
      socket.destroy()
    })
    socket.write(`GET ${path} HTTP/1.1\r\nhost: ${host}:${port}\r\n\r\n`)
  })
}

t.test('a picture is drawn of any text that fits', async t => {
  const { read } = await startReading(t)
  const { status, headers, text } = await read(
    '/console/qr?text=%3Cimg%20src=x%3E',
  )
  t.equal(status, 200)
  t.match(headers['content-type'], 'image/svg+xml')
  t.match(text, /^<svg/)
  t.notMatch(text, '<img')
  const longest = await read(`/console/qr?text=${'x'.repeat(512)}`)
  t.equal(longest.status, 200)
  for (const query of ['', '?text=', `?text=${'x'.repeat(513)}`])
    t.equal((await read(`/console/qr${query}`)).status, 400, query)
})
