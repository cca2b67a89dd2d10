import t from 'tap'
import { hex } from '../../../src/scanner/bytes.js'
import type { Driver } from '../../../src/scanner/driver.js'
import {
  DRIVER_NAMES,
  DRIVERS,
  type DriverName,
  driverOf,
  driversOfMaker,
} from '../../../src/scanner/drivers/index.js'

/** As manuals and users have printed them: trigger, stop, the rest. */
const COMMANDS: Record<DriverName, Partial<Record<keyof Driver, string>>> = {
  plain: {},
  newland: {
    trigger: '7E 01 30 30 30 30 23 53 43 4E 54 52 47 31 3B 03',
    stop: '7E 01 30 30 30 30 23 53 43 4E 54 52 47 30 3B 03',
  },
  'newland-legacy': { trigger: '1B 31', stop: '1B 30' },
  honeywell: { trigger: '16 54 0D', stop: '16 55 0D', beep: '16 07 0D' },
  ssi: {
    trigger: '04 E4 04 00 FF 14',
    stop: '04 E5 04 00 FF 13',
    beep: '05 E6 04 00 00 FF 11',
  },
  grow: {
    trigger: '7E 00 08 01 00 02 01 AB CD',
    stop: '7E 00 08 01 00 02 00 AB CD',
  },
  vguang: { trigger: '55 AA 05 01 00 00 FB', stop: '55 AA 05 01 00 01 FA' },
  datalogic: { trigger: '54', stop: '58', beep: '42' },
  'r-cmd': {
    trigger: '52 5F 43 4D 44 5F 31 30 30 42 0D 0A',
    stop: '52 5F 43 4D 44 5F 31 30 30 41 0D 0A',
  },
  's-cmd': {
    trigger: '5A 00 00 0A 53 5F 43 4D 44 5F 30 32 30 45 64 A5',
    stop: '5A 00 00 0A 53 5F 43 4D 44 5F 30 32 30 44 65 A5',
  },
  'hid-pos': {},
  'newland-hid': { trigger: '04 03 01 54 04', stop: '04 03 01 50 04' },
  'honeywell-hid': {
    trigger: 'FD 03 16 54 0D',
    stop: 'FD 03 16 55 0D',
    beep: 'FD 03 16 07 0D',
  },
  keyboard: {},
}

for (const name of DRIVER_NAMES) {
  t.test(`${name}: its commands are the printed ones`, async t => {
    const driver: Driver = DRIVERS[name]
    for (const key of ['trigger', 'stop', 'beep'] as const) {
      const printed = COMMANDS[name][key]
      t.strictSame(driver[key], printed && hex(printed), key)
    }
  })
}

t.test('lights of SSI', async t => {
  const { light } = DRIVERS.ssi as Driver
  t.strictSame(light?.on, hex('05 E7 04 00 01 FF 0F'))
  t.strictSame(light?.off, hex('05 E8 04 00 01 FF 0E'))
})

t.test(
  'ids: of no mere bridge, lower case, the special before the rest',
  async t => {
    const seen: string[] = []
    for (const name of DRIVER_NAMES) {
      for (const { vendor } of (DRIVERS[name] as Driver).usb) {
        t.match(vendor, /^[0-9a-f]{4}$/)
        t.not(vendor, '1a86')
        seen.push(`${vendor} ${name}`)
      }
    }
    t.ok(seen.indexOf('1eab newland-legacy') < seen.indexOf('1eab newland'))
  },
)

t.test('a device is of the family that its ids say, or of none', async t => {
  const of = (id: string) => {
    const [vendor = '', product = ''] = id.split(':')
    return { vendor, product }
  }
  t.equal(driverOf('serial', of('1eab:1d06')), 'newland-legacy')
  t.equal(driverOf('serial', of('1eab:1a06')), 'newland')
  t.equal(driverOf('serial', of('1eab:1a10')), undefined)
  t.equal(driverOf('hid', of('1eab:1d10')), 'newland-hid')
  t.equal(driverOf('keyboard', of('1eab:1d03')), 'keyboard')
  t.equal(driverOf('serial', of('0c2e:0b6a')), 'honeywell')
  t.equal(driverOf('serial', of('0536:01ca')), 'honeywell')
  t.equal(driverOf('serial', of('27dd:0002')), 'honeywell')
  t.equal(driverOf('serial', of('05f9:4204')), 'datalogic')
  t.equal(driverOf('serial', of('05e0:1701')), 'ssi')
  t.equal(driverOf('serial', of('324f:0032')), 'ssi')
  t.equal(driverOf('serial', of('1a86:7523')), undefined)
  t.equal(driverOf('serial', undefined), undefined)
  t.equal(driverOf('hid', of('9999:0001'), true), 'hid-pos')
  t.equal(driverOf('hid', of('0c2e:0b6a'), true), 'hid-pos')
})

t.test('what is known by its maker alone is told nothing', async t => {
  const others = ['0c2e:0720', '0c2e:0700', '0536:01a0', '27dd:0001']
  for (const id of [...others, '05f9:2601', '1eab:1406']) {
    const [vendor = '', product = ''] = id.split(':')
    t.equal(driverOf('serial', { vendor, product }), 'plain', id)
  }
  for (const name of DRIVER_NAMES) {
    const { trigger, usb }: Driver = DRIVERS[name]
    if (trigger)
      t.ok(
        usb.every(({ product }) => product),
        name,
      )
  }
})

t.test('the drivers of a maker', async t => {
  t.strictSame(driversOfMaker('serial', '0c2e'), ['honeywell'])
  t.strictSame(driversOfMaker('serial', '1eab'), ['newland-legacy', 'newland'])
  t.strictSame(driversOfMaker('hid', '0c2e'), ['honeywell-hid'])
  t.strictSame(driversOfMaker('serial', '1a86'), [])
  t.strictSame(driversOfMaker('keyboard', '0c2e'), [])
})
