import { consoleTest } from './browser.js'

consoleTest(
  'a fault is set, strikes as often as asked, and is explained',
  'faults',
  async (t, { page, query, sandbox, open }) => {
    await page.getByText('None: everything is answered').waitFor()
    await page.getByLabel('Code (table C.4)').fill('-6')
    await page.getByLabel('How often').fill('2')
    await page.getByRole('button', { name: 'Set fault' }).click()
    const item = page.getByRole('listitem').filter({ hasText: 'code -6' })
    await item.getByText('2 left').waitFor()
    t.equal((await query(await sandbox.issueCode('zhang'))).json.code, -6)
    await item.getByText('1 left').waitFor()
    t.match(await item.innerText(), 'struck 1×')
    await query(await sandbox.issueCode('zhang'))
    await item.waitFor({ state: 'detached' })
    t.equal((await query(await sandbox.issueCode('zhang'))).json.code, 0)
    await open('requests/1')
    const article = page.getByRole('article')
    await article.getByText('code -6').first().waitFor()
    t.match(await article.innerText(), '-6')
  },
)

consoleTest(
  'a fault for some requests spares the others',
  'faults',
  async (t, { page, query, sandbox }) => {
    await page.getByLabel('What goes wrong').selectOption('http')
    await page.getByLabel('HTTP status', { exact: true }).fill('503')
    await page.getByText('Only for some requests').click()
    await page.getByLabel('transType').fill('cn.nhsa.cert.get')
    await page.getByRole('button', { name: 'Set fault' }).click()
    await page.getByRole('listitem').getByText('cn.nhsa.cert.get').waitFor()
    t.equal((await query(await sandbox.issueCode('zhang'))).json.code, 0)
    await page.getByRole('button', { name: /^Remove #/ }).click()
    await page.getByText('None: everything is answered').waitFor()
  },
)

consoleTest(
  'the clock is frozen, moved and let go',
  'faults',
  async (t, { page, get }) => {
    interface State {
      now: number
      frozen: boolean
    }
    const clock = async () => (await get<State>('/sandbox/clock')).json
    await page.getByRole('button', { name: 'Freeze' }).click()
    await page.getByText('frozen', { exact: true }).waitFor()
    const { now, frozen } = await clock()
    t.equal(frozen, true)
    await page.getByRole('button', { name: '+1 day' }).click()
    const shown = new Date(now + 86_400_000).toISOString()
    const day = page.getByRole('time').or(page.locator('time'))
    await day.filter({ hasText: shown.slice(0, 10) }).waitFor()
    t.equal((await clock()).now, now + 86_400_000)
    await page.getByLabel('Time', { exact: true }).fill('2030-01-31T23:59:58')
    await page.getByRole('button', { name: 'Set', exact: true }).click()
    await day.filter({ hasText: '2030-01-31 23:59:58' }).waitFor()
    await page.getByRole('button', { name: 'Run' }).click()
    await page.getByText('running', { exact: true }).waitFor()
    t.equal((await clock()).frozen, false)
  },
  { timezoneId: 'UTC' },
)

consoleTest(
  'what the sandbox refuses is said',
  'faults',
  async (_, { page, post, complaints }) => {
    for (let count = 0; count < 200; count++)
      await post('/sandbox/faults', { fault: { empty: true } })
    await page.getByRole('button', { name: 'Set fault' }).click()
    await page.getByRole('status').getByText('200').waitFor()
    complaints.length = 0
  },
)

consoleTest(
  'a scenario sets up what it says, and a reset takes it away',
  'faults',
  async (t, { page, query }) => {
    const scenario = page
      .getByRole('listitem')
      .filter({ hasText: '501001' })
      .filter({ hasText: /used/i })
    await scenario.getByRole('button').first().click()
    const code = await page.locator('.copyable code').first().innerText()
    t.equal((await query(code)).json.code, 501001)
    page.once('dialog', dialog => dialog.accept())
    await page.getByRole('button', { name: 'Reset the sandbox' }).click()
    await page.getByText('The sandbox is as new').waitFor()
    t.equal((await query(code)).json.code, 500049, 'nobody knows it any more')
  },
)

consoleTest(
  'a snapshot brings back what was, faults included',
  'faults',
  async (t, { page, post, query, sandbox }) => {
    await post('/sandbox/faults', { fault: { code: -6 } })
    await page.getByLabel('Name').fill('前')
    await page.getByRole('button', { name: 'Save' }).click()
    const load = page.getByRole('button', { name: 'Load 前' })
    await load.waitFor()
    await page.getByRole('button', { name: 'Remove all' }).click()
    await page.getByText('None: everything is answered').waitFor()
    await load.click()
    await page.getByRole('listitem').filter({ hasText: 'code -6' }).waitFor()
    t.equal((await query(await sandbox.issueCode('zhang'))).json.code, -6)
    await page.getByRole('button', { name: 'Remove 前' }).click()
    await load.waitFor({ state: 'detached' })
  },
)

consoleTest(
  'no more than three notices stand at once, the latest among them',
  'faults',
  async (t, { page }) => {
    const set = page.getByRole('button', { name: 'Set fault' })
    for (let count = 1; count <= 5; count++) {
      await set.click()
      await page.getByText(`Fault #${count} is set`).waitFor()
      t.equal(await page.locator('.notice').count(), Math.min(count, 3))
    }
    await page.getByText('Fault #3 is set').waitFor()
  },
)
