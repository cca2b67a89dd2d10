import t from 'tap'
import { shortFolder } from '../bridge/socket-caller.js'
import { run } from './run.js'

t.test('for a person: each step, then what the program got', async t => {
  const locale = 'zh_CN.UTF-8'
  const { code, stdout } = await run(['demo'], {
    folder: shortFolder(t),
    locale,
  })
  t.equal(code, 0)
  t.match(stdout, /^沙箱/)
  for (const step of ['received', 'armed', 'scanned', 'sent', 'delivered']) {
    t.match(stdout, new RegExp(`^ +[\\d.]+ ms  ${step} `, 'm'))
  }
  t.match(stdout, '0000')
  t.match(stdout, '"userName": "张三"')
  t.match(stdout, '下一步')
})

t.test('for a program: one line of JSON', async t => {
  const folder = shortFolder(t)
  const { code, stdout } = await run(['demo', '--json'], { folder })
  t.equal(code, 0)
  t.match(JSON.parse(stdout), {
    returned: '0000',
    outData: { data: { userName: '张三' } },
    steps: Array,
  })
})
