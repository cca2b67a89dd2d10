import t from 'tap'
import { createLog, traceOf } from '../src/log.js'

t.test('a trace names the place and keeps the message to itself', async t => {
  const thrown = Object.assign(new TypeError('idNo 11010519491231002X'), {
    code: 'ERR_SAMPLE',
  })
  const trace = traceOf(thrown)
  t.match(trace, { name: 'TypeError', code: 'ERR_SAMPLE', at: /log\.test/ })
  t.notMatch(JSON.stringify(trace), /11010519491231002X/)
})

t.test('a message of many lines does not get into the trace', async t => {
  const thrown = new Error('first\n    name 张三\n  at home')
  t.notMatch(JSON.stringify(traceOf(thrown)), /张三|home/)
})

t.test('what is thrown and is no error is told by its type', async t => {
  t.same(traceOf('11010519491231002X'), { thrown: 'string' })
})

t.test('a log has the level that was asked for', async t => {
  t.equal(createLog('error').level, 'error')
  t.equal(createLog('silent').isLevelEnabled('fatal'), false)
})
