import t from 'tap'
import type { Card } from '../../src/terminal/cards.js'
import { choose, findCard } from '../../src/terminal/choose.js'
import { asideOf } from '../../src/terminal/software-adapters.js'

/** A card named `name` whose MAC ends in `end`. */
function card(
  name: string,
  addresses: string[],
  { mac = `00:00:5e:00:53:0${addresses.length}`, ...more }: Partial<Card> = {},
): Card {
  const aside = asideOf(name, mac)
  const shared = { temporary: [], hardware: undefined }
  return { name, mac, addresses, ...shared, aside, ...more }
}

const eth0 = card('eth0', ['192.0.2.1', '2001:db8::1', 'fe80::1'])
const wlan0 = card('wlan0', ['192.0.2.65'])
const docker0 = card('docker0', ['203.0.113.1'], { mac: '02:42:00:00:00:01' })
const tun0 = card('tun0', ['198.51.100.1'], { mac: '00:00:00:00:00:00' })
const silent = card('eth9', [])

/** What is chosen, as `name mac-is-of ip`. */
function chosen(...of: Parameters<typeof choose>) {
  const { interface: name, ip } = choose(...of)
  return `${name} ${ip}`
}

t.test('the card that is used is the terminal’s', async t => {
  const all = [docker0, eth0, wlan0]
  t.strictSame(choose(all, '192.0.2.65'), {
    interface: 'wlan0',
    mac: wlan0.mac,
    ip: '192.0.2.65',
  })
  t.equal(chosen(all, '192.0.2.1'), 'eth0 192.0.2.1')
  t.equal(chosen(all, '2001:db8::1'), 'eth0 2001:db8::1')
  t.equal(chosen(all, 'fe80::1'), 'eth0 fe80::1', 'link-local')
})

t.test('adapters of software are put aside', async t => {
  t.equal(chosen([docker0, tun0, eth0], '203.0.113.1'), 'eth0 203.0.113.1')
  t.equal(chosen([tun0, wlan0], '198.51.100.1'), 'wlan0 198.51.100.1', 'VPN')
  t.equal(chosen([tun0, silent], '198.51.100.1'), 'eth9 198.51.100.1')
  const bridge = card('br0', ['192.0.2.7'], { hardware: false })
  const plugged = card('eth0', [], { hardware: true })
  t.equal(chosen([bridge, plugged], '192.0.2.7'), 'br0 192.0.2.7')
})

t.test('of two that are put aside the better one', async t => {
  const container = card('eth0', ['203.0.113.2'], {
    mac: '02:42:ac:11:00:02',
    hardware: false,
  })
  t.equal(chosen([tun0, container], '203.0.113.2'), 'eth0 203.0.113.2')
  t.equal(chosen([docker0, container], '203.0.113.2'), 'eth0 203.0.113.2')
  const privateWifi = card('wlan0', ['192.0.2.8'], {
    mac: '06:00:00:00:00:08',
    hardware: true,
  })
  t.equal(chosen([docker0, privateWifi], '203.0.113.1'), 'wlan0 203.0.113.1')
  const wifi = (name: string, mac: string, hardware: boolean) =>
    card(name, ['192.0.2.9'], { mac, hardware })
  const made = wifi('eth0', '06:00:00:00:00:01', false)
  const real = wifi('wlan0', '06:00:00:00:00:02', true)
  t.equal(chosen([made, real], undefined), 'wlan0 192.0.2.9', 'hardware')
  const used = card('eth1', ['192.0.2.10'], { mac: '06:00:00:00:00:03' })
  const unused = card('eth0', ['192.0.2.9'], { mac: '06:00:00:00:00:04' })
  t.equal(chosen([unused, used], '192.0.2.10'), 'eth1 192.0.2.10', 'the used')
  t.equal(chosen([tun0], '198.51.100.1'), 'tun0 198.51.100.1')
})

t.test('toward this machine it is what it was, or the first', async t => {
  const all = [docker0, silent, eth0, wlan0]
  for (const local of ['127.0.0.1', '::1', undefined]) {
    t.equal(chosen(all, local), 'eth0 192.0.2.1')
    const kept = choose(all, '192.0.2.65')
    t.equal(chosen(all, local, { kept }), 'wlan0 192.0.2.65')
    const other = { interface: 'eth0', mac: eth0.mac, ip: '2001:db8::1' }
    t.equal(chosen(all, local, { kept: other }), 'eth0 2001:db8::1')
    const gone = { interface: 'x', mac: '00:00:5e:00:53:99', ip: '192.0.2.9' }
    t.equal(chosen(all, local, { kept: gone }), 'eth0 192.0.2.1')
  }
})

t.test('which of several addresses, where no route tells', async t => {
  const six = card('eth0', ['fe80::1', '2001:db8::9', '2001:db8::1'], {
    temporary: ['2001:db8::9'],
  })
  t.equal(chosen([six], undefined), 'eth0 2001:db8::1')
  const cable = card('eth0', ['fe80::1', '169.254.3.4'])
  t.equal(chosen([cable], undefined), 'eth0 fe80::1')
  const today = card('eth0', ['2001:db8::9'], { temporary: ['2001:db8::9'] })
  t.equal(chosen([today], undefined), 'eth0 2001:db8::9')
  t.equal(chosen([silent], undefined), 'eth9 127.0.0.1')
})

t.test('one that stays in place of one for the day', async t => {
  const temporary = ['2001:db8::9', '2001:db8:1::9']
  const six = card('eth0', [...temporary, '2001:db8::1'], { temporary })
  t.equal(chosen([six], '2001:db8::9'), 'eth0 2001:db8::1')
  t.equal(chosen([six], '2001:db8:1::9'), 'eth0 2001:db8:1::9', 'no other')
})

t.test('the card that the configuration names', async t => {
  const all = [eth0, wlan0]
  t.equal(findCard(all, 'wlan0'), wlan0)
  t.equal(findCard(all, wlan0.mac), wlan0)
  t.equal(findCard(all, 'eth7'), undefined)
  t.equal(chosen(all, '192.0.2.1', { wanted: wlan0 }), 'wlan0 192.0.2.1')
  t.equal(chosen(all, '127.0.0.1', { wanted: wlan0 }), 'wlan0 192.0.2.65')
})

t.test('a machine without any', async t => {
  const nobody = { interface: '', mac: '00:00:00:00:00:00', ip: '127.0.0.1' }
  t.strictSame(choose([], '127.0.0.1'), nobody)
  t.strictSame(choose([], undefined), nobody)
})
