/**
 * The way of somebody who has just installed nationec and goes by what the
 * console says: commands are taken from its pages, codes from its pictures.
 * @module
 */
import { writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import t from 'tap'
import { shortFolder } from '../../bridge/socket-caller.js'
import { run, startCommand } from '../../cli/run.js'
import { noBrowser, openPage, readQrCode } from './browser.js'

t.test(
  'from nothing to a name, and to a fault that is explained',
  {
    skip: noBrowser,
  },
  async t => {
    const folder = shortFolder(t)
    const start = (argv: string[]) => startCommand(t, argv, { folder })
    const sandbox = ['sandbox', 'start', '--port', '0', '--json']
    const { console: url } = JSON.parse((await start(sandbox)).line)
    const { page, complaints } = await openPage(t)
    await page.goto(url)

    const gun = await start(await commandWith(page, 'scanner emulate'))
    for (const name of ['nationec.toml', 'request.json'])
      writeFileSync(`${folder}/${name}`, await copied(page, name))
    await start(await commandWith(page, 'nationec daemon'))
    const call = await commandWith(page, 'nationec call')
    const scan = async () => {
      const calling = run(call, { folder })
      gun.child.stdin.write(`${await readQrCode(page.locator('#qr'))}\n`)
      return calling
    }

    await page.getByRole('link', { name: 'Phone' }).first().click()
    await page.locator('#code').waitFor()
    const good = await scan()
    t.match(good.stdout, '"userName":"张三"')
    t.equal(good.code, 0)
    await page.locator('#qr').getByText('Used').waitFor()

    await page.getByRole('link', { name: 'Faults and clock' }).click()
    await page.getByLabel('Code (table C.4)').fill('-6')
    await page.getByLabel('How often').fill('1')
    await page.getByRole('button', { name: 'Set fault' }).click()
    await page.getByText('1 left').waitFor()
    await page.getByRole('link', { name: 'Phone' }).click()
    await page.locator('#code').waitFor()
    const broken = await scan()
    t.match(broken.stdout, '"code":-6')
    t.equal(broken.code, 1)

    await page.getByRole('link', { name: 'Requests' }).click()
    await page.getByRole('link', { name: /#2/ }).click()
    const article = page.getByRole('article')
    await article.getByRole('link', { name: 'Faults and clock' }).waitFor()
    t.match(await article.innerText(), /-6[\s\S]*code -6/)
    t.strictSame(complaints, [])
  },
)

/** The arguments of the command on the page that has `words` in it. */
async function commandWith(page: Page, words: string): Promise<string[]> {
  const line = await page.locator('code', { hasText: words }).innerText()
  return line.split(' ').slice('npx nationec'.split(' ').length)
}

/** What the button beside `name` copies. */
async function copied(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: `Copy ${name}` }).click()
  return page.evaluate(() => navigator.clipboard.readText())
}
