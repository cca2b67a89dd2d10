import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { configSchema } from '../../src/config/schema.js'
import { examineScanners } from '../../src/scanner/examine.js'
import { plugVirtualScanner } from '../../src/scanner/virtual.js'
import { wantedScanners } from '../../src/scanner/wanted.js'
import { FakeMachine } from './fake-machine.js'

const newland = { vendor: '1eab', product: '1d06', serial: 'N1' }
const bridge = { vendor: '1a86', product: '7523' }

const examine = (fake: FakeMachine, config: object = {}) =>
  examineScanners(wantedScanners(configSchema.parse(config)), fake.machine)

t.test('what a call arms, and what it does not', async t => {
  const fake = new FakeMachine(t)
  const gun = fake.plugPort('ttyACM0', '/dev/null', newland, 'usb-N1')
  const box = fake.plugPort('ttyUSB0', '/dev/zero', bridge)
  t.match(await examine(fake), {
    attached: [
      { path: gun.path, armed: true, driver: 'newland-legacy' },
      { path: box.path, armed: false, driver: undefined },
    ],
    wanted: [{ name: 'auto', path: gun.path, problem: undefined }],
  })
  const byName = await examine(fake, { scanner: { path: gun.byId } })
  t.ok(byName.attached[0]?.armed, 'by another name')
})

t.test('who holds a port is named, and what to do', async t => {
  const fake = new FakeMachine(t)
  fake.plugPort('ttyACM0', '/dev/null', newland)
  fake.run(812, 'kiosk', ['/dev/null'])
  t.match((await examine(fake)).attached, [
    {
      armed: true,
      holder: { name: 'kiosk', pid: 812 },
      problem: { symbol: 'scanner-held-by' },
    },
  ])
})

/** access(2) asks for the real user, whom a test cannot change and be again. */
const skip = process.getuid?.() === 0 && 'root may open everything'

t.test('a port that is not ours', { skip }, async t => {
  const gun = plugVirtualScanner()
  t.teardown(gun.unplug)
  chmodSync(gun.path, 0)
  const fake = new FakeMachine(t)
  fake.plugPort('ttyACM0', gun.path, newland)
  const { attached } = await examine(fake)
  t.match(attached, [{ problem: { symbol: 'scanner-denied' } }])
})

t.test('a device without its port is listed all the same', async t => {
  const fake = new FakeMachine(t)
  fake.plugUsb({ ...bridge, label: 'USB Serial' })
  const { attached, wanted } = await examine(fake)
  t.match(attached, [
    {
      path: '',
      label: 'USB Serial',
      problem: {
        symbol: 'scanner-portless',
        parameters: { usb: '1a86:7523' },
      },
    },
  ])
  t.match(wanted, [{ name: 'auto', problem: { symbol: 'scanner-none' } }])
  fake.run(812, 'brltty')
  t.match((await examine(fake)).attached, [
    { problem: { symbol: 'scanner-grabbed' } },
  ])
})

t.test('on Windows a gun that types is told to be switched', async t => {
  const fake = new FakeMachine(t)
  fake.platform = 'win32'
  const usb = { vendor: '05e0', product: '1200' }
  fake.hid = [
    { over: 'keyboard', path: 'HID#1', names: [], usb },
    { over: 'hid', path: 'HID#2', names: [], usb, isScanner: true },
  ]
  t.match((await examine(fake)).attached, [
    { path: 'HID#2', armed: true, problem: undefined },
    { path: 'HID#1', problem: { symbol: 'scanner-keyboard' } },
  ])
})

t.test('a scanner that is configured and not there', async t => {
  const fake = new FakeMachine(t)
  const path = join(fake.roots.dev, 'ttyACM9')
  const scanners = [{ usb: '1eab:1d06' }, { path, usb: '1eab:1d06' }]
  t.match((await examine(fake, { scanners })).wanted, [
    { name: '1eab:1d06', problem: { symbol: 'scanner-missing' } },
    { problem: { symbol: 'scanner-absent' } },
  ])
})

t.test('of a maker, but of no known family: its drivers are named', async t => {
  const fake = new FakeMachine(t)
  const known = { vendor: '0c2e', product: '0b6a' }
  const old = { vendor: '0c2e', product: '0720' }
  fake.plugPort('ttyACM0', '/dev/null', known)
  fake.plugPort('ttyUSB0', '/dev/zero', old)
  const { attached } = await examineScanners([], fake.machine)
  t.strictSame(
    attached.map(({ driver, untold }) => [driver, untold]),
    [
      ['honeywell', undefined],
      ['plain', ['honeywell']],
    ],
  )
})
