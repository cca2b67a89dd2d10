import t from 'tap'
import { sealEnvelope } from '../../src/envelope/seal.js'
import {
  requestList,
  requestWhole,
} from '../../src/sandbox/control/contract.js'
import {
  firstChannels,
  firstSecrets,
  OFFICIAL,
} from '../../src/sandbox/people/channels.js'
import { KeptTrail } from '../../src/sandbox/trail.js'
import {
  type Harness,
  QUERY,
  queryFor,
  startHarness,
  TOKEN_CHECK,
} from './harness.js'

/** Each request with what was compared, the first request first. */
async function recorded({ get }: Harness) {
  const { json } = await get('/sandbox/requests?limit=1000')
  const { requests } = requestList.parse(json)
  return Promise.all(
    requests.map(async ({ id }) =>
      requestWhole.parse((await get(`/sandbox/requests/${id}`)).json),
    ),
  )
}

/** The same, each as the rules that it passed, or did 'not'. */
async function rules(harness: Harness): Promise<string[][]> {
  return (await recorded(harness)).map(({ explanation }) =>
    explanation.compared.map(
      ({ ok, clause, rule }) => `${ok ? '' : 'not '}${clause} ${rule}`,
    ),
  )
}

const scanned = [
  '2.8 terminal',
  'table A.2 fields',
  'table A.2 transType',
  'table B.3 fields',
  '2.8 termId',
  '2.2 kind',
]
const good = ['4.9 given', '4.11 unused', '4.11 in-time']
const mayUse = ['4.3 channel', '4.2 active', '4.5 authorised']
const insured = ['6.3.2.2 c same-data', ...mayUse]
const abroad = [...scanned, ...good, ...mayUse, ...insured]

t.test('what other platforms compare stands in its place', async t => {
  const harness = await startHarness(t)
  const { post, query } = harness
  const show = async (order: object) =>
    (await post<{ code: string }>('/sandbox/codes', order)).json.code
  const code = await show({ person: 'ji', province: '43' })
  const { ecToken, idType, idNo, userName } = (await query(code)).json.data
  await query(code)
  await post(TOKEN_CHECK, { ecToken, idType, idNo, userName })
  await post(TOKEN_CHECK, { ecToken, idType, idNo, userName: '张三' })
  await post('/sandbox/people/wang/move', { to: '430500' })
  await query(await show({ person: 'wang' }))
  t.strictSame(await rules(harness), [
    abroad,
    [...scanned, '4.9 given', 'not 4.11 unused'],
    ['table A.6 fields', '2.10 token', 'table A.6 token-person'],
    ['table A.6 fields', '2.10 token', 'not table A.6 token-person'],
    [...scanned, ...good, ...mayUse, 'not 6.3.2.2 c same-data'],
  ])
})

t.test('what is compared at the channels’ door', async t => {
  const harness = await startHarness(t)
  const style = { form: 'signed', dialect: 'A', sign: 'SM3' } as const
  const official = firstChannels.find(({ id }) => id === OFFICIAL)
  if (!official) throw new Error('no official channel')
  const { appId, secret: appSecret } = firstSecrets(official)
  const ask = (step: string, data: object) => {
    const asked = { ...style, version: '1.0.0' }
    const party = { appId, appSecret }
    const body = sealEnvelope({ data }, asked, party, Date.now())
    return harness.post(`/province/43/channel/${step}`, body)
  }
  const wang = { idNo: '11010519491231002X', idType: '01', userName: '王秀英' }
  await harness.post('/channel/showCode', {})
  await ask('showCode', wang)
  await ask('checkName', wang)
  await ask('authorise', {})
  const known = [
    'appendix D channel-envelope',
    'appendix D channel-app',
    'table A.1 appId',
    'table A.1 signature',
  ]
  t.strictSame(await rules(harness), [
    ['not appendix D channel-envelope'],
    [...known, 'table A.2 fields', '4.3 channel', ...mayUse],
    [...known, 'table A.2 fields', '4.3 channel'],
    [...known, 'not table A.2 fields'],
  ])
})

t.test('requests at once have each a trail of their own', async t => {
  const harness = await startHarness(t, t.testdir(), { anyTerminal: true })
  const { post } = harness
  const order = { person: 'ji', province: '43' }
  const requests = Array.from({ length: 20 }, async (_, index) => {
    const { json } = await post<{ code: string }>('/sandbox/codes', order)
    const { data, ...request } = queryFor(json.code)
    const termId = `990000000000000001${10 + index}`
    return { ...request, data: { ...data, termId } }
  })
  const bodies = await Promise.all(requests)
  await Promise.all(bodies.map(body => post(QUERY, body)))
  const terminals = new Set<string>()
  for (const { termId, explanation } of await recorded(harness)) {
    const { compared } = explanation
    const found = compared.filter(({ clause }) => clause === '2.8')
    t.strictSame(
      found.map(step => step.found),
      [termId, termId],
    )
    t.equal(compared.length, abroad.length)
    terminals.add(termId)
  }
  t.equal(terminals.size, bodies.length)
})

t.test('a trail has an end', t => {
  const trail = new KeptTrail()
  for (let count = 0; count < 1000; count++)
    trail.note({ clause: String(count), rule: 'unused', ok: false })
  t.equal(trail.steps.length, 100)
  t.equal(trail.steps[99]?.clause, '99')
  t.end()
})
