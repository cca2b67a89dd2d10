import { fileURLToPath } from 'node:url'
import { RACERS, raceOnBothEngines } from '../store/race.js'
import { application, registryAt } from './terminals.js'

/** Each process has an application of its own, and all have the same MAC. */
await raceOnBothEngines('of 100 processes one gets the MAC', {
  claimant: fileURLToPath(new URL('claimant.js', import.meta.url)),
  late: 'mac-taken',
  open: registryAt,
  round: async (registry, number) => {
    const receipts: string[] = []
    for (let racer = 0; racer < RACERS; racer++) {
      const key = `key-${number}-${racer}-0000`
      const { terminal } = await registry.apply(application(number), key)
      receipts.push(terminal.receipt)
    }
    return {
      line: receipts.join(','),
      after: async t => {
        const { mac } = application(number)
        const on = await registry.search({ q: mac, state: 'active', limit: 9 })
        t.equal(on.terminals.length, 1, 'and it is on file')
        const filed = `99${String(number + 1).padStart(18, '0')}`
        t.equal(on.terminals[0]?.filingNumber, filed, 'no number is lost')
      },
    }
  },
})
