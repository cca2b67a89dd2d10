import { fileURLToPath } from 'node:url'
import { oneTimeHash, openOneTime } from '../../src/store/one-time.js'
import { openStore } from '../../src/store/store.js'
import { raceOnBothEngines } from './race.js'

await raceOnBothEngines('of 100 processes exactly one uses a code', {
  claimant: fileURLToPath(new URL('claimant.js', import.meta.url)),
  late: 'replayed',
  open: async (t, address) => {
    const store = await openStore(address)
    t.teardown(() => store.close())
    return (await openOneTime(store))('')
  },
  round: async ({ issue, consume, watch }, number) => {
    const hash = oneTimeHash('race', String(number))
    const now = Date.now()
    const kept = watch()
    await issue({ hash, owner: 'zhang', expiresAt: now + 600_000 }, now)
    await kept()
    return {
      line: hash,
      after: async t => {
        const { verdict } = await consume(hash, now)
        t.equal(verdict, 'replayed', 'no winner is forgotten')
      },
    }
  },
})
