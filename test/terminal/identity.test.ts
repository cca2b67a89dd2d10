import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'
import t from 'tap'
import { identify } from '../../src/terminal/identity.js'

const FILING_NUMBER = '99000000000000000001'
const here = new URL('https://127.0.0.1:8443/query')

function address(
  address: string,
  { internal = false, mac = '00:00:5e:00:53:01' } = {},
): NetworkInterfaceInfo {
  const entry = { address, netmask: '', mac, internal, cidr: null }
  return address.includes(':')
    ? { ...entry, family: 'IPv6', scopeid: 0 }
    : { ...entry, family: 'IPv4' }
}

const lo = address('127.0.0.1', { internal: true, mac: '00:00:00:00:00:00' })
const one = address('192.0.2.1', { mac: '00:00:5e:00:53:11' })
const other = address('192.0.2.2', { mac: '00:00:5e:00:53:22' })
const six = address('2001:db8::1', { mac: '00:00:5e:00:53:66' })

/** The identity on a machine with these addresses. */
function on(addresses: NetworkInterfaceInfo[], url = here) {
  return identify(FILING_NUMBER, url, () => ({ eth0: addresses }))
}

/** What the platform is told where that address is chosen. */
const chosen = ({ address, mac }: NetworkInterfaceInfo) => ({
  termId: FILING_NUMBER,
  termIp: address,
  termMac: mac,
})

t.test('without a filing number it fails at once', async t => {
  const failure = { symbol: 'terminal-unregistered', code: -4 }
  t.throws(() => identify('', here), failure)
})

t.test('the address that the system routes from is chosen', async t => {
  const routed = address('127.0.0.1', { mac: '00:00:5e:00:53:33' })
  t.strictSame(await on([six, one, routed, other]), chosen(routed))
  const named = new URL('https://localhost/')
  const mapped = address('::1', { mac: '00:00:5e:00:53:44' })
  const seen = await on([one, routed, mapped], named)
  t.match(seen.termIp, /^(127\.0\.0\.1|::1)$/)
})

const hasIPv6 = Object.values(networkInterfaces())
  .flat()
  .some(entry => entry?.address === '::1')

t.test(
  'over IPv6 too',
  { skip: !hasIPv6 && 'this machine has no ::1' },
  async t => {
    const routed = address('::1', { mac: '00:00:5e:00:53:44' })
    const url = new URL('https://[::1]:8443/')
    t.strictSame(await on([one, routed], url), chosen(routed))
  },
)

t.test('on this very machine the first real interface is chosen', async t => {
  t.strictSame(await on([lo, six, one, other]), chosen(one))
  t.strictSame(await on([lo, six]), chosen(six), 'one without IPv4')
  t.strictSame(await on([lo]), chosen(lo), 'none but the loopback')
})

t.test(
  'a machine without any interface has an identity all the same',
  async t => {
    for (const interfaces of [() => ({}), () => ({ eth0: undefined })]) {
      t.strictSame(await identify(FILING_NUMBER, here, interfaces), {
        termId: FILING_NUMBER,
        termIp: '127.0.0.1',
        termMac: '00:00:00:00:00:00',
      })
    }
  },
)

t.test('this machine’s own', async t => {
  const { termIp, termMac } = await identify(FILING_NUMBER, here)
  const all = Object.values(networkInterfaces()).flat()
  t.ok(all.some(entry => entry?.address === termIp && entry.mac === termMac))
})
