import { join } from 'node:path'
import t from 'tap'
import { listSerialPorts } from '../../../src/scanner/attached/serial-ports.js'
import { FakeMachine } from '../fake-machine.js'

t.test('a USB port has ids, and names that stay', async t => {
  const fake = new FakeMachine(t)
  const usb = { vendor: '1a86', product: '7523', label: 'USB Serial' }
  const byId = 'usb-1a86_USB_Serial-if00-port0'
  const port = fake.plugPort('ttyUSB0', '/dev/null', usb, byId)
  t.strictSame(listSerialPorts(fake.roots), [
    {
      over: 'serial',
      path: port.path,
      names: [port.byId],
      usb: { vendor: '1a86', product: '7523' },
      label: 'USB Serial',
    },
  ])
})

t.test('names that udevadm’s list does not know are found', async t => {
  const fake = new FakeMachine(t)
  const usb = { vendor: '1a86', product: '55d4' }
  fake.plugPort('ttyCH343USB0', '/dev/null', usb)
  fake.plugPort('ttyXR0', '/dev/zero', usb)
  const paths = listSerialPorts(fake.roots).map(({ path }) => path)
  const { dev } = fake.roots
  t.strictSame(paths, [join(dev, 'ttyCH343USB0'), join(dev, 'ttyXR0')])
})

t.test('ports of the board that are not there are no ports', async t => {
  const fake = new FakeMachine(t)
  fake.addBoardPort('ttyS0', '/dev/null', '4')
  fake.addBoardPort('ttyS1', '/dev/null', '0')
  const [port, ...others] = listSerialPorts(fake.roots)
  t.match(port, { path: join(fake.roots.dev, 'ttyS0') })
  t.notOk(port && 'usb' in port)
  t.strictSame(others, [])
})

t.test('a port whose file is gone is none', async t => {
  const fake = new FakeMachine(t)
  const usb = { vendor: '1a86', product: '7523' }
  fake.plugPort('ttyUSB0', join(fake.roots.dev, 'gone'), usb)
  t.strictSame(listSerialPorts(fake.roots), [])
})

t.test('a machine without sysfs has no ports', async t => {
  const roots = { sys: '/none', dev: '/none', proc: '/none', etc: '/none' }
  t.strictSame(listSerialPorts(roots), [])
})
