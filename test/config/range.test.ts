import t from 'tap'
import { describeRange } from '../../src/config/range.js'

t.test('range and default are those of the schema', async t => {
  t.equal(describeRange('call.deadline', 'en'), '0.1 to 600. Default: 60')
  t.equal(describeRange('call.deadline', 'zh-CN'), '0.1 至 600。默认：60')
  t.equal(
    describeRange('reply.data', 'en'),
    'One of "object", "string". Default: "object"',
  )
  t.equal(
    describeRange('terminal.org_id', 'en'),
    'Up to 40 characters. Default: ""',
  )
  t.equal(describeRange('scanner.path', 'en'), 'Default: "auto"')
  t.equal(describeRange('platforms.pin', 'en'), 'Default: ""')
  t.equal(describeRange('platforms.url', 'en'), 'Required')
})
