/**
 * What a terminal tells of itself on Windows, and the services beside the
 * daemon, by the bundle's own command.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'smol-toml'
import t from 'tap'
import { startSandbox } from '../../src/sandbox/sandbox.js'
import { startNode } from './terminal.js'
import { lacking, startWindows, until, type Windows } from './wine.js'

t.setTimeout(300_000)

const skip = lacking()

/** Runs nationec to its end; throws where it does not end well. */
async function ask(
  windows: Windows,
  parameters: string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<Record<string, unknown>> {
  const all = [...parameters, '--json']
  const running = startNode(windows, 'x64', all, environment)
  const { code, stdout, stderr } = await running.ended
  if (code !== 0) throw new Error(`${parameters.join(' ')}: ${stderr}`)
  return JSON.parse(stdout.toString())
}

/** Starts a service of nationec; what it says when it is ready. */
async function serve(windows: Windows, parameters: string[]) {
  const all = [...parameters, '--port', '0', '--json']
  const running = startNode(windows, 'x64', all)
  let over = ''
  running.ended.then(({ stderr }) => {
    over = stderr || 'it ended'
  })
  const line = await until(() => {
    if (over) throw new Error(over)
    return running.printed()
  }, parameters.join(' '))
  return JSON.parse(line)
}

t.test('a terminal tells its addresses', { skip }, async t => {
  const windows = await startWindows(t)
  const shown = await ask(windows, ['terminal', 'show'])
  t.match(shown, { filingNumber: '', registry: null })
  t.match(shown.interfaces, Array)
})

t.test('the registry serves, and knows its operators', { skip }, async t => {
  const windows = await startWindows(t)
  const { url } = await serve(windows, ['registry', 'start'])
  t.match(url, /^https:\/\/127\.0\.0\.1:\d+$/)
  const { token } = await ask(windows, ['registry', 'operator', 'add', 'li'])
  t.type(token, 'string')
  const environment = { NATIONEC_REGISTRY_TOKEN: `${token}` }
  const listed = await ask(windows, ['registry', 'list'], environment)
  t.strictSame(listed, [])
  await t.rejects(ask(windows, ['registry', 'list']), /NATIONEC_REGISTRY_TOKEN/)
})

t.test('a recorder stands before a platform', { skip }, async t => {
  const windows = await startWindows(t)
  const folder = join(windows.folder, 'sandbox')
  const sandbox = await startSandbox({ port: 0, folder })
  t.teardown(() => sandbox.close())
  const out = join(windows.folder, 'visit.jsonl')
  const config = join(windows.folder, 'nationec.toml')
  const platforms = [{ url: `${sandbox.url}/`, pin: sandbox.fingerprint }]
  writeFileSync(config, stringify({ platforms }))
  const target = ['--target', `${sandbox.url}/`, '--out', out]
  const ready = await serve(windows, [
    'proxy',
    'record',
    ...target,
    '--config',
    config,
  ])
  t.match(ready, { url: /^https:\/\/127\.0\.0\.1:\d+/, platform: Object })
  t.ok(existsSync(out))
})
