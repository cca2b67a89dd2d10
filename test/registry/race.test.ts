import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { openRegistry } from '../../src/registry/registry.js'
import { openStore } from '../../src/store/store.js'
import { postgresMissing, startPostgres } from '../store/postgres.js'
import { type Racer, startRacers } from '../store/race.js'
import { application } from './terminals.js'

const CLAIMANT = fileURLToPath(new URL('claimant.js', import.meta.url))
const RACERS = 100
const ROUNDS = 3
/** In the last round so many are killed at it. */
const KILLED = 8

/** What a process that lives hears, and one that was killed. */
const ENDS = ['ok', 'mac-taken', undefined]

/** A hundred processes take as long to start as the machine lets them. */
t.setTimeout(600_000)

/** The processes are started once, each with both databases open. */
const skip = postgresMissing()
const sqlite = join(t.testdir({}), 'registry.db')
const postgres = skip ? '' : (await startPostgres(t)).url
const addresses = skip ? [sqlite] : [sqlite, postgres]
for (const address of addresses) await opened(t, address)
const racers = await startRacers(t, RACERS, CLAIMANT, addresses)

t.test('sqlite: of 100 processes one gets the MAC', t => race(t, sqlite))
t.test('postgres: of 100 processes one gets the MAC', { skip }, t =>
  race(t, postgres),
)

/** Each process has an application of its own, and all have the same MAC. */
async function race(t: Test, address: string) {
  const registry = await opened(t, address)
  for (let round = 0; round < ROUNDS; round++) {
    const receipts: string[] = []
    for (let racer = 0; racer < RACERS; racer++) {
      const key = `key-${round}-${racer}-0000`
      const { terminal } = await registry.apply(application(round), key)
      receipts.push(terminal.receipt)
    }
    const ask = (racer: Racer) => racer.ask(`${address} ${receipts.join(',')}`)
    const dying = round === ROUNDS - 1 ? racers.splice(0, KILLED) : []
    const answers = Promise.all([...racers, ...dying].map(ask))
    setTimeout(() => {
      for (const racer of dying) racer.kill()
    }, 20)
    const heard = await answers
    const count = (end?: string) => heard.filter(one => one === end).length
    const [wins, silent] = [count('ok'), count(undefined)]
    // Whoever had to wait still hears how it ended: no lock is given up on.
    const others = heard.filter(one => !ENDS.includes(one))
    t.same(others, [], 'no other end')
    t.ok(silent > 0 ? wins <= 1 : wins === 1, `round ${round}`)
    const { mac } = application(round)
    const on = await registry.search({ q: mac, state: 'active', limit: 9 })
    t.equal(on.terminals.length, 1, 'and it is on file')
    const number = `99${String(round + 1).padStart(18, '0')}`
    t.equal(on.terminals[0]?.filingNumber, number, 'no number is lost')
  }
}

async function opened(t: Test, address: string) {
  const store = await openStore(address)
  t.teardown(() => store.close())
  return openRegistry(store)
}
