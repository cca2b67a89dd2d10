import { writeFileSync } from 'node:fs'
import t from 'tap'
import { startDaemon } from '../../src/daemon.js'
import { shortFolder } from '../bridge/socket-caller.js'
import { FILING_NUMBER, silentLog, startMachine } from '../machine.js'
import { run } from './run.js'

t.test('a bare machine ends with 3, each cure in the user’s words', async t => {
  const folder = shortFolder(t)
  const english = await run(['doctor'], { folder })
  t.equal(english.code, 3)
  t.match(english.stdout, /^✓ Node v/)
  t.match(
    english.stdout,
    /^✗ no filing number: run nationec terminal register/m,
  )
  const locale = 'zh_CN.UTF-8'
  const chinese = await run(['doctor'], { folder, locale })
  t.match(chinese.stdout, /^✗ 未配置终端备案号/m)
})

t.test('a machine that is set up ends with 0', async t => {
  const { config, folder, socket, gun } = await startMachine(t)
  const file = `${folder}/nationec.toml`
  writeFileSync(
    file,
    `[scanner]\npath = "${gun.path}"\n` +
      `[terminal]\nfiling_number = "${FILING_NUMBER}"\n`,
  )
  const daemon = await startDaemon(config, socket, silentLog)
  const argv = ['doctor', '--json', '--config', file]
  const { code, stdout } = await run(argv, { folder })
  daemon.stop()
  await daemon.ended
  t.equal(code, 0)
  const findings: { well: boolean }[] = JSON.parse(stdout)
  t.equal(findings.length, 9)
  t.ok(findings.every(({ well }) => well))
})
