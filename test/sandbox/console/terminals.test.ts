import { consoleTest } from './browser.js'

const NUMBER = '99000000000000000001'

consoleTest(
  'a terminal is suspended with a reason, refused, and resumed',
  'terminals',
  async (t, { page, query, sandbox }) => {
    const item = page.getByRole('listitem').filter({ hasText: NUMBER })
    await item.getByText('active').waitFor()
    await item.getByRole('button', { name: /^Suspend/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Reason').fill('<b>stolen</b>')
    await page.keyboard.press('Enter')
    await item.getByText('suspended').waitFor()
    t.match(await item.innerText(), '<b>stolen</b>', 'text stays text')
    t.equal((await query(await sandbox.issueCode('zhang'))).json.code, -4)
    await item.getByRole('button', { name: /^Resume/ }).click()
    await item.getByText('active').waitFor()
    t.equal((await query(await sandbox.issueCode('zhang'))).json.code, 0)
  },
)

consoleTest(
  'what was called off is not done',
  'terminals',
  async (t, { page }) => {
    const item = page.getByRole('listitem').filter({ hasText: NUMBER })
    for (const end of ['Escape', 'Cancel']) {
      await item.getByRole('button', { name: /^Retire/ }).click()
      const dialog = page.getByRole('dialog')
      await dialog.waitFor()
      if (end === 'Escape') await page.keyboard.press(end)
      else await dialog.getByRole('button', { name: end }).click()
      await dialog.waitFor({ state: 'detached' })
    }
    t.match(await item.innerText(), /active/)
  },
)

consoleTest(
  'terminals are found by number and by state',
  'terminals',
  async (_, { page }) => {
    await page.getByText(NUMBER).waitFor()
    await page.getByLabel('State').selectOption('retired')
    await page.getByText('No terminals').waitFor()
    await page.getByLabel('State').selectOption('active')
    await page.getByText(NUMBER).waitFor()
    await page.getByLabel('Filter').fill('99000000000000000002')
    await page.getByText('No terminals').waitFor()
    await page.getByLabel('Filter').fill(NUMBER)
    await page.getByText(NUMBER).waitFor()
  },
)

consoleTest(
  'a reason is as long as the registry takes',
  'terminals',
  async (t, { page }) => {
    const item = page.getByRole('listitem').filter({ hasText: NUMBER })
    await item.getByRole('button', { name: /^Suspend/ }).click()
    const reason = page.getByRole('dialog').getByLabel('Reason')
    await reason.pressSequentially('x'.repeat(201))
    t.equal((await reason.inputValue()).length, 200)
    await page.keyboard.press('Enter')
    await item.getByText('suspended').waitFor()
  },
)
