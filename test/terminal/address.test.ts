import t from 'tap'
import {
  canonicalIp,
  isLinkLocal,
  isLoopback,
  samePlace,
} from '../../src/terminal/address.js'

t.test('an address has one form, whoever writes it', async t => {
  const forms: [string, string][] = [
    ['192.0.2.1', '192.0.2.1'],
    [' 192.0.2.1 ', '192.0.2.1'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['fe80::1%14', 'fe80::1'],
    ['::1', '::1'],
    ['no address', 'no address'],
    ['', ''],
  ]
  for (const [written, form] of forms) t.equal(canonicalIp(written), form)
})

t.test('what is of this machine, and of one cable', async t => {
  for (const ip of ['127.0.0.1', '127.9.9.9', '::1']) t.ok(isLoopback(ip), ip)
  for (const ip of ['192.0.2.1', '2001:db8::1']) t.notOk(isLoopback(ip), ip)
  for (const ip of ['169.254.1.1', 'fe80::1', 'febf::1']) {
    t.ok(isLinkLocal(ip), ip)
  }
  for (const ip of ['192.0.2.1', 'fec0::1', '2001:db8::1']) {
    t.notOk(isLinkLocal(ip), ip)
  }
})

t.test('one IPv6 network is one place, an IPv4 address is', async t => {
  t.ok(samePlace('2001:db8::1', '2001:db8::aaaa:bbbb:cccc:dddd'))
  t.ok(samePlace('2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'))
  t.notOk(samePlace('2001:db8::1', '2001:db8:0:1::1'))
  t.ok(samePlace('192.0.2.1', '192.0.2.1'))
  t.notOk(samePlace('192.0.2.1', '192.0.2.2'))
  t.notOk(samePlace('192.0.2.1', '2001:db8::1'))
})
