/**
 * Pages of others in the same browser, as they would attack: the guard, seen
 * from where it matters.
 * @module
 */
import { createServer } from 'node:http'
import t, { type Test } from 'tap'
import { listen } from '../../platform/fake-platform.js'
import { startHarness } from '../harness.js'
import { noBrowser, openPage } from './browser.js'

interface Faults {
  faults: unknown[]
}

const FAULT = JSON.stringify({ fault: { empty: true } })

/** A page of another origin on this machine. */
async function foreignPage(t: Test): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<!doctype html><title>elsewhere</title><body>')
  })
  return `http://127.0.0.1:${await listen(t, server)}/`
}

t.test(
  'a foreign page neither directs nor reads the sandbox',
  {
    skip: noBrowser,
  },
  async t => {
    const { sandbox, get, post } = await startHarness(t)
    await post('/sandbox/faults', FAULT)
    const { page } = await openPage(t)
    await page.goto(await foreignPage(t))
    const seen = await page.evaluate(
      async ({ url, fault }) => {
        const tries: [string, RequestInit][] = [
          ['faults', { method: 'POST', body: fault, mode: 'no-cors' }],
          ['faults', { method: 'POST', body: fault }],
          ['reset', { method: 'POST', mode: 'no-cors' }],
          ['people', {}],
          ['faults', { method: 'DELETE' }],
        ]
        return Promise.all(
          tries.map(([path, options]) =>
            fetch(`${url}/sandbox/${path}`, options).then(
              answer => answer.text(),
              () => 'refused',
            ),
          ),
        )
      },
      { url: sandbox.url, fault: FAULT },
    )
    t.strictSame([...new Set(seen)].sort(), ['', 'refused'])
    const { faults } = (await get<Faults>('/sandbox/faults')).json
    t.equal(faults.length, 1, 'neither more nor fewer than before')
  },
)

t.test(
  'a form that a foreign page sends is refused',
  {
    skip: noBrowser,
  },
  async t => {
    const { sandbox, get } = await startHarness(t)
    const { page } = await openPage(t)
    await page.goto(await foreignPage(t))
    await page.evaluate(
      ({ url, fault }) => {
        const form = document.createElement('form')
        const field = document.createElement('input')
        form.method = 'POST'
        form.enctype = 'text/plain'
        form.action = `${url}/sandbox/faults`
        field.name = fault
        form.append(field)
        document.body.append(form)
        form.submit()
      },
      { url: sandbox.url, fault: FAULT },
    )
    await page.getByText('"code":-4').waitFor()
    t.strictSame((await get<Faults>('/sandbox/faults')).json, { faults: [] })
  },
)

t.test(
  'a foreign page cannot show the console inside itself',
  {
    skip: noBrowser,
  },
  async t => {
    const { sandbox } = await startHarness(t)
    const { page } = await openPage(t)
    await page.goto(await foreignPage(t))
    const framed = await page.evaluate(async url => {
      const frame = document.createElement('iframe')
      frame.src = `${url}/console/`
      document.body.append(frame)
      await new Promise(resolve => frame.addEventListener('load', resolve))
      return frame.contentDocument === null
    }, sandbox.url)
    t.ok(framed)
    const [, inside] = page.frames()
    t.notMatch(await inside?.content(), 'nationec.toml')
  },
)

t.test(
  'a foreign name that points here is refused',
  {
    skip: noBrowser,
  },
  async t => {
    const { sandbox } = await startHarness(t)
    const { page } = await openPage(t)
    const { port } = new URL(sandbox.url)
    const rebound = `https://rebound.localhost:${port}`
    for (const path of ['/console/', '/sandbox/people']) {
      const answer = await page.goto(rebound + path)
      t.equal(answer?.status(), 403)
      t.match(await page.locator('body').innerText(), 'localhost')
    }
  },
)
