import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'
import t from 'tap'
import { readCards, rememberCards } from '../../src/terminal/cards.js'
import type { Device } from '../../src/terminal/kernel.js'

const ONE = '00:00:5e:00:53:01'
const OTHER = '00:00:5e:00:53:02'

function entry(address: string, mac: string, internal = false) {
  const shared = { address, netmask: '', mac, internal, cidr: null }
  return (
    address.includes(':')
      ? { ...shared, family: 'IPv6', scopeid: 0 }
      : { ...shared, family: 'IPv4' }
  ) satisfies NetworkInterfaceInfo
}

const lo = [entry('127.0.0.1', '00:00:00:00:00:00', true)]
const nothing = { devices: new Map(), temporary: new Set<string>() }

function device(mac: string, hardware = true, loopback = false): Device {
  return { mac, hardware, loopback }
}

t.test('where only Node tells: Windows', async t => {
  const interfaces = () => ({
    'Loopback Pseudo-Interface 1': lo,
    以太网: [entry('192.0.2.1', ONE.toUpperCase()), entry('fe80::1', ONE)],
    'vEthernet (WSL)': [entry('192.0.2.9', '00:15:5d:00:00:01')],
    broken: undefined,
  })
  t.strictSame(readCards(interfaces, nothing), [
    {
      name: '以太网',
      mac: ONE,
      addresses: ['192.0.2.1', 'fe80::1'],
      temporary: [],
      hardware: undefined,
      aside: undefined,
    },
    {
      name: 'vEthernet (WSL)',
      mac: '00:15:5d:00:00:01',
      addresses: ['192.0.2.9'],
      temporary: [],
      hardware: undefined,
      aside: 'virtual-machine',
    },
    {
      name: 'broken',
      mac: '',
      addresses: [],
      temporary: [],
      hardware: undefined,
      aside: 'no-mac',
    },
  ])
})

t.test('Linux tells of cards without an address, and of devices', async t => {
  const interfaces = () => ({
    lo,
    eth0: [entry('192.0.2.1', ONE)],
    'eth0:1': [entry('192.0.2.2', ONE), entry('2001:db8::1', ONE)],
  })
  const kernel = {
    devices: new Map([
      ['lo', device('00:00:00:00:00:00', false, true)],
      ['wlan0', device(OTHER)],
      ['eth0', device(ONE)],
    ]),
    temporary: new Set(['2001:db8::1']),
  }
  t.match(readCards(interfaces, kernel), [
    {
      name: 'eth0',
      addresses: ['192.0.2.1', '192.0.2.2', '2001:db8::1'],
      temporary: ['2001:db8::1'],
      hardware: true,
    },
    { name: 'wlan0', mac: OTHER, addresses: [], hardware: true },
  ])
})

t.test('the kernel’s files of another network are not believed', async t => {
  const interfaces = () => ({ lo, eth0: [entry('192.0.2.1', ONE)] })
  const devices = new Map([
    ['lo', device('00:00:00:00:00:00', false, true)],
    ['eth0', device(OTHER)],
    ['eth1', device(OTHER)],
  ])
  const cards = readCards(interfaces, { ...nothing, devices })
  t.match(cards, [{ name: 'eth0', mac: ONE, hardware: undefined }])
  t.equal(cards.length, 1)
})

t.test('this machine’s own', async t => {
  const names = readCards().map(({ name }) => name)
  for (const [name, entries = []] of Object.entries(networkInterfaces())) {
    t.equal(names.includes(name), !entries.some(e => e.internal), name)
  }
})

t.test('many calls at once look once', async t => {
  let reads = 0
  let now = 5
  const cards = rememberCards(
    () => {
      reads++
      return []
    },
    () => now,
  )
  t.equal(cards(), cards())
  now += 999
  cards()
  t.equal(reads, 1)
  now += 1
  cards()
  t.equal(reads, 2)
})
