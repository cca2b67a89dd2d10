/**
 * A real Chromium with the console of a test's own sandbox.
 * @module
 */
import { existsSync } from 'node:fs'
import jsQr from 'jsqr'
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core'
import tap, { type Test } from 'tap'
import { type Harness, startHarness } from '../harness.js'

const CHROMIUM = '/usr/bin/chromium'

/** Why tests with a browser do not run here; false where they do. */
export const noBrowser = existsSync(CHROMIUM)
  ? false
  : 'no /usr/bin/chromium: apt-get install chromium fonts-noto-cjk'

/** Nothing leaves the machine, and nothing of it is kept. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface Console extends Harness {
  page: Page
  /** Goes to a page below /console/. */
  open(path: string): Promise<void>
  /** What the browser complained of. */
  complaints: string[]
}

/**
 * Tests with `path` of the console of a new sandbox open in English, unless
 * `options` say otherwise, and that the browser had nothing to complain of.
 */
export function consoleTest(
  name: string,
  path: string,
  test: (t: Test, seen: Console) => Promise<void>,
  options: BrowserContextOptions = {},
): void {
  tap.test(name, { skip: noBrowser }, async t => {
    const seen = await openConsole(t, path, options)
    await test(t, seen)
    t.strictSame(seen.complaints, [], 'the browser did not complain')
  })
}

/** One for all tests of a file; each has a context, which shares nothing. */
let browser: Promise<Browser> | undefined

async function launch(): Promise<Browser> {
  const launched = await chromium.launch({
    executablePath: CHROMIUM,
    args: ARGUMENTS,
  })
  tap.teardown(() => launched.close())
  return launched
}

async function openConsole(
  t: Test,
  path: string,
  options: BrowserContextOptions,
): Promise<Console> {
  const harness = await startHarness(t)
  const seen = await openPage(t, options)
  const open = async (path: string) => {
    await seen.page.goto(`${harness.sandbox.url}/console/${path}`)
  }
  await open(path)
  return { ...harness, ...seen, open }
}

/** An empty page that ends with the test, and what its browser complains of. */
export async function openPage(t: Test, options: BrowserContextOptions = {}) {
  browser ??= launch()
  const context = await (await browser).newContext({
    locale: 'en-GB',
    ignoreHTTPSErrors: true,
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  })
  t.teardown(() => context.close())
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  return { page, complaints }
}

/** What a gun reads off the screen where `locator` is; undefined for nothing. */
export async function readQrCode(locator: Locator) {
  const { data, width, height } = await pixels(locator)
  return jsQr.default(Uint8ClampedArray.from(data), width, height)?.data
}

/** The browser itself knows how to read the picture that it took. */
async function pixels(locator: Locator) {
  const picture = (await locator.screenshot()).toString('base64')
  const reader = await locator.page().context().newPage()
  const seen = await reader.evaluate(async picture => {
    const bytes = Uint8Array.from(atob(picture), one => one.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes]))
    const { width, height } = bitmap
    const canvas = new OffscreenCanvas(width, height)
    const context = canvas.getContext('2d')
    context?.drawImage(bitmap, 0, 0)
    const data = context?.getImageData(0, 0, width, height).data ?? []
    return { data: [...data], width, height }
  }, picture)
  await reader.close()
  return seen
}
