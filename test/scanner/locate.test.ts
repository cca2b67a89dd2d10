import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { configSchema } from '../../src/config/schema.js'
import { Failure } from '../../src/failure.js'
import { DRIVER_NAMES, DRIVERS } from '../../src/scanner/drivers/index.js'
import { type Found, findDevices } from '../../src/scanner/locate.js'
import { wantedScanners } from '../../src/scanner/wanted.js'
import { FakeMachine } from './fake-machine.js'

const newland = { vendor: '1eab', product: '1d06', serial: 'N1' }
const honeywell = { vendor: '0c2e', product: '0b6a', serial: 'H1' }
const bridge = { vendor: '1a86', product: '7523' }

/** What is found on `fake` for this configuration. */
function look(fake: FakeMachine, config: object): Promise<Found[]> {
  const wanted = wantedScanners(configSchema.parse(config))
  return findDevices(wanted, fake.machine)
}

/** The only one, as a path and a driver, or a failure's symbol. */
async function lookForOne(fake: FakeMachine, scanner: object) {
  const [found] = await look(fake, { scanner })
  if (!found) throw new Error('nothing was wanted')
  return shown(found)
}

function shown(found: Found): string {
  if (found instanceof Failure) return found.symbol
  const driver = DRIVER_NAMES.find(name => DRIVERS[name] === found.driver)
  return `${found.port.path} ${driver}`
}

t.test(
  'the only scanner is found, and told what its family is told',
  async t => {
    const fake = new FakeMachine(t)
    t.equal(await lookForOne(fake, {}), 'scanner-none')
    const { path, unplug } = fake.plugPort('ttyACM0', '/dev/null', newland)
    t.equal(await lookForOne(fake, {}), `${path} newland-legacy`)
    unplug()
    t.equal(await lookForOne(fake, {}), 'scanner-none')
  },
)

t.test('a port that may be anything is not taken for a scanner', async t => {
  const fake = new FakeMachine(t)
  fake.plugPort('ttyUSB0', '/dev/null', bridge)
  fake.addBoardPort('ttyS0', '/dev/zero', '4')
  t.equal(await lookForOne(fake, {}), 'scanner-none')
})

t.test('of two scanners one must be named', async t => {
  const fake = new FakeMachine(t)
  const one = fake.plugPort('ttyACM0', '/dev/null', newland)
  const other = fake.plugPort('ttyACM1', '/dev/zero', honeywell)
  const [found] = await look(fake, {})
  t.match(found, {
    symbol: 'scanner-several',
    parameters: { list: `${one.path}, ${other.path}` },
  })
  const { path } = other
  t.equal(await lookForOne(fake, { usb: '0c2e:0b6a' }), `${path} honeywell`)
})

t.test('two of a kind are told apart by serial number or name', async t => {
  const fake = new FakeMachine(t)
  const first = fake.plugPort('ttyACM0', '/dev/null', newland, 'usb-N1')
  const second = { ...newland, serial: 'N2' }
  const other = fake.plugPort('ttyACM1', '/dev/zero', second, 'usb-N2')
  const usb = '1eab:1d06'
  t.equal(await lookForOne(fake, { usb }), 'scanner-several')
  const legacy = 'newland-legacy'
  const bySerial = await lookForOne(fake, { usb, serial: 'N2' })
  t.equal(bySerial, `${other.path} ${legacy}`)
  const byId = await lookForOne(fake, { path: first.byId })
  t.equal(byId, `${first.byId} ${legacy}`)
})

t.test('without serial numbers, two of a kind are still two', async t => {
  const fake = new FakeMachine(t)
  const { serial, ...nameless } = newland
  fake.plugPort('ttyACM0', '/dev/null', nameless)
  fake.plugPort('ttyACM1', '/dev/zero', nameless)
  t.equal(await lookForOne(fake, {}), 'scanner-several')
})

t.test('a plug that has moved is found again by its id', async t => {
  const fake = new FakeMachine(t)
  const before = fake.plugPort('ttyACM0', '/dev/null', newland)
  const scanner = { usb: '1eab:1d06' }
  t.equal(await lookForOne(fake, scanner), `${before.path} newland-legacy`)
  before.unplug()
  t.equal(await lookForOne(fake, scanner), 'scanner-missing')
  const after = fake.plugPort('ttyACM1', '/dev/null', newland)
  t.equal(await lookForOne(fake, scanner), `${after.path} newland-legacy`)
})

t.test('a path is opened as it was written, listed or not', async t => {
  const fake = new FakeMachine(t)
  const { path } = fake.plugPort('ttyACM0', '/dev/null', honeywell)
  const link = join(fake.roots.dev, 'barcode')
  symlinkSync(path, link)
  t.equal(await lookForOne(fake, { path: link }), `${link} honeywell`)
  t.equal(await lookForOne(fake, { path: 'COM3' }), 'COM3 plain')
  t.equal(await lookForOne(fake, { path: '/dev/pts/7' }), '/dev/pts/7 plain')
})

t.test('case does not matter to a COM port', async t => {
  const fake = new FakeMachine(t)
  const { path } = fake.plugPort('COM3', '/dev/null', honeywell)
  const lower = path.replace('COM3', 'com3')
  t.equal(await lookForOne(fake, { path: lower }), `${lower} honeywell`)
})

t.test('a path with an id must be that device', async t => {
  const fake = new FakeMachine(t)
  const { path } = fake.plugPort('ttyACM0', '/dev/null', honeywell)
  const [found] = await look(fake, { scanner: { path, usb: '1eab:1d06' } })
  t.match(found, {
    symbol: 'scanner-other',
    parameters: { path, usb: '1eab:1d06', found: '0c2e:0b6a:H1' },
  })
  const absent = { path: '/dev/ttyACM9', usb: '1eab:1d06' }
  t.equal(await lookForOne(fake, absent), 'scanner-absent')
})

t.test('a family’s bytes are not sent to a device of another', async t => {
  const fake = new FakeMachine(t)
  const { path } = fake.plugPort('ttyACM0', '/dev/null', honeywell)
  for (const driver of ['newland-legacy', 'ssi', 'grow', 'hid-pos']) {
    const [found] = await look(fake, { scanner: { path, driver } })
    t.match(found, {
      symbol: 'scanner-mismatch',
      parameters: { path, driver, found: 'honeywell' },
    })
  }
  t.equal(await lookForOne(fake, { path, driver: 'plain' }), `${path} plain`)
  const usb = '0c2e:0b6a'
  t.equal(await lookForOne(fake, { usb, driver: 'ssi' }), 'scanner-mismatch')
})

t.test('a maker has families that his devices can be set to', async t => {
  const fake = new FakeMachine(t)
  const { path } = fake.plugPort('ttyACM0', '/dev/null', newland)
  const scanner = { path, driver: 'newland' }
  t.equal(await lookForOne(fake, scanner), `${path} newland`)
})

t.test('what nobody knows is what the configuration says', async t => {
  const fake = new FakeMachine(t)
  const { path } = fake.plugPort('ttyUSB0', '/dev/null', bridge)
  const usb = '1a86:7523'
  t.equal(await lookForOne(fake, { usb, driver: 'r-cmd' }), `${path} r-cmd`)
  t.equal(await lookForOne(fake, { usb }), `${path} plain`)
  const [found] = await look(fake, { scanner: { usb, driver: 'r-cmd' } })
  t.match(found, { port: { baudRate: 115_200, over: 'serial' } })
})

t.test('a composite device is a scanner, not its keyboard', async t => {
  const fake = new FakeMachine(t)
  const composite = { vendor: '1eab', product: '0022', serial: 'N1' }
  fake.plugKeyboard('event3', composite)
  fake.hid = [
    {
      ...{ over: 'hid', path: '/dev/hidraw0', names: [], isScanner: true },
      usb: composite,
    },
  ]
  t.equal(await lookForOne(fake, {}), '/dev/hidraw0 newland-hid')
})

t.test(
  'a gun that types is read on Linux, and explained on Windows',
  async t => {
    const fake = new FakeMachine(t)
    fake.plugKeyboard('event3', { vendor: '05e0', product: '1200' })
    const path = join(fake.roots.dev, 'input/event3')
    t.equal(await lookForOne(fake, {}), `${path} keyboard`)
    const windows = new FakeMachine(t)
    windows.platform = 'win32'
    const usb = { vendor: '05e0', product: '1200' }
    windows.hid = [{ over: 'keyboard', path: 'HID#1', names: [], usb }]
    t.equal(await lookForOne(windows, {}), 'scanner-keyboard')
    const byId = await lookForOne(windows, { usb: '05e0:1200' })
    t.equal(byId, 'scanner-keyboard')
  },
)

t.test('a keyboard of any other maker is not grabbed unasked', async t => {
  const fake = new FakeMachine(t)
  fake.plugKeyboard('event3', { vendor: '046d', product: 'c31c' })
  t.equal(await lookForOne(fake, {}), 'scanner-none')
  const path = join(fake.roots.dev, 'input/event3')
  t.equal(await lookForOne(fake, { path }), `${path} keyboard`)
})

t.test('of several, the one without a name is none of the others', async t => {
  const fake = new FakeMachine(t)
  const one = fake.plugPort('ttyACM0', '/dev/null', newland)
  const other = fake.plugPort('ttyACM1', '/dev/zero', honeywell)
  const scanners = [{}, { usb: '1eab:1d06' }, { path: '/dev/ttyS9' }]
  const found = await look(fake, { scanners })
  t.strictSame(found.map(shown), [
    `${other.path} honeywell`,
    `${one.path} newland-legacy`,
    '/dev/ttyS9 plain',
  ])
})

t.test('a port that brltty took away is named', async t => {
  const fake = new FakeMachine(t)
  fake.plugUsb(bridge)
  t.equal(await lookForOne(fake, { usb: '1a86:7523' }), 'scanner-missing')
  fake.run(812, 'brltty')
  const [found] = await look(fake, { scanner: { usb: '1a86:7523' } })
  t.match(found, {
    symbol: 'scanner-grabbed',
    parameters: { path: '1a86:7523', program: 'brltty' },
  })
})

t.test(
  'what is known by its maker alone is read, and told as named',
  async t => {
    const fake = new FakeMachine(t)
    const metrologic = { vendor: '0c2e', product: '0720' }
    const { path } = fake.plugPort('ttyUSB0', '/dev/null', metrologic)
    t.equal(await lookForOne(fake, {}), `${path} plain`)
    const usb = '0c2e:0720'
    const named = await lookForOne(fake, { usb, driver: 'honeywell' })
    t.equal(named, `${path} honeywell`)
    const other = await lookForOne(fake, { usb, driver: 'newland' })
    t.equal(other, 'scanner-mismatch')
  },
)
