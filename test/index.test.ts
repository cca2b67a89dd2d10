import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'smol-toml'
import t from 'tap'
import { openTerminal } from '../src/index.js'
import { startSandbox } from '../src/sandbox/sandbox.js'
import { plugVirtualScanner } from '../src/scanner/virtual.js'
import { requestText } from './field/harness.js'

/** A fresh code is shown this often until somebody has read one. */
const SHOW_MS = 200

t.test('a kiosk program calls without daemon and socket', async t => {
  const folder = mkdtempSync(join(tmpdir(), 'nationec-test-'))
  process.env.NATIONEC_STATE = folder
  t.teardown(() => {
    delete process.env.NATIONEC_STATE
    rmSync(folder, { recursive: true })
  })
  const sandbox = await startSandbox({
    port: 0,
    folder: join(folder, 'sandbox'),
  })
  t.teardown(() => sandbox.close())
  const scanner = plugVirtualScanner()
  t.teardown(() => scanner.unplug())
  const config = join(folder, 'nationec.toml')
  const terminalTable = { filing_number: '99000000000000000001' }
  writeFileSync(
    config,
    stringify({ terminal: terminalTable, scanner: { path: scanner.path } }),
  )
  const terminal = openTerminal(config)
  const strUrl = `${sandbox.url}/localcfc/api/hsecfc/localQrCodeQuery`

  const showing = setInterval(
    async () => scanner.scan(await sandbox.issueCode('ji')),
    SHOW_MS,
  )
  const seen = await terminal.trans(strUrl, requestText())
  clearInterval(showing)
  t.equal(seen.returned, '0000')
  t.match(JSON.parse(seen.outData), { code: 0, data: { userName: '𠮷小川' } })

  const leaving = new AbortController()
  const left = terminal.trans(strUrl, requestText(), leaving.signal)
  leaving.abort()
  t.equal((await left).returned, '-2')

  const waiting = terminal.trans(strUrl, requestText())
  await terminal.close()
  t.equal((await waiting).returned, '-1')
})
