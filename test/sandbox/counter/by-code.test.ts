import t from 'tap'
import { CODE_LIFE_MS } from '../../../src/sandbox/books/code-book.js'
import { people } from '../../../src/sandbox/people/people.js'
import { QUERY, queryFor, requestFor, startHarness } from '../harness.js'

t.test('a good code is answered with its person and a token', async t => {
  const { sandbox, query } = await startHarness(t)
  const code = await sandbox.issueCode('wang')
  const { status, type, json } = await query(code)
  t.equal(status, 200)
  t.equal(type, 'application/json; charset=utf-8')
  const { ecToken, ecIndexNo, chnlId } = json.data
  t.match(ecToken, /^130000ec[0-9a-f]{30}$/)
  t.match(ecIndexNo, /^[0-9A-F]{32}$/)
  t.match(chnlId, /^[0-9A-Z]{32}$/)
  t.strictSame(json, {
    code: 0,
    type: 'success',
    success: true,
    message: '成功',
    orgId: 'H35020319001',
    data: {
      userName: '王秀英',
      idNo: '11010519491231002X',
      idType: '01',
      insuOrg: '430000',
      ecIndexNo,
      gender: '女',
      birthday: '1949.12.31',
      nationality: '中国',
      ecToken,
      email: null,
      chnlId,
      ecQrCode: code,
      authNo: null,
    },
  })
})

t.test('everybody has a code, and his own name comes back', async t => {
  const { sandbox, query } = await startHarness(t)
  for (const { id, userName, idNo } of people) {
    const { json } = await query(await sandbox.issueCode(id))
    t.match(json.data, { userName, idNo })
  }
})

t.test('each bad code has its own number and nobody’s data', async t => {
  const { sandbox, query } = await startHarness(t)
  const answerTo = async (kind: 'used' | 'expired' | 'unknown') =>
    (await query(await sandbox.issueCode('zhang', { kind }))).json
  t.strictSame(await answerTo('used'), {
    message: '二维码 Token 失效',
    success: false,
    code: 501001,
  })
  t.strictSame(await answerTo('expired'), {
    message: '展码 id 失效或已过期',
    success: false,
    code: 500005,
  })
  t.strictSame(await answerTo('unknown'), {
    message: '电子凭证二维码无效',
    success: false,
    code: 500049,
  })
})

const wrongKinds: Record<string, string> = {
  'a payment code': '134567890123456789',
  'a health card': `${'714C0A2A'.repeat(8)}:0:748FD3A74A91EC4CF95::`,
  'a fusion code': `${'714C0A2A'.repeat(8)}:0:748F:RH12881234567890`,
  'a social security code': '92000000021234567890',
  'a citizen’s number': '11010519491231002X',
  'a face authorisation': 'ano3728680187894374401630000',
  'a link': 'https://example.invalid/',
  'text with control characters': '\u0000\u001b[2J',
  'ten kilobytes': '9'.repeat(10_240),
}

t.test('the wrong kind of code is told apart from a bad one', async t => {
  const { query } = await startHarness(t)
  for (const [name, code] of Object.entries(wrongKinds)) {
    const { text } = await query(code)
    t.equal(
      text,
      '{"message":"请使用医保电子凭证二维码","success":false,"code":500159}',
      name,
    )
  }
})

t.test('a code lives as long as it should', async t => {
  const { sandbox, query, advance } = await startHarness(t)
  const [young, old] = [
    await sandbox.issueCode('zhang'),
    await sandbox.issueCode('zhang'),
  ]
  advance(CODE_LIFE_MS)
  t.equal((await query(young)).json.code, 0)
  advance(1)
  t.equal((await query(old)).json.code, 500005)
})

t.test('200 attempts at once on one code: one succeeds', async t => {
  const { sandbox, query } = await startHarness(t)
  const code = await sandbox.issueCode('zhang')
  const replies = await Promise.all(
    Array.from({ length: 200 }, () => query(code)),
  )
  const codes = replies.map(({ json }) => json.code)
  t.equal(codes.filter(number => number === 0).length, 1)
  t.equal(codes.filter(number => number === 501001).length, 199)
})

t.test('each field that is missing is named', async t => {
  const { sandbox, post, query } = await startHarness(t)
  const code = await sandbox.issueCode('zhang')
  for (const field of Object.keys(queryFor(code).data))
    for (const value of [undefined, null, '', '  ', 7]) {
      const body = queryFor(code)
      const { json } = await post(QUERY, {
        ...body,
        data: { ...body.data, [field]: value },
      })
      t.equal(json.code, -2)
      t.match(json.message, `data.${field}`)
    }
  for (const field of ['orgId', 'transType', 'data']) {
    const { json } = await post(QUERY, { ...queryFor(code), [field]: null })
    t.equal(json.code, -2)
    t.match(json.message, `缺少 ${field}，`)
  }
  t.equal((await query(code)).json.code, 0, 'none of them used the code')
})

t.test('what the specification does not know is let through', async t => {
  const { sandbox, post } = await startHarness(t)
  const body = queryFor(await sandbox.issueCode('zhang'))
  const data = { ...body.data, termMac: '00:00:5E:00:53:01', deviceType: '' }
  const { json } = await post(QUERY, { ...body, extra: null, url: '', data })
  t.equal(json.code, 0)
})

t.test('a terminal without a filing number is refused', async t => {
  const { sandbox, post } = await startHarness(t)
  const body = queryFor(await sandbox.issueCode('zhang'))
  for (const termId of ['1', '9900000000000000000x', '9'.repeat(21)]) {
    const data = { ...body.data, termId }
    t.equal((await post(QUERY, { ...body, data })).json.code, -4)
  }
  t.equal((await post(QUERY, body)).json.code, 0, 'the code was not used')
})

t.test('cn.nhsa.qrcode.get answers the same person with less', async t => {
  const { sandbox, post } = await startHarness(t)
  const ecQrCode = await sandbox.issueCode('wang')
  const body = requestFor('cn.nhsa.qrcode.get', { ecQrCode })
  const { json } = await post(QUERY, body)
  t.strictSame(Object.keys(json.data).sort(), [
    'birthday',
    'ecIndexNo',
    'ecToken',
    'email',
    'gender',
    'idNo',
    'idType',
    'insuOrg',
    'nationality',
    'userName',
  ])
  t.match(json, { code: 0, data: { userName: '王秀英' } })
  t.equal((await post(QUERY, body)).json.code, 501001, 'once')
  const pay = requestFor('cn.nhsa.qrcode.get', { ecQrCode: '1'.repeat(18) })
  t.equal((await post(QUERY, pay)).json.code, 500159)
})

const outBizNo = '20200505093012'

t.test('iot.gain.ec.qrcode takes a code, and gives outBizNo back', async t => {
  const { sandbox, post } = await startHarness(t)
  const ecQrCode = await sandbox.issueCode('ji')
  const data = { ecQrCode, outBizNo, gainWay: 'ALL' }
  const body = requestFor('iot.gain.ec.qrcode', data)
  const { json } = await post(QUERY, body)
  t.match(json, { code: 0, data: { userName: '𠮷小川', outBizNo, ecQrCode } })
  t.equal((await post(QUERY, body)).json.code, 501001, 'once')
})

t.test('or a face', async t => {
  const { post } = await startHarness(t)
  const send = (data: object) =>
    post(QUERY, requestFor('iot.gain.ec.qrcode', { outBizNo, ...data }))
  const { json } = await send({ faceToken: 'ji' })
  t.match(json, {
    code: 0,
    data: { userName: '𠮷小川', outBizNo, ecQrCode: null },
  })
  t.equal((await send({ faceToken: 'nobody' })).json.code, 500001)
  const neither = (await send({})).json
  t.match(neither, { code: -2, message: /data\.ecQrCode/ })
  const unnamed = await send({ faceToken: 'ji', outBizNo: '' })
  t.match(unnamed.json, { code: -2, message: /data\.outBizNo/ })
})
