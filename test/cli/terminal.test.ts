/**
 * From a bare machine to a registered terminal, as a technician goes.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { packagePath } from '../../src/paths.js'
import type { Registry } from '../../src/registry/registry.js'
import { shortFolder } from '../bridge/socket-caller.js'
import { startRegistryMachine } from './registry-machine.js'
import { run } from './run.js'

/** Registries and a process for each command are started. */
t.setTimeout(120_000)

const FLAGS = [
  ...['--type', 'scan-gun', '--name', '收费窗口1', '--purpose', '门诊收费'],
  ...['--terminal-version', '1.0', '--institution', '某某医院'],
  ...['--org-id', 'H99000000001', '--developer', '某某开发有限公司'],
]
const REGISTER = ['terminal', 'register']
const COMMENTED = '# mine\n[terminal] # this one\nfiling_number = ""  # soon\n'

const setUp = (t: Test) => startRegistryMachine(t, COMMENTED)

/** What waits for its review. */
async function waiting(registry: Registry) {
  const { terminals } = await registry.search({ state: 'applied', limit: 9 })
  return terminals
}

/** Applies, and has it approved: the terminal's number. */
async function getNumber({
  registry,
  nationec,
}: Awaited<ReturnType<typeof setUp>>) {
  await nationec(...REGISTER, ...FLAGS, '--wait', '0s')
  const [one] = await waiting(registry)
  const filed = await registry.takeStep('op', one?.receipt ?? '', 'approve')
  await nationec(...REGISTER)
  return filed.filingNumber ?? ''
}

t.test('a bare machine is told what to do', async t => {
  const { nationec } = await setUp(t)
  const shown = await nationec('terminal', 'show')
  t.match(shown, {
    code: 0,
    stdout: /not registered yet: run nationec terminal register/,
  })
  const checked = await nationec('terminal', 'check')
  t.match(checked, {
    code: 1,
    stdout: /✗ .*no filing number: run nationec terminal register/,
  })
})

t.test('without a terminal, what is missing is named', async t => {
  const { registry, nationec } = await setUp(t)
  const asked = await nationec(
    ...REGISTER,
    '--name',
    'a',
    '--terminal-version',
    '1',
  )
  t.match(asked, {
    code: 2,
    stderr: /\(type\) is missing: it must be scan-gun/,
  })
  t.match(asked.stderr, /\(version\) cannot be "1": it must be X\.Y/)
  t.match(asked.stderr, /--help/)
  t.strictSame(await waiting(registry), [])
  const absent = await nationec(...REGISTER, ...FLAGS, '--interface', 'eth77')
  t.match(absent, { code: 2, stderr: /eth77 .* is not there/ })
})

t.test('a line that breaks, a review that takes its time', async t => {
  const machine = await setUp(t)
  const { folder, file, line, registry, nationec } = machine
  line.loseAnswers(2)
  const sent = await nationec(...REGISTER, ...FLAGS, '--wait', '0s')
  t.match(sent, { code: 0, stdout: /收费窗口1[\s\S]*still in review/ })
  const again = await nationec(...REGISTER, '--wait', '10ms')
  t.match(again, { code: 1, stdout: /still in review/ })
  const same = await nationec(...REGISTER, ...FLAGS, '--wait', '0s')
  t.equal(same.code, 0, same.stderr)
  const other = [...FLAGS, '--purpose', '住院收费']
  const pending = await nationec(...REGISTER, ...other)
  t.match(pending, { code: 2, stderr: /--discard/ })
  const [one, ...more] = await waiting(registry)
  t.equal(more.length, 0, 'registered once')

  const { filingNumber } = await registry.takeStep(
    'op',
    one?.receipt ?? '',
    'approve',
  )
  const done = await nationec(...REGISTER, '--json')
  t.match(JSON.parse(done.stdout), { filingNumber, config: file })
  const toml = readFileSync(file, 'utf8')
  const added = '[terminal] # this one\norg_id = "H99000000001"\n'
  const written = COMMENTED.replace('""', `"${filingNumber}"`)
  t.ok(toml.startsWith(written.replace('[terminal] # this one\n', added)), toml)
  t.notOk(existsSync(join(folder, 'application.json')))
  const known = await nationec(...REGISTER, ...FLAGS, '--json')
  t.match(JSON.parse(known.stdout), { filingNumber, state: 'active' })
  t.match(await nationec(...REGISTER, ...FLAGS), {
    code: 0,
    stdout: `registered already: ${filingNumber}`,
  })
})

t.test('who waits for a review is told so, and not to apply', async t => {
  const { folder, file, registry, nationec } = await setUp(t)
  await nationec(...REGISTER, ...FLAGS, '--wait', '0s')
  const [one] = await waiting(registry)
  const receipt = one?.receipt ?? ''
  const year = new Date().getFullYear()
  const told = new RegExp(`${receipt} has waited .* since .*${year}.*register`)
  const shown = await nationec('terminal', 'show')
  t.match(shown, { code: 0, stdout: told })
  t.match(shown.stdout, /收费窗口1/, 'what is on file of it')
  t.notMatch(shown.stdout, /not registered/)
  const checked = await nationec('terminal', 'check')
  t.match(checked, { code: 1, stdout: told })
  t.notMatch(checked.stdout, /no filing number/)
  const locale = 'zh_CN.UTF-8'
  for (const command of ['show', 'check']) {
    const { stdout } = await run(['terminal', command], { folder, locale })
    t.match(stdout, new RegExp(`${receipt}）自 ${year}.*起等待审核`))
  }
  t.match(JSON.parse((await nationec('terminal', 'check', '--json')).stdout), {
    problems: [{ about: 'application-waiting' }],
  })
  t.match((await nationec('doctor')).stdout, told)

  await registry.takeStep('op', receipt, 'approve')
  const { stdout } = await nationec('terminal', 'show', '--json')
  t.match(JSON.parse(stdout), { application: { state: 'approved', receipt } })
  await nationec(...REGISTER)
  const done = await nationec('terminal', 'show', '--json')
  t.match(JSON.parse(done.stdout), { application: null })
  // As one that is applied for anew, after the number is gone.
  const number = JSON.parse(done.stdout).filingNumber
  await registry.takeStep('op', number, 'retire', '报废')
  await nationec(...REGISTER, ...FLAGS, '--wait', '0s')
  const again = await nationec('terminal', 'check', '--json')
  t.match(JSON.parse(again.stdout), {
    problems: [{ about: 'application-waiting' }],
  })
  t.match(readFileSync(file, 'utf8'), number)
})

t.test('a registry that is away: nothing is lost', async t => {
  const { folder, line, registry, nationec } = await setUp(t)
  line.down = true
  const checked = await nationec('terminal', 'show')
  t.equal(checked.code, 0, 'without a number nobody is asked')
  // The line comes back while the command tries.
  setTimeout(() => {
    line.down = false
  }, 1500)
  const sent = await nationec(...REGISTER, ...FLAGS, '--wait', '0s')
  t.equal(sent.code, 0, sent.stderr)
  t.equal((await waiting(registry)).length, 1)
  t.ok(existsSync(join(folder, 'application.json')))
})

t.test('an application that is rejected', async t => {
  const { folder, registry, nationec } = await setUp(t)
  await nationec(...REGISTER, ...FLAGS, '--wait', '0s')
  const [one] = await waiting(registry)
  await registry.takeStep('op', one?.receipt ?? '', 'reject', '名称不符')
  const told = await nationec(...REGISTER)
  t.match(told, { code: 1, stderr: /rejected \(名称不符\)/ })
  t.notOk(existsSync(join(folder, 'application.json')), 'and may be corrected')
})

t.test('what is registered is checked', async t => {
  const machine = await setUp(t)
  const { folder, line, registry, nationec } = machine
  const number = await getNumber(machine)
  t.match(await nationec('terminal', 'check'), { code: 0, stdout: number })
  const shown = await nationec('terminal', 'show')
  t.match(shown.stdout, new RegExp(`${number} +${number}`))

  // As if another card had been in the machine.
  const kept = join(folder, 'terminal.json')
  const before = readFileSync(kept, 'utf8')
  const other = before.replace(/"mac": "[^"]*"/, '"mac": "00:00:5e:00:53:99"')
  writeFileSync(kept, other)
  const changed = await nationec('terminal', 'check', '--json')
  t.match(JSON.parse(changed.stdout), {
    ok: false,
    problems: [{ about: 'terminal-card-changed', sentence: /--accept/ }],
  })
  t.equal(changed.code, 1)
  t.match(await nationec('terminal', 'check', '--accept'), { code: 0 })
  t.match(await nationec('terminal', 'check'), { code: 0 })

  await registry.takeStep('op', number, 'suspend', '检修')
  const suspended = await nationec('terminal', 'check')
  t.match(suspended, { code: 1, stdout: /检修.*nationec registry resume/ })
  t.match(await nationec(...REGISTER), { code: 1, stderr: /检修/ })
  await registry.takeStep('op', number, 'resume')
  await registry.change('op', number, { mac: '00:00:5e:00:53:77' })
  const mismatch = await nationec('terminal', 'check', '--json')
  t.match(JSON.parse(mismatch.stdout), {
    problems: [{ about: 'registry-mac' }],
  })
  line.down = true
  t.match(await nationec('terminal', 'check'), {
    code: 3,
    stdout: /does not answer/,
  })
})

t.test('an operator lists', async t => {
  const machine = await setUp(t)
  const { registry, nationec } = machine
  const number = await getNumber(machine)
  const nobody = await nationec('terminal', 'list')
  t.match(nobody, { code: 3, stderr: /NATIONEC_REGISTRY_TOKEN/ })
  process.env.NATIONEC_REGISTRY_TOKEN = await registry.addOperator('op')
  t.teardown(() => delete process.env.NATIONEC_REGISTRY_TOKEN)
  const list = await nationec('terminal', 'list', '--state', 'active')
  t.match(list, { code: 0, stdout: new RegExp(`${number} .* 收费窗口1`) })
  const found = await nationec('terminal', 'list', '窗口', '--json')
  t.match(JSON.parse(found.stdout), [{ filingNumber: number }])
  const none = await nationec('terminal', 'list', '--org-id', 'P99000000001')
  t.match(none, { code: 0, stdout: /no terminal/ })
})

t.test('without any registry', async t => {
  const folder = shortFolder(t)
  for (const argv of [REGISTER, ['terminal', 'list']]) {
    t.match(await run(argv, { folder }), { code: 3, stderr: /\[registry\]/ })
  }
})

const skip =
  Boolean(spawnSync('script', ['--version']).error) &&
  'there is no script: install the Debian package bsdutils'

t.test('a person is asked, and may leave', { skip }, async t => {
  const { folder, file, registry } = await setUp(t)
  const left = await talk(folder, file, [['kind of terminal', '\u0004']])
  t.match(left, /cancelled: nothing was sent/)
  const asked = await talk(folder, file, [
    ['kind of terminal', '9\r'],
    ['must be scan-gun', ''],
    ['kind of terminal', '1\r'],
    ['name of', '收费窗口1\r'],
    ['purpose of', '门诊收费\r'],
    ['version of', '1\r'],
    ['must be X.Y', ''],
    ['version of', '1.0\r'],
    ['institution that', '某某医院\r'],
    ['id of the institution', '\r'],
    ['company', '某某开发有限公司\r'],
    ['Send it?', '\r'],
    ['still in review', ''],
  ])
  t.match(asked, /waiting for its review/, 'progress')
  t.match(await waiting(registry), [
    { name: '收费窗口1', orgId: '', version: '1.0' },
  ])
})

/** On a terminal: waits for each text and types the answer to it. */
function talk(folder: string, config: string, turns: [string, string][]) {
  const command = `${process.execPath} ${packagePath('bin/nationec.js')} terminal register --wait 1s`
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    cwd: folder,
    env: {
      ...process.env,
      ...{ LC_ALL: 'C.UTF-8', TERM: 'xterm' },
      NATIONEC_STATE: folder,
      NATIONEC_CONFIG: config,
    },
  })
  const left = [...turns]
  let seen = ''
  let whole = ''
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    seen += more
    whole += more
    for (let turn = left[0]; turn && seen.includes(turn[0]); turn = left[0]) {
      seen = seen.slice(seen.indexOf(turn[0]) + turn[0].length)
      child.stdin.write(turn[1])
      left.shift()
    }
  })
  return new Promise<string>((resolve, reject) => {
    child.on('close', () =>
      left.length > 0
        ? reject(new Error(`"${left[0]?.[0]}" was not seen in: ${whole}`))
        : resolve(whole),
    )
  })
}
