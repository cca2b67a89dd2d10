import t from 'tap'
import { configSchema } from '../../src/config/schema.js'
import { scannerNames, wantedScanners } from '../../src/scanner/wanted.js'

const wanted = (toml: object) => wantedScanners(configSchema.parse(toml))
const names = (toml: object) => scannerNames(configSchema.parse(toml))

t.test('without a word it is the only one', async t => {
  t.match(wanted({}), [{ path: 'auto', usb: '', driver: 'auto' }])
  t.equal(names({}), 'auto')
})

t.test('an empty path is no scanner', async t => {
  t.strictSame(wanted({ scanner: { path: '' } }), [])
  t.equal(names({ scanner: { path: '' } }), '')
})

t.test('an id without a path is a device at any port', async t => {
  const scanner = { path: '', usb: '1eab:1d06', serial: 'N1' }
  t.match(wanted({ scanner }), [{ path: 'auto', usb: '1eab:1d06' }])
  t.equal(names({ scanner }), '1eab:1d06 N1')
})

t.test('of several, [scanner] is one if it says which', async t => {
  const scanners = [{ path: 'COM4' }, { usb: '1eab:1d06' }]
  t.equal(names({ scanners }), 'COM4, 1eab:1d06')
  const scanner = { path: 'COM3' }
  t.equal(names({ scanner, scanners }), 'COM3, COM4, 1eab:1d06')
  t.equal(names({ scanner: { path: '' }, scanners }), 'COM4, 1eab:1d06')
})

t.test('COM10 and above may be written as Windows has them', async t => {
  t.equal(names({ scanner: { path: '\\\\.\\COM12' } }), 'COM12')
  t.equal(names({ scanner: { path: '\\\\.\\pipe\\gun' } }), '\\\\.\\pipe\\gun')
})

t.test('the framing is the one that is declared', async t => {
  const declared = { suffix: 'none', prefix: '\u0002', strip: 'aim' } as const
  const scanner = { ...declared, idle_gap: 20, baud_rate: 300 }
  t.match(wanted({ scanner }), [
    {
      baudRate: 300,
      framing: { ...declared, prefix: Buffer.from([2]), idleGapMs: 20 },
    },
  ])
})
