import t, { type Test } from 'tap'
import type { Party, Style } from '../../src/envelope/agreement.js'
import type { JsonObject } from '../../src/envelope/json.js'
import { openEnvelope } from '../../src/envelope/open.js'
import { sealEnvelope } from '../../src/envelope/seal.js'
import {
  type Explanation,
  requestList,
  requestWhole,
} from '../../src/sandbox/control/contract.js'
import { PROCEDURE_LIFE_MS } from '../../src/sandbox/nation/procedure.js'
import {
  type Channel,
  type ChannelSecrets,
  OFFICIAL,
  WALLET,
} from '../../src/sandbox/people/channels.js'
import { type Harness, startHarness } from './harness.js'

const style: Style = {
  form: 'encrypted',
  dialect: 'A',
  sign: 'SM3',
  version: '1.0.0',
}
const ACCEPTED = { dialects: [style.dialect], signs: [style.sign] }

const li = {
  userName: '李未激',
  idType: '01',
  idNo: '990701199608230061',
}
const password = '246813'

/** What the door said: `data` of a success, or the refusal. */
interface Said {
  code: number
  message: string
  data: Record<string, string>
}

/** A sandbox, and the channel called `id`, which asks at its door. */
async function start(t: Test) {
  const harness = await startHarness(t)
  let ahead = 0
  const { json } = await harness.get<{
    channels: { channel: Channel; secrets?: ChannelSecrets }[]
  }>('/sandbox/channels')
  const partyOf = (id: string): Party => {
    const found = json.channels.find(({ channel }) => channel.id === id)
    const { appId = '', secret: appSecret = '' } = found?.secrets ?? {}
    return { appId, appSecret }
  }
  const ask = async (
    id: string,
    step: string,
    data: object,
    prefix = '',
  ): Promise<Said> => {
    const party = partyOf(id)
    const now = Date.now() + ahead
    const body = sealEnvelope({ data }, style, party, now)
    const path = `${prefix}/channel/${step}`
    const { json } = await harness.post<JsonObject>(path, body)
    if (typeof json.signData !== 'string') return said(json)
    return said(openEnvelope(json, ACCEPTED, party, now).message)
  }
  const advance = (ms: number) => {
    ahead += ms
    harness.advance(ms)
  }
  return { ...harness, ask, partyOf, advance }
}

function said({ code, message, data }: JsonObject): Said {
  return JSON.parse(JSON.stringify({ code, message, data }))
}

t.test(
  'a channel activates somebody in three steps, and shows a code',
  async t => {
    const { ask, query } = await start(t)
    const { serial } = (await ask(WALLET, 'checkName', li)).data
    t.match(serial, /^[0-9a-f]{32}$/)
    const face = { serial, face: 'li' }
    const { faceSerial } = (await ask(WALLET, 'checkFace', face)).data
    const last = { serial, faceSerial, password }
    const { authorisation } = (await ask(WALLET, 'activate', last)).data
    t.match(authorisation, /^[0-9a-f]{32}$/)
    const shown = await ask(WALLET, 'showCode', { idNo: li.idNo })
    t.match(await query(shown.data.code ?? ''), {
      json: { code: 0, data: { userName: li.userName } },
    })
  },
)

t.test('an activation that was begun ends once', async t => {
  const { ask } = await start(t)
  const begin = async () => {
    const { serial } = (await ask(WALLET, 'checkName', li)).data
    const face = { serial, face: 'li' }
    const { faceSerial } = (await ask(WALLET, 'checkFace', face)).data
    return { serial, faceSerial, password }
  }
  const [first, second] = [await begin(), await begin()]
  const mixed = { ...first, faceSerial: second.faceSerial }
  t.match(await ask(WALLET, 'activate', mixed), { code: 500037 })
  const attempts = Array.from({ length: 20 }, () =>
    ask(WALLET, 'activate', first),
  )
  const codes = (await Promise.all(attempts)).map(({ code }) => code)
  t.strictSame(codes.sort(), [0, ...Array(19).fill(500014)])
  t.match(await ask(WALLET, 'activate', second), { code: 0 }, 'it is another')
})

t.test('of several 统筹区 the person is asked for one', async t => {
  const { ask, query } = await start(t)
  const idNo = '99060119900214004X'
  const { data } = await ask(OFFICIAL, 'showCode', { idNo })
  t.strictSame(data.choose, ['130200', '430100', '130600'])
  const chosen = { idNo, insuOrg: '430100' }
  const shown = await ask(OFFICIAL, 'showCode', chosen)
  t.match(await query(shown.data.code ?? ''), {
    json: { data: { insuOrg: '430100' } },
  })
})

t.test('a code is given where the channel asks for it', async t => {
  const { ask } = await start(t)
  const idNo = '11010519491231002X'
  const shown = await ask(OFFICIAL, 'showCode', { idNo }, '/province/43')
  t.match(shown.data.code, /430000$/)
})

t.test('steps out of order, too late, or of another channel', async t => {
  const { ask, advance } = await start(t)
  const begin = async () => (await ask(WALLET, 'checkName', li)).data.serial
  const nobody = { serial: 'x', face: 'li' }
  t.match(await ask(WALLET, 'checkFace', nobody), { code: 500014 })
  const serial = await begin()
  const early = { serial, faceSerial: '', password }
  t.match(await ask(WALLET, 'activate', early), { code: 500037 })
  const other = await ask(OFFICIAL, 'checkFace', { serial, face: 'li' })
  t.match(other, { code: 500059 })
  const late = { serial: await begin(), face: 'li' }
  advance(PROCEDURE_LIFE_MS + 1)
  t.match(await ask(WALLET, 'checkFace', late), { code: 500051 })
})

t.test('a face is of the activation in which it was seen', async t => {
  const { ask } = await start(t)
  const begin = async () => (await ask(WALLET, 'checkName', li)).data.serial
  const [one, other] = [await begin(), await begin()]
  const seen = await ask(WALLET, 'checkFace', { serial: one, face: 'li' })
  const { faceSerial } = seen.data
  const mixed = { serial: other, faceSerial, password }
  t.match(await ask(WALLET, 'activate', mixed), { code: 500037 })
  const right = { serial: one, faceSerial, password }
  t.match(await ask(WALLET, 'activate', right), { code: 0 })
})

t.test('of many activations by one serial one succeeds', async t => {
  const { ask } = await start(t)
  const { serial } = (await ask(WALLET, 'checkName', li)).data
  const seen = await ask(WALLET, 'checkFace', { serial, face: 'li' })
  const last = { serial, faceSerial: seen.data.faceSerial, password }
  const asked = Array.from({ length: 8 }, () => ask(WALLET, 'activate', last))
  const codes = (await Promise.all(asked)).map(({ code }) => code).sort()
  t.strictSame(codes, [0, ...Array(7).fill(500014)])
  t.match(await ask(WALLET, 'activate', last), { code: 500014 })
})

t.test('three steps have ten minutes', async t => {
  const { ask, advance } = await start(t)
  const { serial } = (await ask(WALLET, 'checkName', li)).data
  advance(600_000)
  const face = { serial, face: 'li' }
  t.match(await ask(WALLET, 'checkFace', face), { code: 0 })
  advance(1)
  t.match(await ask(WALLET, 'checkFace', face), { code: 500051 })
})

t.test('a person takes an authorisation back', async t => {
  const { ask } = await start(t)
  const idNo = '990101199801010017'
  t.match(await ask(WALLET, 'authorise', { idNo }), { code: 500009 })
  t.match(await ask(WALLET, 'revoke', { idNo }), { code: 0 })
  t.match(await ask(WALLET, 'showCode', { idNo }), { code: 500003 })
  t.match(await ask(WALLET, 'authorise', { idNo }), { code: 0 })
  t.match(await ask(WALLET, 'showCode', { idNo }), { code: 0 })
})

t.test(
  'only channels have the door opened, and only while they may',
  async t => {
    const { ask, post, partyOf } = await start(t)
    const idNo = '990101199801010017'
    const unsigned = await post('/channel/showCode', { data: { idNo } })
    t.match(unsigned.json, { code: -4, message: /附录 D/ })
    const stranger = { appId: '0'.repeat(32), appSecret: '1'.repeat(32) }
    const body = sealEnvelope({ data: { idNo } }, style, stranger, Date.now())
    t.match((await post('/channel/showCode', body)).json, { code: 500012 })
    const thief = { ...partyOf(WALLET), appSecret: '1'.repeat(32) }
    const stolen = sealEnvelope(
      { data: { idNo } },
      { ...style, form: 'signed' },
      thief,
      Date.now(),
    )
    t.match((await post('/channel/showCode', stolen)).json, { code: -4 })
    t.match(await ask('bank', 'showCode', { idNo }), { code: 500007 })
    t.match(await ask(WALLET, 'showCode', {}), { code: -2, message: /idNo/ })
  },
)

/** Why the latest request was answered as it was. */
async function why({ get }: Pick<Harness, 'get'>): Promise<Explanation> {
  const listed = await get('/sandbox/requests?limit=1')
  const [{ id } = { id: 0 }] = requestList.parse(listed.json).requests
  const { json } = await get(`/sandbox/requests/${id}`)
  return requestWhole.parse(json).explanation
}

t.test("a request is explained by the channel's keys", async t => {
  const { ask, get, partyOf, post } = await start(t)
  const idNo = '990101199801010017'
  const whose = {
    ...{ kind: 'channel', name: '示例钱包' },
    appId: partyOf(WALLET).appId,
  }
  for (const prefix of ['', '/province/43']) {
    await ask(WALLET, 'showCode', { idNo }, prefix)
    const { signature, compared } = await why({ get })
    t.match(signature, { whose, right: true, data: JSON.stringify({ idNo }) })
    const found = `${whose.appId}, wallet`
    t.match(compared[1], { rule: 'channel-app', ok: true, found })
  }
  const thief = { ...partyOf(WALLET), appSecret: '1'.repeat(32) }
  const signed = { ...style, form: 'signed' } as const
  const stolen = sealEnvelope({ data: { idNo } }, signed, thief, Date.now())
  await post('/channel/showCode', stolen)
  t.match((await why({ get })).signature, { whose, right: false })
})

t.test("a request of no channel is explained by nobody's keys", async t => {
  const { get, post, sandbox } = await start(t)
  const home = sandbox.keys.party
  const signed = { ...style, form: 'signed' } as const
  const body = sealEnvelope({ data: {} }, signed, home, Date.now())
  await post('/channel/showCode', body)
  const { signature, clause, compared } = await why({ get })
  t.equal(signature, null, 'the keys of a terminal say nothing here')
  t.equal(clause, 'appendix D')
  t.match(compared.at(-1), {
    rule: 'channel-app',
    ok: false,
    found: home.appId,
  })
  await post('/channel/showCode', { data: {} })
  t.match((await why({ get })).compared, [
    { rule: 'channel-envelope', ok: false, clause: 'appendix D' },
  ])
})

t.test('the channel is looked up in the space of the request', async t => {
  const { post, send } = await start(t)
  const headers = { 'x-nationec-sandbox': 'other' }
  const type = 'application/json'
  const city = { id: 'city', name: '示例市民', applicant: '13' }
  const form = { ...city, creditCode: '99000000MA00000000' }
  await post('/sandbox/channels', form, type, headers)
  const { json } = await post<{ secrets: ChannelSecrets }>(
    ...(['/sandbox/channels/city/review', { approve: true }] as const),
    ...([type, headers] as const),
  )
  const { appId, secret: appSecret } = json.secrets
  const party = { appId, appSecret }
  const data = { idNo: '990101199801010017' }
  const body = () => sealEnvelope({ data }, style, party, Date.now())
  await post('/channel/authorise', body(), type, headers)
  const one = await send('/sandbox/requests/1', { headers })
  const whole = requestWhole.parse(one.json)
  t.match(whole.explanation.signature, { whose: { name: '示例市民' } })
  t.match((await post('/channel/authorise', body())).json, { code: 500012 })
})
