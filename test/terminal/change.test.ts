import t from 'tap'
import type { Card } from '../../src/terminal/cards.js'
import { changeOf } from '../../src/terminal/change.js'

const cable = { interface: 'eth0', mac: '00:00:5e:00:53:01', ip: '192.0.2.1' }
const wifi = { interface: 'wlan0', mac: '00:00:5e:00:53:02', ip: '192.0.2.2' }

function card(mac: string): Card {
  const shared = { addresses: [], temporary: [], hardware: true }
  return { name: 'any', mac, aside: undefined, ...shared }
}
const both = [card(cable.mac), card(wifi.mac)]

t.test('the same terminal', async t => {
  t.equal(changeOf(cable, cable, both), undefined)
  const renamed = { ...cable, interface: 'enp3s0' }
  t.equal(changeOf(cable, renamed, both), undefined, 'under another name')
  const six = { ...cable, ip: '2001:db8::1' }
  const tomorrow = { ...cable, ip: '2001:db8::2' }
  t.equal(changeOf(six, tomorrow, both), undefined)
})

t.test('each change has its name, and both sides', async t => {
  t.match(changeOf(cable, wifi, both), {
    symbol: 'terminal-way-changed',
    message: /now .* wlan0 00:00:5e:00:53:02 .* was .* eth0 00:00:5e:00:53:01/,
  })
  t.match(changeOf(cable, wifi, [card(wifi.mac)]), {
    symbol: 'terminal-card-changed',
    code: -4,
  })
  t.match(changeOf(cable, { ...cable, ip: '192.0.2.7' }, both), {
    symbol: 'terminal-address-changed',
    message: /192\.0\.2\.1 .* 192\.0\.2\.7/,
  })
  const none = { interface: '', mac: '00:00:00:00:00:00', ip: '127.0.0.1' }
  t.match(changeOf(cable, none, []), { symbol: 'terminal-card-changed' })
})
