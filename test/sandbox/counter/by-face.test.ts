import t from 'tap'
import { AUTHORISATION_LIFE_MS } from '../../../src/sandbox/books/code-book.js'
import { type Harness, QUERY, requestFor, startHarness } from '../harness.js'

const outBizNo = 'H3502031900120240601000001234'

const authorise = ({ post }: Harness, data: object) =>
  post(QUERY, requestFor('cn.nhsa.ec.auth', { outBizNo, ...data }))
const check = ({ post }: Harness, data: object) =>
  post(QUERY, requestFor('cn.nhsa.auth.check', { outBizNo, ...data }))

t.test('a face becomes an authorisation, and that a person', async t => {
  const harness = await startHarness(t)
  const given = await authorise(harness, { faceToken: 'wang' })
  const { authNo } = given.json.data
  t.match(authNo, /^ano\d{19}130000$/)
  t.equal(String(authNo).length, 28)
  t.strictSame(given.json.data, { authNo, outBizNo, extData: null })
  const { json } = await check(harness, { authNo })
  const { ecToken, ecIndexNo } = json.data
  t.match(ecToken, /^130000ec[0-9a-f]{30}$/)
  t.strictSame(json.data, {
    userName: '王秀英',
    idNo: '11010519491231002X',
    idType: '01',
    insuOrg: '430000',
    ecIndexNo,
    gender: '女',
    birthday: '1949.12.31',
    nationality: 'null',
    ecToken,
    authNo,
    chnlId: 'null',
    ecQrCode: '',
    email: 'null',
  })
})

t.test('an authorisation is good once', async t => {
  const harness = await startHarness(t)
  const authNo = await harness.sandbox.issueCode('zhang', { kind: 'face' })
  t.equal((await check(harness, { authNo })).json.code, 0)
  t.equal((await check(harness, { authNo })).json.code, 500062)
})

t.test('200 attempts at once on one authorisation: one succeeds', async t => {
  const harness = await startHarness(t)
  const authNo = await harness.sandbox.issueCode('zhang', { kind: 'face' })
  const replies = await Promise.all(
    Array.from({ length: 200 }, () => check(harness, { authNo })),
  )
  t.equal(replies.filter(({ json }) => json.code === 0).length, 1)
})

t.test('an authorisation ends by time', async t => {
  const harness = await startHarness(t)
  const issue = () => harness.sandbox.issueCode('zhang', { kind: 'face' })
  const [young, old] = [await issue(), await issue()]
  harness.advance(AUTHORISATION_LIFE_MS)
  t.equal((await check(harness, { authNo: young })).json.code, 0)
  harness.advance(1)
  t.equal((await check(harness, { authNo: old })).json.code, 500022)
})

t.test('one that was never given is refused', async t => {
  const harness = await startHarness(t)
  const code = await harness.sandbox.issueCode('zhang')
  for (const authNo of ['ano3728680187894374401630000', code, 'x']) {
    t.equal((await check(harness, { authNo })).json.code, 500008, authNo)
  }
  t.equal((await harness.query(code)).json.code, 0, 'a code is not used up')
})

t.test('an authorisation is no code', async t => {
  const { sandbox, query } = await startHarness(t)
  const authNo = await sandbox.issueCode('zhang', { kind: 'face' })
  t.equal((await query(authNo)).json.code, 500159)
})

t.test('a face that nobody has', async t => {
  const harness = await startHarness(t)
  const { json } = await authorise(harness, { faceToken: 'nobody' })
  t.equal(json.code, 500001)
})

t.test('each field that is missing is named', async t => {
  const harness = await startHarness(t)
  const missing = async (reply: ReturnType<typeof check>, field: string) => {
    const { json } = await reply
    t.match(json, { code: -2 })
    t.match(json.message, `缺少 data.${field}，`)
  }
  await missing(authorise(harness, {}), 'faceToken')
  await missing(
    authorise(harness, { faceToken: 'ji', outBizNo: '' }),
    'outBizNo',
  )
  await missing(check(harness, {}), 'authNo')
  await missing(check(harness, { authNo: 'x', outBizNo: '' }), 'outBizNo')
  await missing(
    check(harness, { authNo: 'x', businessType: '' }),
    'businessType',
  )
  const { json } = await authorise(harness, { faceToken: 'ji', termId: '1' })
  t.equal(json.code, -4)
})
