/**
 * The drivers at COM ports of Windows: each device of each family, played on a
 * pseudo-terminal, and what such devices have been recorded to send.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { plugDevice } from '../../src/scanner/emulators/device.js'
import {
  MODEL_NAMES,
  MODELS,
  type Model,
} from '../../src/scanner/emulators/index.js'
import { plugVirtualScanner } from '../../src/scanner/virtual.js'
import { RECORDINGS } from '../scanner/recordings.js'
import { CODE } from '../scanner/stream.js'
import { type ComPort, plug } from './prefix.js'
import { startScript } from './script.js'
import {
  BITNESSES,
  type Bitness,
  lacking,
  startWindows,
  until,
  type Windows,
} from './wine.js'

t.setTimeout(600_000)

const skip = lacking()
/** By then the port waits for bytes again. */
const READING_MS = 300
/** Each of them lost its code in one of fifty, before the cause was found. */
const CALLS = 200
/** For each model one, and the last for what was recorded. */
const port = (number: number): ComPort => `COM${21 + number}`
const RECORDED = port(MODEL_NAMES.length)

/** What nationec.toml has under [scanner]. */
type Table = Record<string, unknown>

/**
 * Reads a code at each of `tables`, on node.exe; `onArmed` is told the number
 * of the one that is armed. What was printed of each.
 */
async function readCodes(
  t: Test,
  windows: Windows,
  bitness: Bitness,
  tables: readonly Table[],
  onArmed: (number: number) => unknown,
): Promise<string[]> {
  const file = join(windows.folder, 'scanners.json')
  writeFileSync(file, JSON.stringify(tables))
  const running = await startScript(windows, bitness, 'read-codes', [file])
  let over = false
  const ended = running.ended.finally(() => {
    over = true
  })
  for (const number of tables.keys()) {
    const told = (word: string) =>
      new RegExp(`^${word} ${number}\\b`, 'm').test(running.printed())
    const armed = () => over || told('armed') || told('failed')
    await until(armed, `scanner ${number}`)
    if (told('armed')) onArmed(number)
  }
  const { stdout, stderr } = await ended
  t.equal(stderr, '')
  const lines = stdout.toString().trim().split(/\r?\n/)
  return lines.filter(line => !line.startsWith('armed'))
}

/** A scanner, and the code that is shown to it when it is armed. */
interface Shown {
  name: string
  table: Table
  code: string | undefined
  show(): unknown
}

/** Each of `scanners` reads its code. */
async function allRead(
  t: Test,
  windows: Windows,
  bitness: Bitness,
  scanners: readonly Shown[],
): Promise<void> {
  const tables = scanners.map(({ table }) => table)
  const show = (number: number) => scanners[number]?.show()
  const read = await readCodes(t, windows, bitness, tables, show)
  for (const [number, { name, code }] of scanners.entries())
    t.equal(read[number], `read ${number} ${code}`, name)
}

for (const bitness of BITNESSES) {
  t.test(`each device of each family, ${bitness}`, { skip }, async t => {
    const windows = await startWindows(t)
    const scanners = MODEL_NAMES.map((name, number): Shown => {
      const { family, driver }: Model = MODELS[name]
      const device = plugDevice(family)
      t.teardown(() => device.unplug())
      const path = port(number)
      plug(path, device.path)
      const show = () => device.show(CODE)
      return { name, table: { path, driver }, code: CODE, show }
    })
    await allRead(t, windows, bitness, scanners)
  })
}

t.test('what devices have been recorded to send', { skip }, async t => {
  const windows = await startWindows(t)
  const gun = plugVirtualScanner()
  t.teardown(() => gun.unplug())
  plug(RECORDED, gun.path)
  const scanners = RECORDINGS.map((recording): Shown => {
    const { driver, name, bytes, heard, framing } = recording
    return {
      name: `${driver}, ${name}`,
      table: { path: RECORDED, driver, ...framing },
      code: heard.find(what => !/^(ack|nak|send)$/.test(what)),
      show: () => gun.scan(bytes, ''),
    }
  })
  await allRead(t, windows, 'x64', scanners)
})

/** A device that says something while it is let go: what its port reads then. */
t.test('one call after the other, without a pause', { skip }, async t => {
  const windows = await startWindows(t)
  const { family, driver }: Model = MODELS['r-cmd']
  const device = plugDevice(family)
  t.teardown(() => device.unplug())
  plug(RECORDED, device.path)
  const parameters = [RECORDED, driver, `${CALLS}`]
  const running = await startScript(windows, 'x64', 'read-often', parameters)
  let over = false
  const ended = running.ended.finally(() => {
    over = true
  })
  while (!over) await Promise.race([device.show(CODE), ended])
  const { stdout } = await ended
  const read = stdout.toString().trim().split(/\r?\n/)
  t.strictSame(read, Array(CALLS).fill(CODE))
})

t.test('a port that is not there', { skip }, async t => {
  const windows = await startWindows(t)
  const read = await readCodes(t, windows, 'x64', [{ path: 'COM99' }], () => {})
  t.strictSame(read, ['failed 0 scanner-absent'])
})

t.test('a scanner that is unplugged', { skip }, async t => {
  const windows = await startWindows(t)
  const tables = [{ path: port(0) }, { path: port(1) }, { path: port(2) }]
  const guns = tables.map(({ path }) => {
    const gun = plugVirtualScanner()
    plug(path, gun.path)
    return gun
  })
  const read = await readCodes(t, windows, 'x64', tables, async number => {
    const gun = guns[number]
    if (number === 1) await gun?.scan(CODE.slice(0, 9), '')
    if (number === 2) await sleep(READING_MS)
    gun?.unplug()
  })
  t.strictSame(read, [
    'failed 0 scanner-unplugged',
    'failed 1 scanner-unplugged',
    'failed 2 scanner-unplugged',
  ])
})

t.pass('a scanner that another program reads is held', {
  skip: 'Wine lets two programs open a COM port',
})
