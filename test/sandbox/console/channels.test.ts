import { sealEnvelope } from '../../../src/envelope/seal.js'
import { consoleTest } from './browser.js'

consoleTest(
  'a channel is applied for, approved, and its keys work that are shown once',
  'channels',
  async (t, { page, post }) => {
    await page.getByLabel('Name', { exact: true }).fill('<b>城市</b>')
    await page.getByLabel('Short name').fill('city')
    await page.getByLabel('Province that applies').selectOption('43')
    await page.getByRole('button', { name: 'Apply' }).click()
    const item = page.getByRole('listitem').filter({ hasText: 'city' })
    await item.getByText('applied for').waitFor()
    t.match(await item.innerText(), '<b>城市</b>', 'text stays text')
    await item.getByRole('button', { name: 'Approve <b>城市</b>' }).click()
    const form = page.locator('.feedback')
    await form.getByText('Feedback form: <b>城市</b>').waitFor()
    const [, appId = '', appSecret = '', key = ''] = await form
      .locator('code')
      .allInnerTexts()
    t.match(key, /^[0-9A-F]{16}$/)
    const asked = sealEnvelope(
      { data: { idNo: '990101199801010017' } },
      { form: 'signed', dialect: 'A', sign: 'SM3', version: '1.0.0' },
      { appId, appSecret },
      Date.now(),
    )
    t.equal((await post('/channel/authorise', asked)).json.code, 0)
    await item.getByText(appId).waitFor()
    t.notMatch(await item.innerText(), appSecret)
    await form.getByRole('button', { name: 'Noted' }).press('Enter')
    t.notMatch(await page.locator('main').innerText(), appSecret)
    await page.reload()
    await item.getByText('approved').waitFor()
    t.notMatch(await page.locator('main').innerText(), appSecret)
  },
)

consoleTest(
  'an application is refused, and nothing is handed over',
  'channels',
  async (t, { page }) => {
    const item = page.getByRole('listitem').filter({ hasText: 'shop' })
    await item.getByRole('button', { name: /^Refuse/ }).click()
    await item.getByText('refused', { exact: true }).waitFor()
    t.equal(await item.getByRole('button').count(), 0)
    t.equal(await page.locator('.feedback').innerText(), '')
  },
)

consoleTest(
  'a channel is suspended and goes on, and phones follow',
  'channels',
  async (t, { page, post, open }) => {
    const item = page.getByRole('listitem').filter({ hasText: 'wallet' })
    await item.getByRole('button', { name: /^Suspend/ }).click()
    await item.getByText('suspended').waitFor()
    const order = { channel: 'wallet' }
    t.equal((await post('/sandbox/codes', order)).json.code, 500007)
    await item.getByRole('button', { name: /^Resume/ }).click()
    await item.getByText('approved').waitFor()
    await open('phone/zhang')
    const shown = page.getByRole('listitem').filter({ hasText: '示例钱包' })
    await shown.getByText('approved').waitFor()
    await post('/sandbox/channels/wallet/suspend', { suspended: true })
    await shown.getByText('suspended').waitFor()
    await post('/sandbox/channels/shop/review', { approve: true })
    await post('/sandbox/channels', {
      ...{ id: 'new', name: '新渠道', creditCode: '99000000MA00000000' },
      applicant: '13',
    })
    await page
      .getByRole('combobox', { name: 'Channel' })
      .locator('option', { hasText: '新渠道' })
      .waitFor({ state: 'attached' })
  },
)

consoleTest(
  'what the management centre does not take is said',
  'channels',
  async (t, { page, complaints }) => {
    await page.getByLabel('Name', { exact: true }).fill('again')
    await page.getByLabel('Short name').fill('Wallet')
    await page.getByRole('button', { name: 'Apply' }).click()
    const id = page.getByLabel('Short name')
    t.equal(await id.evaluate(input => input.matches(':invalid')), true)
    await id.fill('wallet')
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.getByRole('status').getByText('choose another id').waitFor()
    t.ok(complaints.splice(0), 'the browser notes the refusal')
    t.equal(await id.inputValue(), 'wallet', 'nothing is lost')
  },
)
