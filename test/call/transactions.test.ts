import t from 'tap'
import { TOKEN_CHECK, transactionOf } from '../../src/call/transactions.js'

t.test('ec.query is checked against table B.3', async t => {
  const { transType, clause, fields } = transactionOf('ec.query')
  t.equal(transType, 'ec.query')
  t.equal(clause, 'B.3')
  const required = fields.filter(({ required }) => required)
  t.strictSame(
    required.map(({ name }) => name),
    ['orgId', 'businessType', 'operatorId', 'operatorName'],
  )
})

t.test('a caller need not give what the terminal fills in', async t => {
  const { fields } = transactionOf('ec.query')
  for (const name of ['ecQrCode', 'termId', 'termIp']) {
    t.notOk(
      fields.some(field => field.name === name),
      name,
    )
  }
})

t.test('a type that the field calls and we do not yet', async t => {
  for (const transType of [TOKEN_CHECK, 'cn.nhsa.ec.auth']) {
    t.throws(() => transactionOf(transType), {
      symbol: 'trans-type-later',
      code: -2,
      parameters: { transType, known: 'ec.query' },
    })
  }
})

t.test('a type that nobody knows', async t => {
  for (const transType of ['', 'EC.QUERY', 'ec.query ', 'constructor']) {
    t.throws(() => transactionOf(transType), {
      symbol: 'trans-type-unknown',
      code: -2,
      parameters: { known: 'ec.query' },
    })
  }
})
