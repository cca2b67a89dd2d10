import t from 'tap'
import { configSchema } from '../src/config/schema.js'
import { examineTerminal, lookEverywhere } from '../src/examine-terminal.js'
import { registryAddress } from '../src/registry-line.js'
import { FILING_NUMBER, startMachine } from './machine.js'

t.test('the sandbox is platform and registry, by default', async t => {
  const { config, strUrl } = await startMachine(t)
  const { origin } = new URL(strUrl)
  const report = await examineTerminal(config)
  t.match(report, {
    filingNumber: FILING_NUMBER,
    sides: [{ url: origin, host: '127.0.0.1', reachable: true }],
    registry: { url: origin, verdict: { ok: true } },
  })
  t.equal(report.sides.length, 1)
})

t.test('each host once, the configured ones first', async t => {
  const { strUrl } = await startMachine(t)
  const platforms = [
    { url: 'https://[::1]:1/' },
    { url: 'https://127.0.0.1:1/' },
    { url: 'https://127.0.0.1:2/' },
  ]
  const sides = await lookEverywhere(configSchema.parse({ platforms }))
  t.strictSame(
    sides.map(({ url }) => url),
    ['https://[::1]:1/', 'https://127.0.0.1:1/'],
    `and not ${strUrl}`,
  )
})

t.test('a machine that knows no platform and no registry', async t => {
  const { closeSandbox } = await startMachine(t)
  await closeSandbox()
  const config = configSchema.parse({})
  t.equal(registryAddress(config), undefined)
  const report = await examineTerminal(config)
  t.match(report, { filingNumber: '', sides: [{ host: '127.0.0.1' }] })
  t.equal(report.registry, undefined)
})

t.test('the registry of the configuration goes before', async t => {
  await startMachine(t)
  const url = 'https://127.0.0.1:9/'
  const config = configSchema.parse({
    registry: { url },
    terminal: { filing_number: FILING_NUMBER },
  })
  t.match(registryAddress(config), { url, pin: '' })
  t.match(await examineTerminal(config), {
    registry: { url, verdict: undefined, sentence: /ECONNREFUSED/ },
  })
})
