import t from 'tap'
import {
  type Attached,
  listAttached,
} from '../../../src/scanner/attached/attached.js'
import { TRANSPORTS } from '../../../src/scanner/driver.js'
import { FakeMachine } from '../fake-machine.js'

const newland = {
  vendor: '1eab',
  product: '1d06',
  serial: 'N123',
  label: 'FM430',
}

t.test('every way a scanner shows itself, with its family', async t => {
  const fake = new FakeMachine(t)
  const port = fake.plugPort('ttyACM0', '/dev/null', newland)
  fake.plugKeyboard('event3', { vendor: '05e0', product: '1200' })
  fake.hid = [{ over: 'hid', path: '/dev/hidraw0', names: [], isScanner: true }]
  const attached = await listAttached(TRANSPORTS, fake.machine)
  t.match(attached, [
    {
      over: 'serial',
      path: port.path,
      usb: { vendor: '1eab', product: '1d06', serial: 'N123' },
      label: 'FM430',
      driver: 'newland-legacy',
    },
    { over: 'hid', path: '/dev/hidraw0', driver: 'hid-pos' },
    { over: 'keyboard', driver: 'keyboard' },
  ])
  t.notOk(attached.some(one => 'isScanner' in one))
})

t.test('only the lists that are asked for', async t => {
  const fake = new FakeMachine(t)
  fake.plugPort('ttyACM0', '/dev/null', newland)
  fake.plugKeyboard('event3', { vendor: '05e0', product: '1200' })
  t.equal((await listAttached(['keyboard'], fake.machine)).length, 1)
  t.equal((await listAttached([], fake.machine)).length, 0)
})

t.test('on Windows keyboards are known by HID', async t => {
  const fake = new FakeMachine(t)
  fake.platform = 'win32'
  fake.hid = [
    {
      over: 'keyboard',
      path: '\\\\?\\HID#VID_1EAB&PID_1D03',
      names: [],
      usb: { vendor: '1eab', product: '1d03' },
    },
  ]
  const [gun, ...others] = await listAttached(['keyboard'], fake.machine)
  t.match(gun, {
    over: 'keyboard',
    driver: 'keyboard',
  } satisfies Partial<Attached>)
  t.strictSame(others, [])
})

t.test('this machine is listed without an error', async t => {
  for (const one of await listAttached(TRANSPORTS)) t.ok(one.path)
})
