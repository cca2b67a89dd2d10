import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { plugDevice } from '../../src/scanner/emulators/device.js'
import { MODELS } from '../../src/scanner/emulators/index.js'
import { shortFolder } from '../bridge/socket-caller.js'
import { exitOf, run, startCommand } from './run.js'

const CODE = '4243754826492874240001130000'

/** A device that waits to show its code until it is told to look. */
function plug(t: Test) {
  const device = plugDevice(MODELS.newland.family)
  t.teardown(() => device.unplug())
  return device
}

t.test('a scanner that reads passes, and no code is shown', async t => {
  const folder = shortFolder(t)
  const device = plug(t)
  device.show(CODE)
  const argv = ['scanner', 'test', device.path, '--driver', 'newland']
  const { code, stdout } = await run(argv, { folder })
  t.equal(code, 0)
  t.match(stdout, /✓ .* is open/)
  t.match(stdout, /read 4243…00: medical, 28 characters/)
  t.match(stdout, /verdict: good/)
  t.notMatch(stdout, CODE)
})

t.test('for programs', async t => {
  const folder = shortFolder(t)
  const device = plug(t)
  device.show(`]Q1${CODE}`)
  const argv = ['scanner', 'test', device.path, '--driver', 'newland', '--json']
  const { code, stdout } = await run(argv, { folder, locale: 'zh_CN' })
  t.equal(code, 0)
  t.notMatch(stdout, CODE)
  t.match(JSON.parse(stdout), [
    {
      path: device.path,
      well: false,
      length: 31,
      ms: { open: Number, code: Number },
      advice: [/strip = "aim"/],
    },
  ])
})

t.test('nobody shows a code', async t => {
  const folder = shortFolder(t)
  const device = plug(t)
  const argv = ['scanner', 'test', device.path, '--seconds', '1']
  const { code, stdout } = await run(argv, { folder })
  t.equal(code, 1)
  t.match(stdout, /✗ /)
  t.match(stdout, /verdict: see above/)
})

t.test('a device that is unplugged meanwhile', async t => {
  const folder = shortFolder(t)
  const device = plug(t)
  const finished = run(['scanner', 'test', device.path], { folder })
  await sleep(2000)
  device.unplug()
  const { code, stdout } = await finished
  t.ok(code === 1 || code === 3, `${code}`)
  t.match(stdout, /unplugged|does not exist/)
})

t.test('a device that is not there', async t => {
  const folder = shortFolder(t)
  for (const which of ['/dev/nationec-none', '1eab:ffff']) {
    const argv = ['scanner', 'test', which, '--json']
    const { code, stdout } = await run(argv, { folder })
    t.equal(code, 3)
    t.match(JSON.parse(stdout), [{ well: false, symbol: /absent|missing/ }])
  }
})

t.test('how it is used', async t => {
  const folder = shortFolder(t)
  const help = await run(['scanner', 'test', '--help'], { folder })
  t.match(help.stdout, /Examples:/)
  const argv = ['scanner', 'test', '--driver', 'newlnd']
  t.equal((await run(argv, { folder })).code, 2)
  const zero = ['scanner', 'test', '--seconds', '0']
  t.equal((await run(zero, { folder })).code, 2)
})

for (const [signal, exitCode] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  t.test(`${signal} ends it quietly`, async t => {
    const folder = shortFolder(t)
    const { path } = plug(t)
    const argv = ['scanner', 'test', path, '--driver', 'newland']
    const { child } = await startCommand(t, argv, { folder })
    let after = ''
    child.stdout.setEncoding('utf8').on('data', more => {
      after += more
    })
    child.kill(signal)
    t.equal(await exitOf(child), exitCode)
    t.notMatch(after, /✗|verdict/)
  })
}
