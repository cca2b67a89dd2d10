import t from 'tap'
import { writeBody } from '../../src/call/body.js'
import { readRequest } from '../../src/call/request.js'
import { IDENTITY, IN_DATA, ORG_ID, READING } from './fake-rooms.js'

const query = readRequest(IN_DATA)
const claim = { ecToken: 'x', idType: '01', idNo: '1', userName: 'x' }

t.test('a request, who was read and who asks', async t => {
  t.strictSame(writeBody(query, READING, IDENTITY), {
    orgId: ORG_ID,
    transType: 'ec.query',
    data: { ...query.data, ...READING.fields, ...IDENTITY.fields },
    extra: null,
  })
})

t.test('what the terminal knows stands above what was given', async t => {
  const forged = { termId: 'x', ecQrCode: 'x' }
  const request = { ...query, data: { ...query.data, ...forged } }
  t.match(writeBody(request, READING, IDENTITY), {
    data: { ...IDENTITY.fields, ...READING.fields },
  })
})

t.test('a bare request is its fields and nothing else', async t => {
  const request = readRequest(JSON.stringify({ ...claim, extra: {}, x: 1 }))
  t.strictSame(writeBody(request, undefined, undefined), claim)
})

t.test('an institution that is not known is left out', async t => {
  const notice = {
    transType: 'iot.medical.settle.notify',
    data: {
      bizType: 'settle',
      medicalSettleState: 'FAIL',
      operatorId: '001',
      operatorName: 'x',
      outBizNo: '1',
      totalFee: '1.00',
    },
  }
  const body = writeBody(
    readRequest(JSON.stringify(notice)),
    undefined,
    IDENTITY,
  )
  t.notOk('orgId' in body)
})
