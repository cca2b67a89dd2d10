/**
 * The installer, in silence: what it puts where, that it can be repeated, and
 * what it leaves when it is undone.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { decodeText } from '../../src/charset.js'
import { packagePath } from '../../src/paths.js'
import {
  configure,
  daemonLog,
  daemonStatus,
  dataPath,
  type Machine,
  serviceState,
  startClient,
  startMachine,
} from './machine.js'
import { seenBy, startSurroundings } from './terminal.js'
import { lacking, until } from './wine.js'

/** Wine itself is made anew, and the installer unpacks 100 MB three times. */
t.setTimeout(600_000)

const { version } = JSON.parse(
  readFileSync(packagePath('package.json'), 'utf8'),
)
const setup = packagePath(`build/windows/nationec-${version}-setup.exe`)
const skip =
  lacking() || (!existsSync(setup) && 'no installer: npm run build:windows')

const LIBRARY = 'C:\\Program Files\\nationec\\x86\\NationECCode.dll'
const UNINSTALL =
  'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\nationec'

function programPath({ drive }: Machine, ...parts: string[]): string {
  return join(drive, 'Program Files/nationec', ...parts)
}

async function uninstallKey(machine: Machine): Promise<string | undefined> {
  const { code, stdout } = await machine.run('reg', [
    'query',
    UNINSTALL,
    '/reg:64',
  ])
  return code === 0 ? String(stdout) : undefined
}

async function tell(machine: Machine, command: string): Promise<number | null> {
  const program = programPath(machine, 'nationec-service.exe')
  const { code } = await machine.run(program, [command])
  return code
}

t.test('the installer', { skip }, async t => {
  const machine = await startMachine(t)
  const surroundings = await startSurroundings(t, machine.folder, 'COM16')

  t.test('installs, and the service runs', async t => {
    t.equal((await machine.run(setup, ['/S'])).code, 0)
    for (const file of ['node.exe', 'nationec.cmd', 'x64/NationECCode.dll'])
      t.ok(existsSync(programPath(machine, file)), file)
    t.match(await uninstallKey(machine), version)
    t.match(await serviceState(machine), { state: 'RUNNING' })
    const configuration = readFileSync(dataPath(machine, 'nationec.toml'))
    t.match(String(configuration), /\[scanner\]/, 'every key with its default')
    const stray = programPath(machine, 'nationec.toml')
    t.notOk(existsSync(stray), 'the configuration is in one place')
  })

  t.test('a call is answered through it', async t => {
    configure(machine, { ...surroundings.tables, log: { level: 'info' } })
    t.equal(await tell(machine, 'stop'), 0)
    t.equal(await tell(machine, 'start'), 0)
    const running = await startClient(machine, LIBRARY, surroundings.strUrl)
    const seen = seenBy(await surroundings.show('zhang', running.ended))
    t.equal(seen.returned, '0000')
    const outData = JSON.parse(decodeText(seen.outData, 'gb18030') ?? '')
    t.match(outData, { code: 0, data: { userName: '张三' } })
  })

  t.test('is repeated while a call waits', async t => {
    const stray = programPath(machine, 'dist/of-an-older-version.js')
    writeFileSync(stray, '')
    const running = await startClient(machine, LIBRARY, surroundings.strUrl)
    await until(async () => (await daemonStatus(machine))?.active === 1, 'call')
    t.equal((await machine.run(setup, ['/S'])).code, 0)
    const seen = seenBy(await running.ended)
    t.equal(seen.returned, '-1', 'the call was answered')
    t.notOk(existsSync(stray), 'what is not of this version is gone')
    t.match(await serviceState(machine), { state: 'RUNNING' })
    const status = await daemonStatus(machine)
    t.match(status, { scanner: 'COM16' }, 'the configuration is as it was')
  })

  t.test('leaves the journal and the configuration', async t => {
    const uninstall = programPath(machine, 'uninstall.exe')
    const log = () => daemonLog(machine).split('"msg":"ended"').length - 1
    t.equal(log(), 2, 'each stop so far was graceful')
    t.equal((await machine.run(uninstall, ['/S'])).code, 0)
    // It goes on as a copy of itself.
    await until(() => !existsSync(programPath(machine)), 'the end')
    const left = readdirSync(dataPath(machine)).sort()
    t.same(left, ['journal.db', 'journal.key', 'nationec.toml'])
    t.equal(await uninstallKey(machine), undefined)
    t.equal(await serviceState(machine), undefined)
    t.equal(await daemonStatus(machine), undefined)
  })
})
