import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { startMachine } from '../machine.js'
import { run } from './run.js'

t.test('the sandbox, plain and as its own configuration says', async t => {
  const { folder, strUrl } = await startMachine(t)
  const plain = await run(['platform', 'ping', '--json'], { folder })
  t.equal(plain.code, 0, plain.stderr)
  const [{ findings }] = JSON.parse(plain.stdout)
  t.equal(findings.length, 5)

  const { stdout } = await run(['sandbox', 'config'], { folder })
  t.match(stdout, /envelope = "encrypted"/)
  writeFileSync(join(folder, 'nationec.toml'), stdout)
  const signed = await run(['platform', 'ping', strUrl], { folder })
  t.equal(signed.code, 0, signed.stdout)
  t.match(signed.stdout, /✓ signature .*right both ways/)
  const every = await run(['platform', 'ping', '--json'], { folder })
  t.equal(JSON.parse(every.stdout).length, 1, 'the sandbox counts once')
})

t.test('what is wrong is exit code 3', async t => {
  const { folder, strUrl, closeSandbox } = await startMachine(t)
  const { stdout } = await run(['sandbox', 'config'], { folder })
  const pin = `pin = "${Array(32).fill('AB').join(':')}"`
  const other = stdout.replace(/^pin = .*$/m, pin)
  writeFileSync(join(folder, 'nationec.toml'), other)
  const untrusted = await run(['platform', 'ping', strUrl], { folder })
  t.match(untrusted, { code: 3, stdout: /✗ tls .*pin/ })
  await closeSandbox()
  const gone = await run(['platform', 'ping', strUrl], { folder })
  t.match(gone, { code: 3, stdout: /✗ tcp .*ECONNREFUSED/ })
  writeFileSync(join(folder, 'nationec.toml'), '')
  const none = await run(['platform', 'ping'], { folder })
  t.match(none, { code: 3, stderr: /no platform/ })
  const foreign = await run(['platform', 'ping', 'https://127.0.0.1/'], {
    folder,
  })
  t.match(foreign, { code: 3, stderr: /allow list/ })
})
