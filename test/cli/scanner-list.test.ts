import { writeFileSync } from 'node:fs'
import t from 'tap'
import { plugVirtualScanner } from '../../src/scanner/virtual.js'
import { shortFolder } from '../bridge/socket-caller.js'
import { run } from './run.js'

t.test('what is configured and not there is said, with 3', async t => {
  const folder = shortFolder(t)
  writeFileSync(`${folder}/nationec.toml`, '[scanner]\nusb = "1eab:ffff"\n')
  const { code, stdout } = await run(['scanner', 'list'], { folder })
  t.equal(code, 3)
  t.match(stdout, /1eab:ffff: ✗ no scanner 1eab:ffff is attached/)
  const argv = ['scanner', 'list', '--json']
  const json = JSON.parse((await run(argv, { folder, locale: 'zh_CN' })).stdout)
  t.match(json.wanted, [
    {
      name: '1eab:ffff',
      problem: { symbol: 'scanner-missing', sentence: /未插入扫码设备/ },
    },
  ])
  t.ok(Array.isArray(json.attached))
})

t.test('a path that can be opened is all a call needs', async t => {
  const folder = shortFolder(t)
  const gun = plugVirtualScanner()
  t.teardown(gun.unplug)
  const toml = `[[scanners]]\npath = "${gun.path}"\n`
  writeFileSync(`${folder}/nationec.toml`, toml)
  const argv = ['scanner', 'list', '--json']
  const { code, stdout } = await run(argv, { folder })
  t.equal(code, 0)
  t.match(JSON.parse(stdout).wanted, [{ path: gun.path }])
})
