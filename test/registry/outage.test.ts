/**
 * PostgreSQL stopped, killed, and cut off, in the middle of work.
 */

import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { oneTimeHash, openOneTime } from '../../src/store/one-time.js'
import { openStore } from '../../src/store/store.js'
import { postgresMissing, startPostgres } from '../store/postgres.js'
import { application, OPERATOR, registered, registryAt } from './terminals.js'

const skip = postgresMissing()
t.setTimeout(300_000)

/** How long each kind of trouble is worked through. */
const WORKING_MS = 1500

/** A way to the server that can be cut like a cable. */
async function cable(t: Test, port: number) {
  const sockets = new Set<Socket>()
  let whole = true
  const server = createServer(near => {
    if (!whole) return void near.destroy()
    const far = connect(port, '127.0.0.1')
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket
        .on('error', () => {})
        .on('close', () => {
          near.destroy()
          far.destroy()
          sockets.delete(socket)
        })
    }
    near.pipe(far).pipe(near)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      whole = false
      for (const socket of sockets) socket.destroy()
    },
    mend() {
      whole = true
    },
  }
}

t.test(
  'nothing acknowledged is lost, nothing is there twice',
  { skip },
  async t => {
    const postgres = await startPostgres(t)
    const wire = await cable(t, postgres.port)
    const url = postgres.url.replace(String(postgres.port), String(wire.port))
    const registry = await registryAt(t, url, { review: 'automatic' })
    const acknowledged: string[] = []
    let working = true
    let tries = 0
    /** One technician after another, each asking until he is answered. */
    const work = async (worker: number) => {
      for (let number = worker; working; number += 4) {
        const asked = application(number)
        const key = `key-${String(number).padStart(8, '0')}`
        for (let answered = false; working && !answered; ) {
          tries += 1
          answered = await registry.apply(asked, key).then(
            ({ terminal }) =>
              acknowledged.push(terminal.filingNumber ?? '') > 0,
            () => sleep(20).then(() => false),
          )
        }
      }
    }
    const workers = [1, 2, 3, 4].map(work)
    await sleep(WORKING_MS)
    for (const end of ['stop', 'kill'] as const) {
      await postgres[end]()
      await sleep(300)
      await postgres.start()
      await sleep(WORKING_MS)
    }
    for (let cuts = 0; cuts < 5; cuts++) {
      wire.cut()
      await sleep(50)
      wire.mend()
      await sleep(300)
    }
    working = false
    await Promise.all(workers)
    t.ok(acknowledged.length > 20, `${acknowledged.length} of ${tries} tries`)
    t.ok(tries > acknowledged.length, 'some were not answered')
    t.equal(new Set(acknowledged).size, acknowledged.length, 'no number twice')
    const kept = await postgres.query(
      `SELECT filing_number FROM terminal WHERE filing_number IN
      (${acknowledged.map(number => `'${number}'`).join()})`,
    )
    t.equal(kept.length, acknowledged.length, 'nothing is lost')
    const twice = await postgres.query(
      `SELECT mac FROM terminal WHERE state = 'active'
      GROUP BY mac HAVING count(*) > 1`,
    )
    t.strictSame(twice, [])
    const [halves] = await postgres.query(
      `SELECT count(*)::int AS count FROM terminal t WHERE revision <>
      (SELECT count(*) FROM terminal_history h WHERE h.receipt = t.receipt)`,
    )
    t.strictSame(halves, { count: 0 }, 'each action is in the history')
  },
)

t.test(
  'terminals go on while it is away, and codes do not',
  { skip },
  async t => {
    const postgres = await startPostgres(t)
    const registry = await registryAt(t, postgres.url)
    const strict = await registryAt(t, postgres.url, { away: 'refuse' })
    const store = await openStore(postgres.url)
    t.teardown(() => store.close())
    const oneTime = (await openOneTime(store))('')
    const hash = oneTimeHash('code', 'x')
    const now = Date.now()
    await oneTime.issue({ hash, owner: 'zhang', expiresAt: now + 60_000 }, now)
    const termId = await registered(registry)
    for (const one of [registry, strict]) t.ok((await one.judge({ termId })).ok)
    await postgres.stop()
    t.strictSame(await registry.judge({ termId }), { ok: true })
    t.match(await registry.judge({ termId: '1' }), { refusal: 'away' })
    t.match(await strict.judge({ termId }), { refusal: 'away' })
    await t.rejects(oneTime.consume(hash, now))
    await t.rejects(registry.takeStep(OPERATOR, termId, 'suspend', 'x'))
    await postgres.start()
    t.match(await oneTime.consume(hash, now), { verdict: 'ok' })
    t.match(await registry.judge({ termId: '1' }), { refusal: 'unregistered' })
    t.strictSame(await strict.judge({ termId }), { ok: true })
  },
)
