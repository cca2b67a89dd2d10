import t from 'tap'
import { configSchema } from '../../src/config/schema.js'
import { deviceOf } from '../../src/scanner/device.js'
import { DRIVER_NAMES, DRIVERS } from '../../src/scanner/drivers/index.js'

const device = (scanner: object) =>
  deviceOf(configSchema.parse({ scanner }).scanner)

t.test('each driver has a speed of its own, unless one is set', async t => {
  for (const driver of DRIVER_NAMES) {
    const { port, driver: chosen } = device({ path: 'COM3', driver })
    t.equal(chosen, DRIVERS[driver])
    t.strictSame(port, { path: 'COM3', baudRate: chosen.baudRate })
  }
  t.equal(device({ driver: 'r-cmd' }).port.baudRate, 115_200)
  t.equal(device({ driver: 'r-cmd', baud_rate: 9600 }).port.baudRate, 9600)
})

t.test('the framing is the one that is declared', async t => {
  const declared = { suffix: 'none', prefix: '\u0002', strip: 'aim' } as const
  t.strictSame(device({ ...declared, idle_gap: 20 }).framing, {
    ...declared,
    prefix: Buffer.from([2]),
    idleGapMs: 20,
  })
})
