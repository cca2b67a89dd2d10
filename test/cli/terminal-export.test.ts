/**
 * What is on file as a sheet: how far it is, and where it ends.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { packagePath } from '../../src/paths.js'
import { XLSX_ROWS_MAX } from '../../src/registry/sheet/write.js'
import { openStore } from '../../src/store/store.js'
import { fill } from '../registry/filling.js'
import { registered } from '../registry/terminals.js'
import { startRegistryMachine } from './registry-machine.js'

/** A large registry is filled, and read page by page. */
t.setTimeout(120_000)

async function setUp(t: Test) {
  const { nationec, ...machine } = await startRegistryMachine(t)
  process.env.NATIONEC_REGISTRY_TOKEN = await machine.registry.addOperator('li')
  t.teardown(() => delete process.env.NATIONEC_REGISTRY_TOKEN)
  const terminal = (...argv: string[]) => nationec('terminal', ...argv)
  return { ...machine, terminal }
}

t.test('an export that XLSX cannot hold names the way out', async t => {
  const { folder, terminal } = await setUp(t)
  const store = await openStore(join(folder, 'registry.db'))
  t.teardown(() => store.close())
  await fill(store, XLSX_ROWS_MAX + 1)
  const much = await terminal('export', 'much.xlsx')
  t.match(much, { code: 1, stdout: '', stderr: /200000 .*\.csv/ })
  t.notOk(existsSync(join(folder, 'much.xlsx')))
})

const skip =
  Boolean(spawnSync('script', ['--version']).error) &&
  'there is no script: install the Debian package bsdutils'

t.test('an export shows how far it is, on a terminal', { skip }, async t => {
  const { folder, file, registry, terminal } = await setUp(t)
  for (const number of [1, 2, 3]) await registered(registry, number)
  const quiet = await terminal('export', 'piped.csv', '--json')
  t.match(quiet, { code: 0, stderr: '' })
  for (const sheet of ['all.csv', 'all.xlsx']) {
    const argv = `terminal export ${sheet} --json > ${sheet}.json`
    const command = `${process.execPath} ${packagePath('bin/nationec.js')} ${argv}`
    const child = spawn('script', ['-qec', command, '/dev/null'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        ...{ LC_ALL: 'C.UTF-8', TERM: 'xterm' },
        ...{ NATIONEC_STATE: folder, NATIONEC_CONFIG: file },
      },
    })
    let seen = ''
    child.stdout.setEncoding('utf8').on('data', (more: string) => {
      seen += more
    })
    t.strictSame(await once(child, 'close'), [0, null])
    t.match(seen, /writing .* 0%.*writing .* 100%/s, sheet)
    const answer = readFileSync(join(folder, `${sheet}.json`), 'utf8')
    t.strictSame(JSON.parse(answer), { file: sheet, count: 3 })
  }
})
