import { lstatSync, readlinkSync } from 'node:fs'
import t from 'tap'
import { configSchema } from '../../src/config/schema.js'
import { findDevices } from '../../src/scanner/locate.js'
import { createScanner } from '../../src/scanner/scanner.js'
import { wantedScanners } from '../../src/scanner/wanted.js'
import { shortFolder } from '../bridge/socket-caller.js'
import { exitOf, run, startCommand } from './run.js'

t.test('each line of its input is a scan', async t => {
  const folder = shortFolder(t)
  const path = `${folder}/gun`
  const argv = ['scanner', 'emulate', '--link', path]
  const { child, line } = await startCommand(t, argv, { folder })
  t.equal(line, `ready ${path}`)
  t.match(readlinkSync(path), /^\/dev\/pts\//)
  const scanner = scannerOf({ path })
  const { signal } = new AbortController()
  for (const code of ['4240000000000001', '张三']) {
    const scan = () => void child.stdin.write(`${code}\n`)
    t.equal(await scanner.scan(signal, scan), code)
  }
  await scanner.idle()
  child.stdin.end()
  t.equal(await exitOf(child), 0)
  t.notOk(isThere(path), 'the link is gone')
})

t.test('a device is played that must be told to look', async t => {
  const folder = shortFolder(t)
  const path = `${folder}/box`
  const argv = ['scanner', 'emulate', 'newland', '--link', path]
  const { child } = await startCommand(t, argv, { folder })
  const scanner = scannerOf({ path, driver: 'newland' })
  child.stdin.write('4240000000000001\n4240000000000002\n')
  const { signal } = new AbortController()
  t.equal(await scanner.scan(signal, () => {}), '4240000000000001')
  t.equal(await scanner.scan(signal, () => {}), '4240000000000002')
  await scanner.idle()
  child.stdin.end()
  t.equal(await exitOf(child), 0)
})

t.test('a device or a fault that nobody knows is named', async t => {
  const folder = shortFolder(t)
  for (const argv of [['newlnd'], ['plain', '--fault', 'fire']]) {
    const { code, stderr } = await run(['scanner', 'emulate', ...argv], {
      folder,
    })
    t.equal(code, 2)
    t.match(stderr, /Allowed choices are .*(newland|asleep)/)
  }
})

t.test('it ends by a signal', async t => {
  const folder = shortFolder(t)
  const argv = ['scanner', 'emulate', '--link', `${folder}/gun`]
  const { child } = await startCommand(t, argv, { folder })
  child.kill('SIGTERM')
  t.equal(await exitOf(child), 0)
  t.notOk(isThere(`${folder}/gun`))
})

t.test('where one was killed the next one starts', async t => {
  const folder = shortFolder(t)
  const argv = ['scanner', 'emulate', '--link', `${folder}/gun`]
  const { child } = await startCommand(t, argv, { folder })
  child.kill('SIGKILL')
  await exitOf(child)
  t.ok(isThere(`${folder}/gun`), 'its link is left')
  const { code, stdout } = await run(argv, { folder, input: '' })
  t.equal(code, 0)
  t.equal(stdout, `ready ${folder}/gun\n`)
  t.notOk(isThere(`${folder}/gun`))
})

t.test('a link that cannot be made ends with 3', async t => {
  const folder = shortFolder(t)
  const argv = ['scanner', 'emulate', '--link', 'none/gun']
  const { code, stderr } = await run(argv, { folder })
  t.equal(code, 3)
  t.match(stderr, 'ENOENT')
})

function scannerOf(scanner: object) {
  const wanted = wantedScanners(configSchema.parse({ scanner }))
  return createScanner({ find: () => findDevices(wanted), waiting: 1 })
}

/** The link itself, wherever it leads. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}
