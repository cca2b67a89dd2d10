import { consoleTest, readQrCode } from './browser.js'

consoleTest(
  'a gun reads the picture, and the phone sees it used',
  'phone/wang',
  async (t, { page, query }) => {
    const picture = page.getByRole('button', { name: /^QR code/ })
    await picture.getByRole('img').waitFor()
    const code = (await readQrCode(picture)) ?? ''
    t.match(code, /^424\d{25}$/)
    t.equal(await page.locator('#code').textContent(), code, 'as text as well')
    t.match((await query(code)).json, { code: 0, data: { userName: '王秀英' } })
    await picture.getByText('Used').waitFor()
    t.match(await page.locator('.phone').innerText(), /H35020319001\s+0/)
    t.equal((await query(code)).json.code, 501001)
    await page.locator('.phone').getByText('501001').waitFor()
    await picture.click()
    await picture.getByText('Used').waitFor({ state: 'hidden' })
    const next = await page.locator('#code').textContent()
    t.not(next, code)
    t.equal(await readQrCode(picture), next)
  },
)

consoleTest(
  'a code that ends by the clock ends on the phone',
  'phone/wang',
  async (_, { page, post }) => {
    const timer = page.getByRole('timer')
    await timer.filter({ hasText: /good for \d+ s/ }).waitFor()
    await post('/sandbox/clock', { freeze: true, advanceMs: 30_000 })
    await timer.filter({ hasText: /good for (29|30) s/ }).waitFor()
    await post('/sandbox/clock', { advanceMs: 31_000 })
    await page.getByText('Expired', { exact: true }).waitFor()
  },
)
