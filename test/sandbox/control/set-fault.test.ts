import { once } from 'node:events'
import { request } from 'node:http'
import t from 'tap'
import { Doors } from '../../../src/sandbox/control/doors.js'
import { EventHub } from '../../../src/sandbox/control/events.js'
import {
  FAULTS_MAX,
  FaultBook,
} from '../../../src/sandbox/control/fault-book.js'
import type { Fault } from '../../../src/sandbox/control/fault-contract.js'
import {
  clearFaults,
  removeFault,
  setFault,
} from '../../../src/sandbox/control/set-fault.js'
import type { Space } from '../../../src/sandbox/control/spaces.js'
import type { SandboxServer } from '../../../src/sandbox/server.js'
import { QUERY, queryFor, startHarness } from '../harness.js'

const server = {} as SandboxServer
const anyone = { route: 'r', transType: 't', termId: '1', orgId: 'o' }

/** As much of a space as faults need, and what its watchers hear of them. */
function makeSpace() {
  const faults = new FaultBook(Buffer.alloc)
  const events = new EventHub()
  const space = { name: '', faults, events, doors: new Doors() } as Space
  const told = () => events.since(0)?.map(event => event.tell())
  return { space, faults, told }
}

t.test('whoever watches is told, of each as it was then', async t => {
  const { space, faults, told } = makeSpace()
  for (const code of [1, 2]) await setFault(server, space, { fault: { code } })
  faults.strike(anyone)
  t.equal(removeFault(space, 3), undefined, 'nothing to tell')
  t.equal(removeFault(space, 2)?.id, 2)
  clearFaults(space)
  t.strictSame(told(), [
    { added: { id: 1, struck: 0, fault: { code: 1 } } },
    { added: { id: 2, struck: 0, fault: { code: 2 } } },
    { removed: 2 },
    { cleared: true },
  ])
  t.strictSame(faults.list(), [])
})

t.test('of one too many nobody is told', async t => {
  const { space, told } = makeSpace()
  const set = () => setFault(server, space, { fault: { code: 1 } })
  for (let count = 0; count < FAULTS_MAX; count++) t.ok(await set())
  t.equal(await set(), undefined)
  t.equal(told()?.length, FAULTS_MAX)
})

t.test('a door leads into its space, unless another is named', async t => {
  const { post, send } = await startHarness(t)
  const inSpace = (name: string) => ({ 'x-nationec-sandbox': name })
  const order = { fault: { tls: 'none' } }
  const type = 'application/json'
  const { json } = await post<Fault>(
    '/sandbox/faults',
    order,
    type,
    inSpace('mine'),
  )
  const url = String(json.door?.url) + QUERY
  const ask = async (headers: Record<string, string>) => {
    const asked = request(url, {
      ...{ method: 'POST', agent: false },
      headers: { ...headers, 'content-type': type },
    }).end(JSON.stringify(queryFor('1')))
    const [response] = await once(asked, 'response')
    response.resume()
    t.equal(response.statusCode, 200)
  }
  const count = async (name: string) => {
    const headers = inSpace(name)
    const list = await send<{ requests: object[] }>('/sandbox/requests', {
      headers,
    })
    return list.json.requests.length
  }
  await ask({})
  t.equal(await count('mine'), 1)
  await ask(inSpace('other'))
  t.equal(await count('mine'), 1)
  t.equal(await count('other'), 1)
})
