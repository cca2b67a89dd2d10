import t from 'tap'
import { shortFolder } from '../bridge/socket-caller.js'
import { run } from './run.js'

t.test('set-up codes of a family, drawn', async t => {
  const folder = shortFolder(t)
  const { code, stdout } = await run(['scanner', 'setup', 'ssi'], { folder })
  t.equal(code, 0)
  t.match(stdout, /USB COM port {2}\^#SC\^3030012\n/)
  t.match(stdout, /█▀▀▀▀▀█/)
})

t.test('a family whose codes only its manual has', async t => {
  const folder = shortFolder(t)
  const argv = ['scanner', 'setup', 'honeywell']
  const { stdout } = await run(argv, { folder, locale: 'zh_CN' })
  t.match(stdout, /只能从手册中扫.*接口.*结束符.*触发/)
  t.match(stdout, /由主机触发 {2}16 4D 0D 54 52 47 4D 4F 44 30 2E/)
})

t.test('for programs', async t => {
  const folder = shortFolder(t)
  const argv = ['scanner', 'setup', 's-cmd', '--json']
  const { code, stdout } = await run(argv, { folder })
  t.equal(code, 0)
  t.match(JSON.parse(stdout), {
    rulesFile: /^\/etc\/udev/,
    rules: [],
    codes: { 's-cmd': [{ step: 'begin', code: 'S_CMD_0001' }] },
    commands: { 's-cmd': [] },
  })
})

t.test('what is attached, or that nothing is', async t => {
  const folder = shortFolder(t)
  const { code, stdout } = await run(['scanner', 'setup'], { folder })
  t.equal(code, 0)
  t.match(stdout, /udevadm control --reload|no scanner is attached/)
})
