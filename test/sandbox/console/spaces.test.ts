import { PAGES } from '../../../src/sandbox/console/pages.js'
import { QUERY, queryFor } from '../harness.js'
import { consoleTest } from './browser.js'

const JSON_TYPE = 'application/json'
const HEADERS = { 'x-nationec-sandbox': 'test-42' }

consoleTest(
  'a space is chosen, and its requests, faults and clock are shown',
  'requests',
  async (t, { page, post, query }) => {
    await query('1')
    await page.getByRole('link', { name: /#1/ }).waitFor()
    const fault = { fault: { code: -6 } }
    await post('/sandbox/faults', fault, JSON_TYPE, HEADERS)
    await post('/sandbox/clock', { freeze: true }, JSON_TYPE, HEADERS)
    await page.getByText('Space common').click()
    const item = page.getByRole('link', { name: 'test-42' })
    t.match(await item.innerText(), 'requests: 0, faults: 1 · frozen')
    await item.click()
    await page.getByText('Space test-42').waitFor()
    await page.getByText('No requests yet').waitFor()
    await post(QUERY, queryFor('1'), JSON_TYPE, HEADERS)
    const line = page.getByRole('link', { name: /#1/ })
    t.match(await line.innerText(), '-6', 'as it comes')
    await line.click()
    await page.getByRole('article').getByText('code -6').waitFor()
    await page.getByRole('link', { name: 'Faults and clock' }).first().click()
    await page.getByText('frozen', { exact: true }).waitFor()
    await page.getByRole('listitem').filter({ hasText: 'code -6' }).waitFor()
  },
)

consoleTest(
  'a code shown in a space is scanned in it',
  'phone/wang?space=test-42',
  async (t, { page, post }) => {
    const code = (await page.locator('#code').textContent()) ?? ''
    t.equal((await post(QUERY, queryFor(code))).json.code, 500049, 'elsewhere')
    await page.getByRole('button', { name: 'Scan this code' }).click()
    await page.locator('pre').filter({ hasText: '王秀英' }).waitFor()
    await page.locator('#qr').getByText('Used').waitFor()
  },
)

consoleTest(
  'a new space is opened by the keyboard, and is that of an institution',
  'phone/zhang',
  async (t, { page, post }) => {
    await page.locator('summary').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'common' }).waitFor()
    await page.keyboard.press('Escape')
    t.equal(await page.locator('details').getAttribute('open'), null)
    t.equal(await page.locator(':focus').innerText(), 'Space\ncommon')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Open another' }).press('Enter')
    await page.getByLabel('Name, or an orgId').fill('no name')
    await page.keyboard.press('Enter')
    await page.getByLabel('Name, or an orgId').fill('P99000000007')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/console/phone/zhang?space=P99000000007')
    const code = (await page.locator('#code').textContent()) ?? ''
    const request = { ...queryFor(code), orgId: 'P99000000007' }
    t.equal((await post(QUERY, request)).json.code, 0)
  },
)

consoleTest(
  'every page and language stays in the space',
  '?space=test-42',
  async (t, { page }) => {
    const name = page.locator('#spaces b')
    for (const { route } of PAGES) {
      await page.locator(`nav a[href^="${route}?"]`).click()
      await page.waitForURL(`**${route}?space=test-42`)
      t.equal(await name.innerText(), 'test-42')
    }
    await page.locator('a[hreflang=zh-CN]').click()
    await page.locator('html[lang=zh-CN]').waitFor()
    t.equal(await name.innerText(), 'test-42')
    await page.locator('a.brand').click()
    await page.getByText('"orgId": "test-42"').waitFor()
  },
)

consoleTest(
  'a name that is none is the common space',
  'requests?space=<b>',
  async (t, { page }) => {
    t.equal(await page.locator('#spaces b').innerText(), 'common')
    await page.getByText('No requests yet').waitFor()
  },
)

consoleTest(
  'on a phone the entry of the page is in view',
  'plot',
  async (t, { page }) => {
    const entry = page.locator('nav [aria-current]')
    const { x = 0, width = 0 } = (await entry.boundingBox()) ?? {}
    t.ok(x >= 0 && x + width <= 360, `${x} to ${x + width}`)
  },
  { viewport: { width: 360, height: 740 } },
)
