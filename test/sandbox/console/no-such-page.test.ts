import t from 'tap'
import { startHarness } from '../harness.js'
import { consoleTest } from './browser.js'

for (const [locale, words, link, heading] of [
  ['en-GB', 'No such page', 'Go to the overview of the console', 'Overview'],
  ['zh-CN', '没有这个页面', '回到控制台概览', '概览'],
] as const)
  consoleTest(
    `an address without a page is told of, with the way back, ${locale}`,
    'nosuch?space=ward',
    async (t, { page, open, complaints }) => {
      await page.getByRole('heading', { name: words }).waitFor()
      t.match(await page.title(), words)
      t.equal(await page.locator('nav [aria-current]').count(), 0)
      await page.getByRole('link', { name: link }).click()
      await page.getByRole('heading', { name: heading, exact: true }).waitFor()
      t.match(page.url(), /\/console\/\?space=ward$/, 'in the same space')
      await open('phone/1/2')
      await page.getByRole('heading', { name: words }).waitFor()
      const told = complaints.splice(0)
      t.match(told, [/404/, /404/], 'the status says so too')
      t.equal(told.length, 2)
    },
    { locale },
  )

t.test('a program that asks for what is not there has JSON', async t => {
  const { get, post } = await startHarness(t)
  for (const { status, json } of [
    await get('/console/files/nosuch.js'),
    await post('/console/nosuch', {}),
    await get('/consoles'),
  ]) {
    t.equal(status, 404)
    t.equal(json.code, -5)
  }
})
