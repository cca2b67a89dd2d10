import { consoleTest } from './browser.js'

consoleTest(
  'what a province was told shows as it comes, with whom and where',
  'platforms',
  async (t, { page, query, sandbox }) => {
    const hunan = page.getByRole('log', { name: 'Notices 湖南' })
    await hunan.getByText('None yet').waitFor()
    await query(await sandbox.issueCode('wang'))
    const first = hunan.getByRole('listitem').first()
    await first.getByText('王秀英').waitFor()
    t.match(await first.innerText(), /01101\s+done here for 河北/)
    await query(await sandbox.issueCode('chen'))
    await hunan.getByText('told that it was done at 河北').waitFor()
    t.match(await first.innerText(), '陈双保', 'the latest first')
    const hebei = page.getByRole('log', { name: 'Notices 河北' })
    await hebei.getByText('None yet').waitFor()
  },
)

consoleTest(
  'a limit is set where it is meant, told elsewhere, and taken away',
  'platforms',
  async (t, { page, post, query }) => {
    const card = page.locator('section.card').filter({ hasText: '河北 130000' })
    const limit = card.getByLabel('Requests of one terminal')
    await limit.fill('0')
    await limit.press('Enter')
    await page.getByText('The limit of 河北 is set.').waitFor()
    t.equal((await query('1')).json.code, -6)
    const other = page.locator('section.card').filter({ hasText: '350000' })
    t.equal(await other.getByRole('spinbutton').inputValue(), '')
    await page.locator('h1').click()
    await post('/sandbox/platforms/13/limit', { perSecond: 7 })
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input')?.value === '7',
    )
    await limit.fill('')
    await card.getByRole('button', { name: 'Set' }).click()
    await page.getByText('The limit of 河北 is set.').nth(1).waitFor()
    t.equal((await query('1')).json.code, 500159)
  },
)

consoleTest(
  'of many notices the latest fifty are shown',
  'platforms',
  async (t, { page, query, sandbox, get }) => {
    for (let count = 0; count < 52; count++)
      await query(await sandbox.issueCode('wang'))
    const items = page
      .getByRole('log', { name: 'Notices 湖南' })
      .getByRole('listitem')
    await items.nth(49).waitFor()
    await page.reload()
    await items.nth(49).waitFor()
    t.equal(await items.count(), 50)
    const { json } = await get<{ provinces: { notices: object[] }[] }>(
      '/sandbox/platforms',
    )
    t.equal(json.provinces[2]?.notices.length, 52, 'all are told of')
  },
)
