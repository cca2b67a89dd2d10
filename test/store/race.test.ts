import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { oneTimeHash, openOneTime } from '../../src/store/one-time.js'
import { openStore } from '../../src/store/store.js'
import { postgresMissing, startPostgres } from './postgres.js'
import { type Racer, startRacers } from './race.js'

const CLAIMANT = fileURLToPath(new URL('claimant.js', import.meta.url))
const RACERS = 100
const ROUNDS = 5
/** A hundred processes take as long to start as the machine lets them. */
t.setTimeout(600_000)

/** In each of the last rounds so many are killed at it. */
const KILLED = 8
const DEADLY_ROUNDS = 3

/** The processes are started once, each with both stores open. */
const skip = postgresMissing()
const sqlite = join(t.testdir({}), 'store.db')
const postgres = skip ? '' : (await startPostgres(t)).url
const addresses = skip ? [sqlite] : [sqlite, postgres]
for (const address of addresses) await prepared(t, address)
const racers = await startRacers(t, RACERS, CLAIMANT, addresses)

t.test('sqlite: of 100 processes exactly one wins', t => race(t, sqlite))
t.test('postgres: of 100 processes exactly one wins', { skip }, t =>
  race(t, postgres),
)

async function race(t: Test, address: string) {
  const { issue, consume } = await prepared(t, address)
  for (let round = 0; round < ROUNDS; round++) {
    const hash = oneTimeHash('race', String(round))
    const now = Date.now()
    await issue({ hash, owner: 'zhang', expiresAt: now + 600_000 }, now)
    const deadly = round >= ROUNDS - DEADLY_ROUNDS
    const dying = deadly ? racers.splice(0, KILLED) : []
    const ask = (racer: Racer) => racer.ask(`${address} ${hash}`)
    const answers = Promise.all([...racers, ...dying].map(ask))
    setTimeout(() => killAll(dying), round)
    const heard = await answers
    const count = (verdict?: string) =>
      heard.filter(one => one === verdict).length
    const [wins, silent] = [count('ok'), count(undefined)]
    t.equal(wins + silent + count('replayed'), heard.length, 'no other end')
    t.equal(silent > 0 ? Math.max(wins, 1) : wins, 1, `round ${round}`)
    const late = await consume(hash, now)
    t.equal(late.verdict, 'replayed', 'no winner is forgotten')
  }
}

async function prepared(t: Test, address: string) {
  const store = await openStore(address)
  t.teardown(() => store.close())
  return (await openOneTime(store))('')
}

function killAll(racers: Racer[]) {
  for (const racer of racers) racer.kill()
}
