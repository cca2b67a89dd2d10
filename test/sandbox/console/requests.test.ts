import { signText } from '../../../src/envelope/canonical.js'
import { DIALECTS } from '../../../src/envelope/rules.js'
import { sealEnvelope } from '../../../src/envelope/seal.js'
import { sign } from '../../../src/envelope/sign.js'
import { crowd } from '../../envelope/crowd.js'
import { QUERY, queryFor, requestFor } from '../harness.js'
import { terminalOf } from '../terminal.js'
import { consoleTest } from './browser.js'

const SIGNED = {
  form: 'signed',
  dialect: 'A',
  sign: 'SM2',
  version: '1.0.0',
} as const

consoleTest(
  'a request shows as it comes, is read aloud, and tells why',
  'requests',
  async (t, { page, query }) => {
    await page.getByText('No requests yet').waitFor()
    await query('4240000000000000000000350000')
    await page
      .getByRole('status')
      .getByText('ec.query, answered 500049')
      .waitFor()
    const line = page.getByRole('link', { name: /ec\.query/ })
    t.match(await line.innerText(), /500049\n#1 · \d\d:\d\d:\d\d/)
    await line.click()
    t.match(page.url(), /\/console\/requests\/1$/)
    const article = page.getByRole('article')
    await article.getByText('4240000000000000000000350000').waitFor()
    t.match(await article.innerText(), /500049/)
    await page.goBack()
    await page.getByText('Choose a request').waitFor()
  },
)

for (const [locale, words] of [
  ['en-GB', 'the token of the code is no longer good'],
  ['zh-CN', '二维码 Token 失效'],
] as const)
  consoleTest(
    `a refusal is explained in the language of the page, ${locale}`,
    'requests',
    async (t, { page, sandbox, query }) => {
      const code = await sandbox.issueCode('zhang')
      await query(code)
      await query(code)
      const line = page.getByRole('link', { name: /#2/ })
      t.match(await line.innerText(), words, 'as it comes')
      await line.click()
      const verdict = page.locator('.verdict')
      await verdict.getByText(words).waitFor()
      const near = await page
        .getByRole('article')
        .getByRole('listitem')
        .filter({ hasText: '#1' })
        .innerText()
      const chinese = /\p{Script=Han}/u
      for (const sentence of [await verdict.innerText(), near])
        t.equal(chinese.test(sentence), locale === 'zh-CN', sentence)
    },
    { locale },
  )

consoleTest(
  'a refused signature shows the text that was signed instead',
  'requests',
  async (t, { page, sandbox, post }) => {
    const party = terminalOf(sandbox.keys)
    const query = queryFor(await sandbox.issueCode('zhang'))
    const { signData: _, ...sealed } = sealEnvelope(
      query,
      SIGNED,
      party,
      Date.now(),
    )
    const text = signText(sealed, undefined, DIALECTS.A)
    await post(QUERY, { ...sealed, signData: sign(text, 'SM2', party) })
    await page.getByRole('link', { name: /ec\.query/ }).click()
    const article = page.getByRole('article')
    await article.getByText('What was signed instead').waitFor()
    t.match(await article.innerText(), /Signature wrong[\s\S]*The text to sign/)
  },
)

for (const [locale, all, one] of [
  [
    'en-GB',
    /all required fields are filled in[\s\S]*all required fields of data are/,
    'the required field data.termId is filled in',
  ],
  [
    'zh-CN',
    /必填字段均有值[\s\S]*data 的必填字段均有值/,
    '必填字段 data.termId 有值',
  ],
] as const)
  consoleTest(
    `that fields are filled in is said in words, ${locale}`,
    'requests',
    async (t, { page, query, post }) => {
      await query('1')
      await page.getByRole('link', { name: /#1/ }).click()
      const checks = page.locator('.checks')
      await checks.waitFor()
      const said = await checks.innerText()
      t.match(said, all)
      t.notMatch(said, '*')
      const { termId: _, ...data } = queryFor('1').data
      await post(QUERY, { ...queryFor('1'), data })
      await page.getByRole('link', { name: /#2/ }).click()
      await checks.getByText(one).waitFor()
    },
    { locale },
  )

for (const [locale, none, busy] of [
  ['en-GB', /no known slip explains it/, /16 signatures wait.*ask again/],
  ['zh-CN', /没有一种已知的偏差能解释/, /16 个签名排队.*再看一次/],
] as const)
  consoleTest(
    `a slip that nobody looked for is no slip that was not found, ${locale}`,
    'requests',
    async (t, { page, sandbox, post }) => {
      const party = terminalOf(sandbox.keys)
      const style = { ...SIGNED, sign: 'SM3' } as const
      const sealed = sealEnvelope(queryFor('1'), style, party, Date.now())
      const signData = '00'.repeat(32)
      await post(QUERY, { ...sealed, signData })
      const line = page.getByRole('link', { name: /ec\.query/ })
      await line.click()
      const article = page.getByRole('article')
      await article.getByText(none).waitFor()
      const crowded = crowd()
      await line.click()
      await article.getByText(busy).waitFor()
      t.notMatch(await article.innerText(), none)
      await crowded.leave()
    },
    { locale },
  )

consoleTest(
  'the filter finds by any column, and by refusal',
  'requests',
  async (t, { page, post, query, sandbox }) => {
    await query(await sandbox.issueCode('zhang'))
    await post(QUERY, requestFor('cn.nhsa.cert.get', {}))
    const lines = page.getByRole('link', { name: /#\d/ })
    await lines.nth(1).waitFor()
    t.equal(await lines.count(), 2)
    await page.getByLabel('refused only').check()
    t.equal(await lines.count(), 1)
    await page.getByLabel('refused only').uncheck()
    await page.getByLabel('Filter').fill('CERT.get')
    t.match(await lines.allInnerTexts(), [/cn\.nhsa\.cert\.get/])
    await page.getByLabel('Filter').fill('nothing at all')
    await page.getByText('No request matches').waitFor()
    await page.getByLabel('Filter').fill('#1')
    t.match(await lines.allInnerTexts(), [/ec\.query/])
  },
)

for (const [locale, label] of [
  ['en-GB', 'Filter'],
  ['zh-CN', '筛选'],
] as const)
  consoleTest(
    `what can be filtered by is read to its end, ${locale}`,
    'requests',
    async (t, { page }) => {
      for (const width of [320, 390, 960, 1024, 1280, 1600]) {
        await page.setViewportSize({ width, height: 800 })
        const room = await page.getByLabel(label).evaluate(input => {
          const context = document.createElement('canvas').getContext('2d')
          if (!(input instanceof HTMLInputElement) || !context)
            return Number.NaN
          const { font, paddingLeft } = getComputedStyle(input)
          context.font = font
          const padding = Number.parseFloat(paddingLeft)
          const { width } = context.measureText(input.placeholder)
          return input.clientWidth - 2 * padding - width
        })
        t.ok(room >= 0, `${width} pixels: ${room}`)
      }
    },
    { locale },
  )

consoleTest(
  'a request is replayed, and its code is used by then',
  'requests',
  async (t, { page, query, sandbox }) => {
    await query(await sandbox.issueCode('zhang'))
    await page.getByRole('link', { name: /#1/ }).click()
    await page.getByRole('button', { name: 'Replay' }).click()
    const again = page.getByRole('link', { name: /#2/ })
    await again.waitFor()
    t.match(await again.innerText(), '501001')
  },
)

consoleTest(
  'what a terminal sends stays text',
  'requests',
  async (t, { page, post }) => {
    const mark = '<img src=x onerror="document.title=1"><b>bold</b>'
    const request = requestFor(mark, { operatorName: mark })
    await post(QUERY, { ...request, orgId: mark, extra: { [mark]: mark } })
    await page.getByRole('link', { name: /#1/ }).click()
    await page.getByRole('article').getByText('Request as it came').waitFor()
    t.match(await page.getByRole('article').innerText(), '<b>bold</b>')
    t.equal(await page.locator('img[src=x], main b b').count(), 0)
    t.match(await page.title(), 'Requests')
  },
)

consoleTest(
  'the keyboard alone walks through the list and into a request',
  'requests',
  async (t, { page, query }) => {
    for (const code of ['1', '2', '3']) await query(code)
    await page.getByRole('link', { name: /#3/ }).waitFor()
    await page.getByLabel('refused only').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '#2 ec.query' }).waitFor()
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    t.equal(await focused.innerText(), 'Replay')
  },
)

consoleTest(
  'the list holds the latest two hundred, also as more come',
  'requests',
  async (t, { page, query }) => {
    for (let count = 0; count < 202; count++) await query('1')
    const lines = page.locator('.log li')
    await page.locator('#request-202').waitFor()
    t.equal(await lines.count(), 200)
    t.match(await lines.first().innerText(), '#202')
    await page.reload()
    await page.locator('#request-202').waitFor()
    t.match(await lines.last().innerText(), '#3 ')
    t.equal(await lines.count(), 200)
  },
)
