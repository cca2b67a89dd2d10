import t from 'tap'
import { hex } from '../../src/scanner/bytes.js'
import { sealed } from '../../src/scanner/drivers/ssi-packet.js'
import {
  SETUP_CODES,
  SETUP_COMMANDS,
  udevRule,
} from '../../src/scanner/setup.js'

const usb = { vendor: '1eab', product: '1d06' }

t.test('a port is given to a group and kept from ModemManager', async t => {
  t.equal(
    udevRule('serial', usb),
    'SUBSYSTEM=="tty", ATTRS{idVendor}=="1eab", ATTRS{idProduct}=="1d06", ' +
      'MODE="0660", GROUP="dialout", ' +
      'ENV{ID_MM_DEVICE_IGNORE}="1", ENV{ID_MM_PORT_IGNORE}="1"',
  )
})

t.test('HID devices and keyboards have groups of their own', async t => {
  t.match(udevRule('hid', usb), /^SUBSYSTEM=="hidraw".*GROUP="plugdev"$/)
  t.match(
    udevRule('keyboard', usb),
    /^SUBSYSTEM=="input".*GROUP="input", ENV\{LIBINPUT_IGNORE_DEVICE\}="1"$/,
  )
})

t.test('what undoes everything comes last', async t => {
  for (const codes of Object.values(SETUP_CODES)) {
    t.equal(codes.at(-1)?.step, 'factory')
    t.equal(new Set(codes.map(({ code }) => code)).size, codes.length)
  }
})

t.test('commands are those that are printed, checksums included', async t => {
  const bytesOf = (name: keyof typeof SETUP_COMMANDS) =>
    SETUP_COMMANDS[name]?.map(({ bytes }) => bytes) ?? []
  const levelTrigger = hex('7E 01 30 30 30 30 40 53 43 4E 4D 4F 44 30 3B 03')
  t.strictSame(bytesOf('newland')[0], levelTrigger)
  const manual = hex('16 4D 0D 54 52 47 4D 4F 44 30 2E')
  t.strictSame(bytesOf('honeywell'), [manual])
  for (const bytes of bytesOf('ssi'))
    t.strictSame(sealed(bytes.subarray(0, -2)), bytes)
  for (const bytes of bytesOf('newland-legacy'))
    t.match(`${bytes}`, /^NLS\d{7};$/)
})

t.test('what is set by commands is what a person is told of', async t => {
  for (const [name, commands] of Object.entries(SETUP_COMMANDS)) {
    const steps = commands.map(({ step }) => step)
    t.equal(new Set(steps).size, steps.length, name)
    const undo = steps.indexOf('factory')
    t.ok(undo < 0 || undo === steps.length - 1, name)
  }
})
