import t from 'tap'
import { listWindowsPorts } from '../../../src/scanner/attached/windows.js'

/** As reg.exe prints it. */
const SERIALCOMM = [
  '',
  'HKEY_LOCAL_MACHINE\\HARDWARE\\DEVICEMAP\\SERIALCOMM',
  '    \\Device\\USBSER000    REG_SZ    COM3',
  '    \\Device\\CH341SER_A64    REG_SZ    COM12',
  '',
].join('\r\n')

const newland = {
  path: 'COM3',
  vendorId: '1EAB',
  productId: '1D06',
  serialNumber: 'N123',
  friendlyName: 'USB Serial Device (COM3)',
}

const nothing = async () => ''

t.test('ids are written as elsewhere', async t => {
  t.strictSame(await listWindowsPorts(async () => [newland], nothing), [
    {
      over: 'serial',
      path: 'COM3',
      names: [],
      usb: { vendor: '1eab', product: '1d06', serial: 'N123' },
      label: 'USB Serial Device (COM3)',
    },
  ])
})

t.test('a port that the class does not list is found', async t => {
  const ports = await listWindowsPorts(
    async () => [newland],
    async () => SERIALCOMM,
  )
  t.strictSame(
    ports.map(({ path }) => path),
    ['COM3', 'COM12'],
  )
})

t.test('one list that cannot be read leaves the other', async t => {
  const fails = () => Promise.reject(new Error('no'))
  const ports = await listWindowsPorts(fails, async () => SERIALCOMM)
  t.equal(ports.length, 2)
  t.equal((await listWindowsPorts(async () => [newland], fails)).length, 1)
  t.strictSame(await listWindowsPorts(fails, fails), [])
})
