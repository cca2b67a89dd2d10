/** XJ-D01-2019, 6.2: 电子凭证二维码生成和展示. */
import t from 'tap'
import { parseMedicalCode } from '../../../src/codes/medical-code.js'
import { CODE_LIFE_MS } from '../../../src/sandbox/books/code-book.js'
import { startFlow } from './flow.js'

t.test('the province where it is used gives the code', async t => {
  const { show, scan } = await startFlow(t)
  for (const province of ['13', '35', '43', '65']) {
    const code = await show({ person: 'zhang', province })
    t.equal(parseMedicalCode(code)?.province, province)
    const { data } = await scan(code, province)
    t.match(data, { userName: '张三', insuOrg: '130300' })
    t.match(data.ecToken, new RegExp(`^${province}0000ec[0-9a-f]{30}$`))
  }
})

t.test('a province asks the nation once, and remembers', async t => {
  const { person, show } = await startFlow(t)
  const knownIn = async () =>
    (await person('wang')).provinces.map(({ province }) => province)
  t.strictSame(await knownIn(), ['43'])
  await show({ person: 'wang', province: '65' })
  t.strictSame(await knownIn(), ['43', '65'])
})

t.test('of several 统筹区 the one that was chosen is told', async t => {
  const { show, scan, post } = await startFlow(t)
  for (const insuOrg of ['130200', '430100', '130600']) {
    const code = await show({ person: 'chen', insuOrg })
    t.match(await scan(code), { code: 0, data: { insuOrg } })
  }
  const code = await show({ person: 'chen' })
  t.match(await scan(code), { data: { insuOrg: '130200' } }, 'the first')
  const other = await post('/sandbox/codes', {
    person: 'chen',
    insuOrg: '350100',
  })
  t.match(other.json, { code: -2, message: /130200, 430100, 130600/ })
})

t.test('who is insured nowhere has no code', async t => {
  const { post } = await startFlow(t)
  const { status, json } = await post('/sandbox/codes', { person: 'zhao' })
  t.equal(status, 400)
  t.match(json, { code: 500054 })
})

t.test('the answer says how long the code lives', async t => {
  const { post, scan, advance } = await startFlow(t)
  const issue = async () =>
    (await post<{ code: string; expiresAt: number }>('/sandbox/codes', {})).json
  const [first, second] = [await issue(), await issue()]
  advance(CODE_LIFE_MS)
  t.equal((await scan(first.code)).code, 0, 'to the last millisecond')
  advance(1)
  t.equal((await scan(second.code)).code, 500005)
})
