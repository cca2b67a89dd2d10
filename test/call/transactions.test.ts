import t from 'tap'
import { checkFields } from '../../src/call/fields.js'
import { transactionOf } from '../../src/call/transactions.js'

/** type, what is read, what must be given, whether it may be sent twice. */
const TABLE: [string, string, string, boolean][] = [
  ['ec.query', 'code', 'orgId businessType operatorId operatorName', false],
  ['localEcTokenCheck', '', 'ecToken idType idNo userName', true],
  [
    'cn.nhsa.qrcode.get',
    'code',
    'orgId businessType operatorId operatorName officeId officeName',
    false,
  ],
  [
    'cn.nhsa.ec.auth',
    'face',
    'orgId businessType operatorId operatorName officeId officeName outBizNo',
    false,
  ],
  [
    'cn.nhsa.auth.check',
    '',
    'orgId businessType operatorId operatorName officeId officeName ' +
      'outBizNo authNo',
    false,
  ],
  [
    'cn.nhsa.cert.get',
    'card',
    'orgId businessType operatorId operatorName officeId officeName',
    false,
  ],
  [
    'cn.nhsa.settle.notify',
    '',
    'orgId outBizNo medicalSettleState operatorId operatorName totalFee',
    true,
  ],
  [
    'iot.gain.ec.qrcode',
    '',
    'orgId businessType operatorId operatorName gainWay outBizNo',
    false,
  ],
  [
    'iot.medical.settle.notify',
    '',
    'bizType medicalSettleState operatorId operatorName outBizNo totalFee',
    true,
  ],
]

for (const [transType, reads, required, repeatable] of TABLE) {
  t.test(transType, async t => {
    const transaction = transactionOf(transType)
    const must = transaction.fields.filter(field => field.required === true)
    t.equal(must.map(({ name }) => name).join(' '), required)
    t.equal(transaction.reads({}).join(' '), reads)
    t.equal(transaction.repeatable, repeatable)
    t.equal(transaction.bare, transType === 'localEcTokenCheck')
    t.ok(transaction.reply.length > 0)
  })
}

t.test('a caller need not give what the terminal fills in', async t => {
  for (const [transType] of TABLE) {
    const { fields } = transactionOf(transType)
    for (const name of ['ecQrCode', 'faceToken', 'termId', 'termIp']) {
      t.notOk(
        fields.some(field => field.name === name),
        `${transType} ${name}`,
      )
    }
  }
})

t.test('a settlement that succeeded has its number', async t => {
  const { fields, clause } = transactionOf('cn.nhsa.settle.notify')
  const failed = {
    orgId: 'P99000000001',
    outBizNo: '1',
    medicalSettleState: 'FAIL',
    operatorId: '001',
    operatorName: '收费员甲',
    totalFee: 0,
  }
  t.equal(checkFields(failed, fields, clause).totalFee, '0')
  const succeeded = { ...failed, medicalSettleState: 'SUCCESS' }
  t.throws(() => checkFields(succeeded, fields, clause), {
    symbol: 'field-missing',
    code: -2,
    parameters: { field: 'medicalSettleNo', clause: 'cn.nhsa.settle.notify' },
  })
  const odd = { ...failed, medicalSettleState: 'PAID' }
  t.throws(() => checkFields(odd, fields, clause), {
    symbol: 'field-value',
    code: -2,
    parameters: { field: 'medicalSettleState', known: 'SUCCESS, FAIL' },
  })
})

t.test('a type that nobody knows', async t => {
  for (const transType of ['', 'EC.QUERY', 'ec.query ', 'constructor']) {
    t.throws(() => transactionOf(transType), {
      symbol: 'trans-type-unknown',
      code: -2,
      parameters: { known: TABLE.map(([transType]) => transType).join(', ') },
    })
  }
})
