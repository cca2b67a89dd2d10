import t from 'tap'
import { checkedToken, person, shapeReply } from '../../src/call/reply-shape.js'

const reply = (data: Record<string, unknown>, code = 0) => ({
  code,
  message: '成功',
  data,
})
const claim = { idNo: '1', idType: '01', userName: '张三' }

t.test('flag is a number, as clients compare it', async t => {
  for (const flag of ['1', 1]) {
    const shaped = shapeReply(reply({ flag, ...claim }), checkedToken)
    t.strictSame(shaped.reply.data, { flag: 1, ...claim })
    t.strictSame(shaped.missing, [])
  }
  const failed = shapeReply(reply({ flag: '0', ...claim }), checkedToken)
  t.equal(failed.reply.data.flag, 0)
  t.strictSame(failed.missing, [], 'the number 0 is there')
})

t.test('a flag that is no number stays as it is', async t => {
  const { reply: shaped } = shapeReply(reply({ flag: 'yes' }), checkedToken)
  t.equal(shaped.data.flag, 'yes')
})

t.test('what is left out is named, the rest goes through', async t => {
  const data = { userName: '张三', idNo: null, idType: '', more: 1 }
  const { reply: shaped, missing } = shapeReply(reply(data), person)
  t.strictSame(shaped.data, data)
  t.strictSame(missing, ['idNo', 'idType', 'ecToken'])
})

t.test('a refusal has no shape', async t => {
  const refusal = reply({}, 501001)
  t.strictSame(shapeReply(refusal, person), { reply: refusal, missing: [] })
})

t.test('the platform’s own object is left alone', async t => {
  const given = reply({ flag: '1', ...claim })
  shapeReply(given, checkedToken)
  t.equal(given.data.flag, '1')
})
