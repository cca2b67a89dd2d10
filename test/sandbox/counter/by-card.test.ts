import t from 'tap'
import { QUERY, requestFor, startHarness, TOKEN_CHECK } from '../harness.js'

const card = { idType: '01', idNo: '11010519491231002X', userName: '王秀英' }
const request = (data: object) => requestFor('cn.nhsa.cert.get', data)

t.test('an id card becomes its person, with a token that holds', async t => {
  const { post } = await startHarness(t)
  const { json } = await post(QUERY, request(card))
  t.match(json, { code: 0, data: { ...card, insuOrg: '430000' } })
  const claim = { ...card, ecToken: json.data.ecToken }
  t.equal((await post(TOKEN_CHECK, claim)).json.data.flag, 1)
})

t.test('a card that nobody has', async t => {
  const { post } = await startHarness(t)
  const other = { ...card, idNo: '440524188001010014' }
  t.equal((await post(QUERY, request(other))).json.code, 500001)
})

t.test('another document, and a field that is missing', async t => {
  const { post } = await startHarness(t)
  for (const [wrong, field] of [
    [{ idType: '08' }, 'idType'],
    [{ idNo: '' }, 'idNo'],
    [{ operatorId: undefined }, 'operatorId'],
  ] as const) {
    const { json } = await post(QUERY, request({ ...card, ...wrong }))
    t.match(json, { code: -2 })
    t.match(json.message, `data.${field}`)
  }
})
