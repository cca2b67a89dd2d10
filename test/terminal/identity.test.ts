import t from 'tap'
import type { Failure } from '../../src/failure.js'
import type { Card } from '../../src/terminal/cards.js'
import type { Choice } from '../../src/terminal/choose.js'
import {
  createTerminal,
  type TerminalSettings,
} from '../../src/terminal/identity.js'

const FILING_NUMBER = '99000000000000000001'
const way = { host: 'a.invalid', hop: new URL('https://a.invalid/') }
const cable = { interface: 'eth0', mac: '00:00:5e:00:53:01', ip: '192.0.2.1' }
const wifi = { interface: 'wlan0', mac: '00:00:5e:00:53:02', ip: '192.0.2.2' }

function card({ interface: name, mac, ip }: Choice): Card {
  const shared = { temporary: [], hardware: true, aside: undefined }
  return { name, mac, addresses: [ip], ...shared }
}

/** A terminal on a machine that may be changed. */
function setUp(settings: Partial<TerminalSettings> = {}) {
  const machine = {
    local: cable.ip as string | undefined,
    cards: [card(cable), card(wifi)],
    kept: new Map<string, Choice>(),
    notices: [] as string[],
    errors: [] as unknown[],
    writable: true,
  }
  const terminal = createTerminal(
    {
      filingNumber: FILING_NUMBER,
      interface: '',
      onChange: 'warn',
      onContradiction: 'warn',
      ...settings,
    },
    {
      eyes: {
        cards: () => machine.cards,
        localToward: async () => machine.local,
        kept: host => machine.kept.get(host),
      },
      keep(host, choice) {
        if (!machine.writable) throw new Error('EROFS')
        machine.kept.set(host, choice)
      },
      onNotice: (notice: Failure) => void machine.notices.push(notice.symbol),
      onError: error => void machine.errors.push(error),
    },
  )
  const identify = (data = {}) => terminal.identify(way, data)
  return { machine, identify }
}

const fieldsOf = ({ mac, ip }: Choice) => ({
  termId: FILING_NUMBER,
  termIp: ip,
  termMac: mac,
})

const refusal = (symbol: string) => ({ symbol, code: -4 })

t.test('without a filing number it fails at once', async t => {
  const { identify } = setUp({ filingNumber: '' })
  t.throws(identify, { symbol: 'terminal-unregistered', code: -4 })
})

t.test('the first time what is seen is kept', async t => {
  const { machine, identify } = setUp({ onChange: 'refuse' })
  const identity = { fields: fieldsOf(cable), facts: {} }
  t.strictSame(await identify(), identity)
  t.strictSame(machine.kept.get(way.host), cable)
  t.strictSame(await identify(), identity, 'and the second time')
  t.strictSame(machine.notices, [])
})

t.test('a change is refused', async t => {
  const { machine, identify } = setUp({ onChange: 'refuse' })
  await identify()
  machine.local = wifi.ip
  await t.rejects(identify(), refusal('terminal-way-changed'))
  machine.cards = [card(wifi)]
  await t.rejects(identify(), refusal('terminal-card-changed'))
  machine.cards = [card({ ...cable, ip: '192.0.2.7' })]
  machine.local = '192.0.2.7'
  await t.rejects(identify(), refusal('terminal-address-changed'))
  t.strictSame(machine.kept.get(way.host), cable, 'until somebody accepts it')
})

t.test('a change is warned of, once, and the truth is sent', async t => {
  const { machine, identify } = setUp()
  await identify()
  machine.local = wifi.ip
  const facts = { terminal: 'terminal-way-changed' }
  t.strictSame(await identify(), { fields: fieldsOf(wifi), facts })
  t.strictSame(await identify(), { fields: fieldsOf(wifi), facts })
  t.strictSame(machine.notices, ['terminal-way-changed'])
  t.strictSame(machine.kept.get(way.host), cable)
})

t.test('a change is accepted and kept', async t => {
  const { machine, identify } = setUp({ onChange: 'accept' })
  await identify()
  machine.local = wifi.ip
  t.match(await identify(), { facts: { terminal: 'terminal-way-changed' } })
  t.strictSame(await identify(), { fields: fieldsOf(wifi), facts: {} })
  t.strictSame(machine.kept.get(way.host), wifi)
})

t.test('without a way to the platform nothing is judged', async t => {
  const { machine, identify } = setUp({ onChange: 'refuse' })
  machine.local = undefined
  await identify()
  t.equal(machine.kept.size, 0, 'nor kept')
  machine.local = cable.ip
  await identify()
  machine.local = undefined
  machine.cards = [card(wifi)]
  t.match(await identify(), { fields: fieldsOf(wifi), facts: {} })
})

t.test('the card that the configuration names', async t => {
  const byMac = setUp({ interface: wifi.mac })
  t.match(await byMac.identify(), { fields: { termMac: wifi.mac } })
  const absent = { interface: 'eth7' }
  const warned = setUp(absent)
  t.match(await warned.identify(), {
    fields: fieldsOf(cable),
    facts: { terminal: 'terminal-card-absent' },
  })
  t.equal(warned.machine.kept.size, 0)
  const refused = setUp({ ...absent, onChange: 'refuse' })
  await t.rejects(refused.identify(), {
    symbol: 'terminal-card-absent',
    message: /eth7/,
  })
})

t.test('a caller that names another terminal', async t => {
  const given = { termId: 'WIN-7', termIp: cable.ip, termMac: wifi.mac }
  const facts = { contradicted: 'termId, termMac' }
  const warned = setUp()
  t.strictSame(await warned.identify(given), { fields: fieldsOf(cable), facts })
  await warned.identify(given)
  t.strictSame(warned.machine.notices, ['terminal-contradicted'], 'once')

  const refused = setUp({ onContradiction: 'refuse' })
  await t.rejects(refused.identify(given), {
    symbol: 'terminal-contradicted',
    message: /^termId, termMac of .*(?!WIN-7)/,
    sealed: { given: { termId: 'WIN-7' } },
  })
  t.match(await refused.identify({ termIp: null }), { facts: {} })

  const trusting = setUp({ onContradiction: 'accept' })
  t.strictSame(await trusting.identify(given), { fields: given, facts })
})

t.test('a state folder that cannot be written stops no call', async t => {
  const { machine, identify } = setUp()
  machine.writable = false
  t.match(await identify(), { fields: fieldsOf(cable) })
  t.match(machine.errors, [{ message: 'EROFS' }])
})
