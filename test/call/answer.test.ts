import t from 'tap'
import { failedAnswer } from '../../src/call/answer.js'
import { Failure } from '../../src/failure.js'

t.test('an answer without a person has every member', async t => {
  const failure = new Failure('queue-full', { limit: 3 })
  t.strictSame(failedAnswer(failure, 'P99000000001', 'en'), {
    code: -6,
    message: 'more than 3 calls wait for their turn: try again later',
    orgId: 'P99000000001',
    data: {},
  })
})

t.test('the sentence is in the language of the counter', async t => {
  const { message } = failedAnswer(new Failure('caller-left'), '', 'zh-CN')
  t.match(message, '调用方已断开')
})
