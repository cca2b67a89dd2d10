import { PAGES } from '../../../src/sandbox/console/pages.js'
import { LOCALES, text } from '../../../src/texts/index.js'
import { QUERY } from '../harness.js'
import { consoleTest } from './browser.js'

consoleTest(
  'what is running is told, and its address copied',
  '',
  async (t, { page, sandbox, query }) => {
    await query('1')
    const facts = page.locator('#facts')
    await facts.getByText('Requests answered').waitFor()
    await facts.getByRole('link', { name: '1', exact: true }).waitFor()
    await page.getByRole('button', { name: 'Copy strUrl' }).click()
    await page.getByText('Copied: strUrl').waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    t.equal(copied, sandbox.url + QUERY)
  },
)

consoleTest(
  'each page has its name in the language that is chosen, and keeps it',
  '',
  async (t, { page, open }) => {
    for (const locale of [...LOCALES].reverse()) {
      await page.locator(`a[hreflang=${locale}]`).click()
      for (const { route, title } of PAGES) {
        await open(route.slice('/console/'.length))
        const name = text(title, {}, locale)
        await page.getByRole('heading', { level: 1, name }).waitFor()
        t.equal(await page.locator('html').getAttribute('lang'), locale)
        t.equal(
          await page.locator('[aria-current=page]').first().innerText(),
          name,
        )
        t.notMatch(await page.locator('body').innerText(), /console\.\w/)
      }
    }
  },
  { locale: 'zh-CN' },
)

consoleTest(
  'the keyboard reaches the page past the menu, and each entry of it',
  '',
  async (t, { page }) => {
    await page.keyboard.press('Tab')
    t.equal(await page.locator(':focus').innerText(), 'Skip to the page')
    await page.keyboard.press('Enter')
    t.equal(await page.evaluate(() => document.activeElement?.id), 'main')
    await page.keyboard.press('Tab')
    t.equal(
      await page.locator(':focus').getAttribute('aria-label'),
      'Copy strUrl',
    )
    const outline = await page
      .locator(':focus')
      .evaluate(element => getComputedStyle(element).outlineStyle)
    t.equal(outline, 'solid', 'focus is seen')
  },
)

consoleTest(
  'a sandbox that ends is noticed',
  '',
  async (t, { page, sandbox, complaints }) => {
    await page.getByText('live', { exact: true }).waitFor()
    await sandbox.close()
    await page.getByText('sandbox away').waitFor()
    await page.getByRole('button', { name: 'Copy strUrl' }).focus()
    t.ok(complaints.splice(0), 'the browser says so as well')
  },
)
