import { fileURLToPath } from 'node:url'
import { durably } from '../../src/store/group-commit.js'
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
  round: async (oneTime, number) => {
    const hash = oneTimeHash('race', String(number))
    const now = Date.now()
    const code = { hash, owner: 'zhang', expiresAt: now + 600_000 }
    await durably(oneTime, () => oneTime.issue(code, now))
    return {
      line: hash,
      after: async t => {
        const { verdict } = await oneTime.consume(hash, now)
        t.equal(verdict, 'replayed', 'no winner is forgotten')
      },
    }
  },
})
