/**
 * Each choice and each change on real interfaces, in namespaces of the test's
 * own.
 */
import t, { type Test } from 'tap'
import { type Network, startNetwork, whyNoNetworks } from './network.js'

const skip = whyNoNetworks()

const ONE = '00:00:5e:00:53:01'
const TWO = '00:00:5e:00:53:02'
const NEW = '00:00:5e:00:53:99'

/** Addresses for documentation; nothing is ever sent to them. */
const A = 'https://198.51.100.1/localcfc/'
const B = 'https://203.0.113.1/localcfc/'
const SIX = 'https://[2001:db8:ffff::1]/localcfc/'
const HERE = 'https://127.0.0.1:8443/'

/** A pair of which one end is a card to all who look at it. */
function card(name: string, mac: string, ...addresses: string[]): string[] {
  return [
    `link add ${name} address ${mac} type veth peer name veth-${name}`,
    `link set veth-${name} up`,
    `link set ${name} up`,
    ...addresses.map(
      address => `addr add ${address} dev ${name}${six(address)}`,
    ),
  ]
}

/** Nobody else can have the address, so that it is there at once. */
function six(address: string): string {
  return address.includes(':') ? ' nodad' : ''
}

/** eth0 with the way to everywhere, and wlan0 beside it. */
async function twoCards(t: Test): Promise<Network> {
  const network = await startNetwork(t)
  await network.ip(
    ...card('eth0', ONE, '192.0.2.1/26'),
    ...card('wlan0', TWO, '192.0.2.65/26'),
    'route add default via 192.0.2.2 dev eth0',
  )
  return network
}

const cable = { mac: ONE, ip: '192.0.2.1' }
const wifi = { mac: TWO, ip: '192.0.2.65' }

t.test('of several cards the one on the way', { skip }, async t => {
  const { ip, identify } = await twoCards(t)
  await ip('route add 203.0.113.0/24 via 192.0.2.66 dev wlan0')
  t.strictSame(await identify(A), cable)
  t.strictSame(await identify(B), wifi)
  t.strictSame(await identify(A), cable, 'each platform has its own')
  t.strictSame(await identify(HERE), cable, 'this machine: the first')
})

t.test('of several addresses the one that is sent from', { skip }, async t => {
  const { ip, identify } = await twoCards(t)
  await ip(
    'addr add 192.0.2.9/26 dev eth0',
    'addr add 192.0.2.10/26 dev eth0 label eth0:1',
    'route add 203.0.113.0/24 via 192.0.2.2 dev eth0 src 192.0.2.10',
  )
  t.strictSame(await identify(A), cable)
  t.strictSame(await identify(B), { mac: ONE, ip: '192.0.2.10' })
})

t.test('IPv6 only, and an address for the day', { skip }, async t => {
  const { ip, identify } = await startNetwork(t)
  await ip(
    ...card('eth0', ONE, '2001:db8::1/64'),
    'route add default via fe80::2 dev eth0',
  )
  const stays = { mac: ONE, ip: '2001:db8::1' }
  t.strictSame(await identify(SIX), stays)
  await ip(
    'addr flush dev eth0 scope global',
    'addr add 2001:db8::abcd/64 dev eth0 nodad',
    'route replace default via fe80::2 dev eth0',
  )
  const tomorrow = { mac: ONE, ip: '2001:db8::abcd' }
  t.strictSame(await identify(SIX), tomorrow, 'one network is one place')
  await ip(
    'addr flush dev eth0 scope global',
    'addr add 2001:db8:0:1::1/64 dev eth0 nodad',
    'route replace default via fe80::2 dev eth0',
  )
  t.strictSame(await identify(SIX), { why: 'terminal-address-changed' })
})

t.test('of two IPv6 addresses the one that stays', { skip }, async t => {
  const { ip, tell, identify } = await startNetwork(t)
  await ip(...card('eth0', ONE))
  // The kernel makes one for the day at once, and sends from it.
  await tell('ipv6/conf/eth0/accept_dad', '0')
  await tell('ipv6/conf/eth0/use_tempaddr', '2')
  await ip(
    'addr add 2001:db8::1/64 dev eth0 nodad mngtmpaddr',
    'route add default via fe80::2 dev eth0',
  )
  t.strictSame(await identify(SIX), { mac: ONE, ip: '2001:db8::1' })
})

t.test('a cable and nothing more: link-local', { skip }, async t => {
  const { ip, identify } = await startNetwork(t)
  await ip(...card('eth0', ONE, 'fe80::1/64'))
  t.match(await identify(HERE), { mac: ONE, ip: /^fe80::/ })
})

t.test('adapters of software are put aside', { skip }, async t => {
  const { ip, identify } = await startNetwork(t)
  await ip(
    'link add docker0 type bridge',
    'addr add 203.0.113.99/24 dev docker0',
    'link set docker0 up',
    ...card('eth0', ONE, '192.0.2.1/26'),
    'route add default via 192.0.2.2 dev eth0',
    'tuntap add dev tun0 mode tun',
    'addr add 192.0.2.200/32 dev tun0',
    'link set tun0 up',
    'route add 198.51.100.0/24 dev tun0',
  )
  t.strictSame(await identify(HERE), cable, 'docker0 comes first and is none')
  t.strictSame(await identify(B), { mac: ONE, ip: '203.0.113.99' })
  t.strictSame(await identify(A), { mac: ONE, ip: '192.0.2.200' }, 'a VPN')
})

t.test('a bridge over the card has its address', { skip }, async t => {
  const { ip, identify } = await startNetwork(t)
  await ip(
    ...card('eth0', ONE),
    'link add br0 type bridge',
    'link set eth0 master br0',
    `link set br0 address ${ONE}`,
    'link set br0 up',
    'addr add 192.0.2.1/26 dev br0',
    'route add default via 192.0.2.2 dev br0',
  )
  t.strictSame(await identify(A), cable)
})

t.test('a container has only what software made', { skip }, async t => {
  const { ip, identify } = await startNetwork(t)
  const made = '02:42:c0:00:02:01'
  await ip(
    ...card('eth0', made, '192.0.2.1/26'),
    'route add default via 192.0.2.2 dev eth0',
  )
  t.strictSame(await identify(A), { mac: made, ip: '192.0.2.1' })
})

t.test('a machine without a network', { skip }, async t => {
  const { identify } = await startNetwork(t)
  const nobody = { mac: '00:00:00:00:00:00', ip: '127.0.0.1' }
  t.strictSame(await identify(HERE), nobody)
  t.strictSame(await identify(A), nobody)
})

t.test('Wi-Fi in place of the cable', { skip }, async t => {
  const { ip, identify } = await twoCards(t)
  t.strictSame(await identify(A), cable)
  await ip('route replace default via 192.0.2.66 dev wlan0')
  const why = 'terminal-way-changed'
  t.strictSame(await identify(A), { why })
  t.strictSame(await identify(A, { onChange: 'warn' }), { ...wifi, why })
  t.strictSame(await identify(A), { why }, 'a warning accepts nothing')
  t.strictSame(await identify(A, { onChange: 'accept' }), { ...wifi, why })
  t.strictSame(await identify(A), wifi, 'accepted')
  await ip('route replace default via 192.0.2.2 dev eth0')
  t.strictSame(await identify(A), { why }, 'and back')
})

t.test('a dock comes and goes', { skip }, async t => {
  const { ip, identify } = await twoCards(t)
  await ip(
    ...card('dock0', NEW, '192.0.2.129/26'),
    'route replace default via 192.0.2.130 dev dock0',
  )
  t.strictSame(await identify(A), { mac: NEW, ip: '192.0.2.129' })
  await ip('link del dock0', 'route add default via 192.0.2.2 dev eth0')
  t.strictSame(await identify(A), { why: 'terminal-card-changed' })
})

t.test('a new card under the same name', { skip }, async t => {
  const { ip, identify } = await twoCards(t)
  await identify(A)
  await ip(
    'link set eth0 down',
    `link set eth0 address ${NEW}`,
    'link set eth0 up',
    'route add default via 192.0.2.2 dev eth0',
  )
  t.strictSame(await identify(A), { why: 'terminal-card-changed' })
})

t.test('another address on the same card', { skip }, async t => {
  const { ip, identify } = await twoCards(t)
  await identify(A)
  await ip(
    'addr flush dev eth0',
    'addr add 192.0.2.33/26 dev eth0',
    'route add default via 192.0.2.2 dev eth0',
  )
  t.strictSame(await identify(A), { why: 'terminal-address-changed' })
})

t.test('a cable that is out is no change', { skip }, async t => {
  const { ip, identify } = await twoCards(t)
  await identify(A)
  await ip('link set eth0 down')
  t.match(await identify(A), { mac: ONE }, 'there is no way, so none is judged')
  await ip('link set eth0 up', 'route add default via 192.0.2.2 dev eth0')
  t.strictSame(await identify(A), cable)
})

t.test('of equal cards the one that is configured', { skip }, async t => {
  const { ip, identify } = await twoCards(t)
  for (const name of ['wlan0', TWO]) {
    const settings = { interface: name }
    const seen = { mac: TWO, ip: '192.0.2.1' }
    t.strictSame(await identify(A, settings), seen, 'seen from where it sends')
  }
  await ip('link del wlan0')
  const absent = { interface: 'wlan0' }
  t.strictSame(await identify(A, absent), { why: 'terminal-card-absent' })
})
