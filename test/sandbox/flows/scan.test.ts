/** XJ-D01-2019, 6.3: 电子凭证扫码经办. */
import t from 'tap'
import { composeMedicalCode } from '../../../src/codes/medical-code.js'
import { startFlow } from './flow.js'

t.test('a local person is served without anybody being asked', async t => {
  const { show, scan, notices } = await startFlow(t)
  t.match(await scan(await show({ person: 'zhang' })), { code: 0 })
  for (const province of ['13', '35', '43', '65'])
    t.strictSame(await notices(province), [])
})

t.test('the place of insurance does the business of a stranger', async t => {
  const { show, scan, notices } = await startFlow(t)
  t.match(await scan(await show({ person: 'wang' })), { code: 0 })
  t.match(await notices('43'), [
    {
      kind: 'done',
      idNo: '11010519491231002X',
      businessType: '01101',
      place: '13',
    },
  ])
})

t.test('a code of another province is decoded there, once', async t => {
  const { show, scan } = await startFlow(t)
  const code = await show({ person: 'ji', province: '43' })
  t.match(await scan(code, '13'), {
    code: 0,
    data: { userName: '𠮷小川', ecToken: /^430000ec/ },
  })
  t.match(await scan(code, '13'), { code: 501001 })
  t.match(await scan(code, '43'), { code: 501001 })
})

t.test('a code of a province that is not there', async t => {
  const { scan } = await startFlow(t)
  const parts = { prefix: '424', unique: '1'.repeat(17), random: '00' } as const
  const code = composeMedicalCode({ ...parts, province: '51' })
  t.match(await scan(code), { code: 500053, message: /51.*13, 35, 43, 65/ })
})

t.test('data that have changed are corrected by the way', async t => {
  const { show, scan, act, person } = await startFlow(t)
  await scan(await show({ person: 'wang' }))
  t.match(await act('wang', 'move', { to: '430500' }), { insured: ['430500'] })

  const stale = await show({ person: 'wang' })
  t.match(await scan(stale), { code: 500023, message: /重新展示二维码/ })
  const { provinces } = await person('wang')
  for (const { insured } of provinces) t.strictSame(insured, ['430500'])
  const fresh = await scan(await show({ person: 'wang' }))
  t.match(fresh, { code: 0, data: { insuOrg: '430500' } })
})

t.test('who has moved at home shows a code of the old place', async t => {
  const { show, scan, act } = await startFlow(t)
  const old = await show({ person: 'zhang' })
  t.match(await act('zhang', 'move', { to: '130900' }), {
    insured: ['130900'],
  })
  t.match(await scan(old), { code: 500023 })
  const fresh = await scan(await show({ person: 'zhang' }))
  t.match(fresh, { code: 0, data: { insuOrg: '130900' } })
})

t.test('one of several places is left, and from there the next', async t => {
  const { act } = await startFlow(t)
  t.match(await act('chen', 'move', { to: '130900' }), {
    insured: ['130900', '430100', '130600'],
  })
  t.match(await act('chen', 'move', { to: '130800' }), {
    insured: ['130800', '430100', '130600'],
  })
  const away = { from: '130200', to: '130700' }
  t.match(await act('chen', 'move', away), { code: -2, message: /130800/ })
})

t.test('nobody moves to where he is insured already', async t => {
  const { act, person } = await startFlow(t)
  for (const to of ['130600', '130200'])
    t.match(await act('chen', 'move', { to }), { code: -2 }, to)
  t.strictSame((await person('chen')).insured, ['130200', '430100', '130600'])
})

t.test('a move elsewhere than in the province is refused', async t => {
  const { act } = await startFlow(t)
  t.match(await act('wang', 'move', { to: '130100' }), { code: -2 })
  t.match(await act('wang', 'move', { from: '130100', to: '130200' }), {
    code: -2,
    message: /430000/,
  })
})

t.test('the other places of insurance are told of it', async t => {
  const { show, scan, notices } = await startFlow(t)
  t.match(await scan(await show({ person: 'chen' })), { code: 0 })
  t.match(await notices('43'), [{ kind: 'told', place: '13' }])
  t.strictSame(await notices('13'), [], 'who did it knows')

  const chosen = { person: 'chen', insuOrg: '430100', province: '65' }
  t.match(await scan(await show(chosen), '65'), { code: 0 })
  t.match(await notices('43'), [
    { kind: 'told' },
    { kind: 'done', place: '65' },
  ])
  t.match(await notices('13'), [{ kind: 'told', place: '65' }])
})

t.test('1,000 attempts at once on one code: one succeeds', async t => {
  const { show, scan } = await startFlow(t)
  for (const province of ['13', '43']) {
    const code = await show({ person: 'ji', province })
    const answers = await Promise.all(
      Array.from({ length: 1000 }, () => scan(code)),
    )
    const codes = answers.map(({ code }) => code)
    t.equal(codes.filter(code => code === 0).length, 1)
    t.equal(codes.filter(code => code === 501001).length, 999)
  }
})
