import t from 'tap'
import { deriveKey } from '../../../src/envelope/key.js'
import type {
  Channel,
  ChannelSecrets,
} from '../../../src/sandbox/people/channels.js'
import { type Harness, startHarness } from '../harness.js'

/** The feedback form, or a refusal. */
interface Feedback {
  code: number
  message: string
  channel: Channel
  secrets?: ChannelSecrets
}

const form = {
  id: 'city',
  name: '示例市民 App',
  creditCode: '99000000MA00000000',
  applicant: '13',
}

const send = ({ post }: Harness, path: string, body: object) =>
  post<Feedback>(`/sandbox/channels${path}`, body)

const show = ({ post }: Harness, channel: string) =>
  post<{ code: string | number }>('/sandbox/codes', { channel })

t.test('a channel from its application to its end', async t => {
  const harness = await startHarness(t)
  t.match((await show(harness, 'city')).json, { code: 500012 })
  const applied = await send(harness, '', form)
  t.match(applied.json, { channel: { state: 'applied', number: '' } })
  t.notOk(applied.json.secrets)
  t.match((await show(harness, 'city')).json, { code: 500013 })

  const { json } = await send(harness, '/city/review', { approve: true })
  t.match(json.channel, { state: 'approved', number: /^[0-9A-Z]{32}$/ })
  t.match(json.secrets, { appId: /^[0-9A-F]{32}$/, secret: /^[0-9A-F]{32}$/ })
  const { appId = '', secret = '', key } = json.secrets ?? {}
  t.equal(key, deriveKey(appId, secret).key)
  await harness.post('/sandbox/people/zhang/channels', { channel: 'city' })
  t.equal((await show(harness, 'city')).status, 200)

  await send(harness, '/city/suspend', { suspended: true })
  t.match((await show(harness, 'city')).json, { code: 500007 })
  await send(harness, '/city/suspend', { suspended: false })
  t.equal((await show(harness, 'city')).status, 200)
})

t.test('a code that was shown before the suspension', async t => {
  const harness = await startHarness(t)
  const order = { channel: 'wallet' }
  const { json } = await harness.post<{ code: string }>('/sandbox/codes', order)
  await send(harness, '/wallet/suspend', { suspended: true })
  t.match((await harness.query(json.code)).json, { code: 500007 })
})

t.test('each channel has keys of its own', async t => {
  const harness = await startHarness(t)
  await send(harness, '', form)
  const keys = []
  for (const id of ['city', 'shop']) {
    const { json } = await send(harness, `/${id}/review`, { approve: true })
    keys.push(...Object.values(json.secrets ?? {}), json.channel.number)
  }
  t.equal(keys.length, 8)
  t.equal(new Set(keys).size, 8)
})

t.test('every province hears what is decided', async t => {
  const harness = await startHarness(t)
  await send(harness, '/wallet/suspend', { suspended: true })
  for (const province of ['13', '35', '43', '65']) {
    const order = { channel: 'wallet', province, person: 'wang' }
    const { json } = await harness.post('/sandbox/codes', order)
    t.match(json, { code: 500007 }, province)
  }
})

t.test('a channel that was refused stays out', async t => {
  const harness = await startHarness(t)
  const { json } = await send(harness, '/shop/review', { approve: false })
  t.match(json.channel, { state: 'refused', number: '' })
  t.match((await show(harness, 'shop')).json, { code: 500013 })
  const again = await send(harness, '/shop/review', { approve: true })
  t.match(again.json, { code: 500052 })
  const suspended = await send(harness, '/shop/suspend', { suspended: true })
  t.match(suspended.json, { code: 500013 })
})

t.test('what cannot be decided', async t => {
  const harness = await startHarness(t)
  const nobody = await send(harness, '/nobody/review', { approve: true })
  t.match(nobody.json, { code: 500012 })
  const none = await send(harness, '/nobody/suspend', { suspended: true })
  t.match(none.json, { code: 500012 })
  t.match((await send(harness, '', { ...form, id: 'wallet' })).json, {
    code: -2,
    message: /已有此渠道/,
  })
  for (const field of Object.keys(form)) {
    const { status, json } = await send(harness, '', { ...form, [field]: '' })
    t.equal(status, 400)
    t.match(json, { code: -2, message: new RegExp(field) })
  }
})

t.test('the centre lists all of them with what they were given', async t => {
  const { get } = await startHarness(t)
  const { json } = await get<{ channels: Feedback[] }>('/sandbox/channels')
  t.strictSame(
    json.channels.map(({ channel, secrets }) => [
      channel.id,
      channel.state,
      secrets !== undefined,
    ]),
    [
      ['nhsa', 'approved', true],
      ['wallet', 'approved', true],
      ['bank', 'suspended', true],
      ['shop', 'applied', false],
    ],
  )
})
