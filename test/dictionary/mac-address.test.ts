import t from 'tap'
import {
  canonicalMac,
  isCardMac,
  isLocallyAdministered,
  NO_MAC,
} from '../../src/dictionary/mac-address.js'

const mac = 'f8:34:41:bd:e1:88'

t.test('every notation in use is the same address', async t => {
  for (const written of [
    mac,
    'F8:34:41:BD:E1:88',
    'F8-34-41-BD-E1-88',
    'f834.41bd.e188',
    'f834-41bd-e188',
    'f83441-bde188',
    'f83441bde188',
    'F8 34 41 BD E1 88',
    ' f8:34:41:bd:e1:88\r\n',
    'ｆ８：３４：４１：ｂｄ：ｅ１：８８',
  ]) {
    t.equal(canonicalMac(written), mac, JSON.stringify(written))
  }
})

t.test('what is no address stays as it was', async t => {
  for (const written of [
    '',
    'f8:34:41:bd:e1',
    'f8:34:41:bd:e1:88:00',
    'f8:34-41:bd-e1:88',
    'f8:34:41:bd:e1:8g',
    'f8344:1bde188',
    '1.234E+11',
  ]) {
    t.equal(canonicalMac(written), written)
    t.notOk(isCardMac(canonicalMac(written)), written)
  }
})

t.test('zero, everybody and groups are no card', async t => {
  t.ok(isCardMac(mac))
  for (const other of [NO_MAC, 'ff:ff:ff:ff:ff:ff', '01:00:5e:00:00:01']) {
    t.notOk(isCardMac(other), other)
  }
})

t.test('the local bit tells software from a maker', async t => {
  t.notOk(isLocallyAdministered(mac))
  for (const virtual of ['02:42:ac:11:00:02', '5a:00:00:00:00:01']) {
    t.ok(isLocallyAdministered(virtual), virtual)
  }
})
