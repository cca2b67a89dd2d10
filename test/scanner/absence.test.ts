import t from 'tap'
import { Failure } from '../../src/failure.js'
import { explainAbsence, portlessDevices } from '../../src/scanner/absence.js'
import { FakeMachine } from './fake-machine.js'

const bridge = { vendor: '1a86', product: '7523' }
const keyboard = { vendor: '1eab', product: '1d03' }
const missing = new Failure('scanner-missing', { usb: '1a86:7523' })

t.test('devices that should have a port, and have none', async t => {
  const fake = new FakeMachine(t)
  t.strictSame(portlessDevices(fake.roots), [])
  fake.plugPort('ttyUSB0', '/dev/null', bridge)
  fake.plugUsb(keyboard)
  t.strictSame(portlessDevices(fake.roots), [])
  fake.plugUsb({ vendor: '0c2e', product: '0200' })
  t.strictSame(portlessDevices(fake.roots), [], 'a mode without a port')
  fake.plugUsb({ ...bridge, label: 'USB Serial' })
  const device = { usb: bridge, label: 'USB Serial' }
  t.strictSame(portlessDevices(fake.roots), [device])
})

t.test(
  'brltty is no cause where no port is missing, or it is away',
  async t => {
    const fake = new FakeMachine(t)
    t.equal(explainAbsence(missing, fake.roots), missing)
    fake.run(812, 'brltty')
    t.equal(explainAbsence(missing, fake.roots), missing)
    fake.plugUsb(bridge)
    t.match(explainAbsence(missing, fake.roots), { symbol: 'scanner-grabbed' })
    const several = new Failure('scanner-several', { list: 'a, b' })
    t.equal(explainAbsence(several, fake.roots), several)
  },
)
