import t from 'tap'
import { SETUP_CODES, udevRule } from '../../src/scanner/setup.js'

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
