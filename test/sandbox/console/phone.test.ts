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

consoleTest(
  'a counter without a gun shows OutData, and the phone a code once',
  'phone/ji',
  async (t, { page }) => {
    const scan = page.getByRole('button', { name: 'Scan this code' })
    const answer = page.locator('pre')
    await page.locator('#code').waitFor()
    await scan.click()
    await answer.waitFor()
    t.match(await answer.innerText(), '"userName": "𠮷小川"')
    await scan.click()
    await answer.filter({ hasText: '501001' }).waitFor()
    t.strictSame(JSON.parse(await answer.innerText()), {
      ...{ code: 501001, message: '二维码 Token 失效' },
      ...{ orgId: 'H99010100001', data: {} },
    })
    t.match(await page.locator('.phone').innerText(), /\b0\s+#1\b/)
  },
)

consoleTest(
  'somebody new activates the credential, after a face that is not right',
  'phone/li',
  async (t, { page, complaints }) => {
    await page.getByText('Not activated yet').waitFor()
    await page.getByLabel('New password').fill('295184')
    await page.getByLabel('Face').selectOption({ label: 'somebody else’s' })
    await page.getByRole('button', { name: 'Activate' }).click()
    await page.getByRole('status').getByText('500028').waitFor()
    t.ok(complaints.splice(0), 'the browser notes the refusal')
    await page.getByLabel('Face').selectOption({ label: 'their own' })
    await page.getByRole('button', { name: 'Activate' }).click()
    await page.locator('#code').waitFor()
    t.match(await page.locator('#code').textContent(), /^424\d{25}$/)
  },
)

consoleTest(
  'a channel shows a code once it is authorised, and no longer after',
  'phone/zhang',
  async (t, { page, complaints, query }) => {
    await page.getByLabel('Channel').selectOption({ label: '示例钱包' })
    await page.locator('#code').waitFor()
    await page.getByRole('button', { name: 'Revoke 示例钱包' }).click()
    const give = page.getByRole('button', { name: 'Authorise 示例钱包' })
    await give.waitFor()
    await page.locator('#qr').click()
    await page
      .locator('#qr')
      .getByText(/^5000\d\d/)
      .waitFor()
    t.equal(await page.locator('#code').count(), 0)
    t.ok(complaints.splice(0), 'the browser notes the refusal')
    await give.click()
    await page.getByRole('button', { name: 'Revoke 示例钱包' }).waitFor()
    await page.locator('#qr').click()
    const code = await page.locator('#code').textContent()
    t.equal((await query(code ?? '')).json.code, 0)
  },
)

consoleTest(
  'of several insurances one is chosen',
  'phone/chen',
  async (t, { page, query }) => {
    const first = await page.locator('#code').textContent()
    await page
      .getByRole('combobox', { name: 'Insurance' })
      .selectOption('430100')
    await page
      .locator('#code')
      .filter({ hasNotText: first ?? '' })
      .waitFor()
    const code = await page.locator('#code').textContent()
    t.match((await query(code ?? '')).json.data, { insuOrg: '430100' })
  },
)

consoleTest(
  'whoever stands for an answer brings it',
  'phone',
  async (t, { page, query }) => {
    const choose = page.getByLabel('one for each code of table C.4')
    await choose.selectOption('500004')
    await page.waitForURL('**/console/phone/500004')
    const code = await page.locator('#code').textContent()
    t.equal((await query(code ?? '')).json.code, 500004)
  },
)

consoleTest(
  'nobody of that name is said so, whatever the name',
  'phone/%3Cimg%20src=x%3E',
  async (t, { page }) => {
    const sentence = 'There is nobody called <img src=x>'
    await page.getByText(sentence).waitFor()
    t.equal(await page.locator('img[src=x]').count(), 0)
  },
)

consoleTest(
  'after a move only the province knows, until a code is scanned elsewhere',
  'phone/wang',
  async (t, { page, query, sandbox }) => {
    const insurance = page
      .locator('section.card')
      .filter({ hasText: 'Places of insurance' })
    await query(await sandbox.issueCode('wang'))
    const rows = insurance.locator('tbody tr')
    await rows.nth(2).waitFor()
    t.match(await rows.allInnerTexts(), [
      /^the nation\s+湖南 430000$/,
      /^河北\s+湖南 430000$/,
      /^湖南\s+湖南 430000$/,
    ])
    await insurance.getByLabel('To (same province)').fill('430500')
    await page.keyboard.press('Enter')
    await insurance.getByText('out of date').first().waitFor()
    t.match(await rows.allInnerTexts(), [
      /the nation\s+湖南 430000\s+out of date/,
      /河北\s+湖南 430000\s+out of date/,
      /^湖南\s+湖南 430500$/,
    ])
    const from = insurance.getByLabel('From')
    t.equal(await from.inputValue(), '430500', 'where the person is by now')
    t.equal((await query(await sandbox.issueCode('wang'))).json.code, 500023)
    await insurance
      .getByText('out of date')
      .first()
      .waitFor({ state: 'detached' })
    t.match(await page.locator('.phone-top').innerText(), '430500')
  },
)

consoleTest(
  'a move to another province is refused, and told why',
  'phone/chen',
  async (t, { page, complaints }) => {
    await page.getByLabel('From').selectOption('430100')
    await page.getByLabel('To (same province)').fill('130900')
    await page.getByRole('button', { name: 'Move' }).click()
    await page.getByRole('status').getByText('of the same province').waitFor()
    t.ok(complaints.splice(0), 'the browser notes the refusal')
    const rows = page.locator('.scroll tbody tr')
    t.equal(await rows.getByText('out of date').count(), 0)
  },
)

consoleTest(
  'who is insured nowhere has nowhere to move from',
  'phone/zhao',
  async (t, { page, complaints }) => {
    await page.getByText('insured nowhere').first().waitFor()
    await page.locator('#qr').getByText('500054').waitFor()
    t.ok(complaints.splice(0), 'the browser notes that there is no code')
    t.equal(await page.getByRole('button', { name: 'Move' }).count(), 0)
  },
)

consoleTest(
  'under load a phone does not look at every request',
  'phone/wang',
  async (t, { page, query }) => {
    await page.locator('#code').waitFor()
    let looks = 0
    await page.route('**/sandbox/requests/*', () => {
      looks += 1
    })
    for (let count = 0; count < 30; count++) await query('1')
    await page.waitForTimeout(500)
    t.equal(looks, 20)
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  },
)
