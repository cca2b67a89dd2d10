import t from 'tap'
import { listHid } from '../../../src/scanner/attached/hid.js'

const gun = {
  path: '/dev/hidraw2',
  vendorId: 0x1eab,
  productId: 0x0d10,
  serialNumber: 'N1',
  manufacturer: 'Newland',
  product: 'FM430',
  usagePage: 0x8c,
  usage: 2,
}
const keyboard = { ...gun, path: 'kbd', usagePage: 1, usage: 6 }
const mouse = { ...gun, path: 'mouse', usagePage: 1, usage: 2 }
const nameless = { ...gun, path: undefined }
const all = async () => [gun, keyboard, mouse, nameless]

t.test('scanners are those that say so', async t => {
  t.strictSame(await listHid('scanners', all), [
    {
      over: 'hid',
      path: '/dev/hidraw2',
      names: [],
      usb: { vendor: '1eab', product: '0d10', serial: 'N1' },
      label: 'Newland FM430',
      isScanner: true,
    },
  ])
})

t.test('keyboards are listed apart', async t => {
  t.match(await listHid('keyboards', all), [
    { over: 'keyboard', path: 'kbd', isScanner: false },
  ])
})

t.test('without node-hid there are none', async t => {
  const fails = () => Promise.reject(new Error('no binary'))
  t.strictSame(await listHid('scanners', fails), [])
})

t.test('node-hid loads here, or is missed without harm', async t => {
  t.ok(Array.isArray(await listHid('scanners')))
})
