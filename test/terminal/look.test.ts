import t from 'tap'
import type { Card } from '../../src/terminal/cards.js'
import type { Choice } from '../../src/terminal/choose.js'
import { type Eyes, look } from '../../src/terminal/look.js'

const way = { host: 'a.invalid', hop: new URL('https://proxy.invalid/') }
const cable = { interface: 'eth0', mac: '00:00:5e:00:53:01', ip: '192.0.2.1' }
const wifi = { interface: 'wlan0', mac: '00:00:5e:00:53:02', ip: '192.0.2.2' }

function card({ interface: name, mac, ip }: Choice): Card {
  const shared = { temporary: [], hardware: true, aside: undefined }
  return { name, mac, addresses: [ip], ...shared }
}

function eyes(local: string | undefined, kept?: Choice): Eyes {
  return {
    cards: () => [card(cable), card(wifi)],
    localToward: async hop => (hop === way.hop ? local : undefined),
    kept: host => (host === way.host ? kept : undefined),
  }
}

t.test('the way over the hop, the memory by the host', async t => {
  t.match(await look(way, '', eyes(cable.ip, cable)), {
    choice: cable,
    kept: cable,
    change: undefined,
    reachable: true,
  })
  t.match(await look(way, '', eyes(wifi.ip, cable)), {
    choice: wifi,
    change: { symbol: 'terminal-way-changed' },
  })
})

t.test('nothing is judged the first time, or without a way', async t => {
  t.match(await look(way, '', eyes(wifi.ip)), { change: undefined })
  t.match(await look(way, '', eyes(undefined, cable)), {
    choice: cable,
    change: undefined,
    reachable: false,
  })
})

t.test('the card that is wanted, and one that is absent', async t => {
  t.match(await look(way, 'wlan0', eyes(cable.ip)), {
    choice: { ...wifi, ip: cable.ip },
  })
  t.match(await look(way, 'eth7', eyes(cable.ip)), {
    choice: cable,
    change: { symbol: 'terminal-card-absent', parameters: { card: 'eth7' } },
  })
})
