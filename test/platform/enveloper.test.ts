import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import type { Style } from '../../src/envelope/agreement.js'
import { SKEW_MS_MAX } from '../../src/envelope/clock.js'
import { type JsonObject, parseObject } from '../../src/envelope/json.js'
import { openEnvelope } from '../../src/envelope/open.js'
import { sealEnvelope } from '../../src/envelope/seal.js'
import { writePrivateKey, writePublicKey } from '../../src/gm/key-write.js'
import { signatureToDer } from '../../src/gm/signature.js'
import { createPlatformClient } from '../../src/platform/client.js'
import {
  createEnveloper,
  type EnvelopeSettings,
} from '../../src/platform/enveloper.js'
import { writeSecret } from '../../src/secret-file.js'
import {
  APP,
  platform,
  platformKey,
  terminal,
  terminalKey,
} from '../envelope/parties.js'
import { startFake } from './fake-platform.js'

const never = new AbortController().signal
const style: Style = {
  form: 'encrypted',
  dialect: 'A',
  sign: 'SM2',
  version: '1.0.0',
}
const replyStyle: Style = { ...style, version: '' }
const body = {
  orgId: 'P99000000001',
  transType: 'ec.query',
  data: { ecQrCode: '4240000000000000000000990000', businessType: '01101' },
}
const person = {
  code: 0,
  message: '成功',
  success: true,
  orgId: body.orgId,
  data: { userName: '张三', ecQrCode: body.data.ecQrCode, email: null },
}

function settingsIn(t: Test): Required<EnvelopeSettings> {
  const folder = t.testdir()
  const path = (name: string) => join(folder, name)
  writeSecret(path('secret'), APP.appSecret)
  writeSecret(path('ours'), writePrivateKey(terminalKey, 'base64'))
  writeFileSync(path('theirs'), writePublicKey(platformKey, 'pem'))
  return {
    ...style,
    appId: APP.appId,
    appSecretFile: path('secret'),
    privateKeyFile: path('ours'),
    publicKeyFile: path('theirs'),
  }
}

function seal(reply: JsonObject, used = replyStyle, party = platform) {
  return sealEnvelope(reply, used, party, Date.now())
}

/** Posts `body` to a platform that answers so. */
async function ask(
  t: Test,
  reply: (request: JsonObject) => JsonObject,
  settings: Partial<EnvelopeSettings> = {},
  status = 200,
) {
  const seen: { request: JsonObject } = { request: {} }
  const fake = await startFake(t, (_, response) => {
    seen.request = parseObject(fake.bodies.at(-1) ?? '') ?? {}
    response.writeHead(status).end(JSON.stringify(reply(seen.request)))
  })
  const envelope = { ...settingsIn(t), ...settings }
  const client = createPlatformClient(() => [{ ...fake.allowed, envelope }])
  t.teardown(() => client.close())
  const posted = client.target(fake.url).post(body, never)
  const result = await posted.catch(failure => failure)
  t.equal(fake.bodies.length, 1, 'it was sent once')
  return { result, request: seen.request }
}

t.test('a request is sealed and its reply opened, in each style', async t => {
  for (const form of ['signed', 'encrypted'] as const)
    for (const dialect of ['A', 'B'] as const)
      for (const sign of ['SM2', 'SM3'] as const) {
        const used = { ...style, form, dialect, sign }
        const accepted = { dialects: [dialect], signs: [sign] }
        const { result, request } = await ask(t, () => seal(person, used), used)
        t.match(result, { code: 0, data: { userName: '张三' } })
        const opened = openEnvelope(request, accepted, platform, Date.now())
        t.match(opened, { form, dialect, sign, message: body })
        t.equal(JSON.stringify(request).includes('01101'), form === 'signed')
      }
})

t.test('a reply is not believed', async t => {
  const sealed = seal(person)
  const old = Date.now() - SKEW_MS_MAX - 10_000
  const elsewhere = { ...person, orgId: 'P99000000002' }
  const data = { ...person.data, ecQrCode: '4240000000000000000001990000' }
  const readable = seal(person, { ...replyStyle, form: 'signed' })
  const other = { ...person.data, userName: '王秀英' }
  const cases: Record<string, [JsonObject, object]> = {
    'without a signature': [person, { symbol: 'platform-unsigned', code: -4 }],
    'whose code is 0 in another way': [
      { ...person, code: '-0' },
      { symbol: 'platform-unsigned' },
    ],
    'with its signature taken away': [
      { ...sealed, signData: '', code: 0 },
      { symbol: 'platform-unsigned' },
    ],
    'with a name that was changed': [
      { ...readable, data: other },
      { symbol: 'platform-signature', code: -4 },
    ],
    'signed by somebody else': [
      seal(person, replyStyle, terminal),
      { symbol: 'platform-signature' },
    ],
    'in the other dialect': [
      seal({ ...person, data: { n: 1 } }, { ...replyStyle, dialect: 'B' }),
      { symbol: 'platform-signature' },
    ],
    'with a digest in place of a signature': [
      seal(person, { ...replyStyle, sign: 'SM3' }),
      { symbol: 'platform-signature' },
    ],
    'that cannot be decrypted': [
      { ...sealed, encData: '00'.repeat(32) },
      { symbol: 'platform-sealed', code: -4 },
    ],
    'that is an old one': [
      sealEnvelope(person, replyStyle, platform, old),
      { symbol: 'platform-skew', code: -4, parameters: { limit: 300 } },
    ],
    'to another institution': [
      seal(elsewhere),
      { symbol: 'platform-other-reply', code: -1 },
    ],
    'to another code': [
      seal({ ...person, data }),
      { symbol: 'platform-other-reply' },
    ],
    'to another transaction': [
      seal({ ...person, transType: 'cn.nhsa.auth.check' }),
      { symbol: 'platform-other-reply' },
    ],
  }
  for (const [name, [reply, failure]] of Object.entries(cases)) {
    const { result } = await ask(t, () => reply)
    t.match(result, { name: 'Failure', ...failure }, name)
    t.notMatch(result.message, /张三|王秀英|4117|424000/, name)
  }
})

t.test('the request itself, sent back, is no reply', async t => {
  const { result } = await ask(t, request => ({ ...request, code: 0 }))
  t.match(result, { symbol: 'platform-signature' })
})

t.test(
  'DER, a missing appId and blanks in what is echoed are let through',
  async t => {
    const sealed = seal(person)
    const raw = Buffer.from(`${sealed.signData}`, 'base64')
    const signData = signatureToDer(raw).toString('base64')
    const { appId: _, ...old } = sealed
    const blank = { ...person.data, ecQrCode: 'null' }
    const replies: JsonObject[] = [
      { ...sealed, signData },
      old,
      seal({ ...person, orgId: '', data: { ...blank, ecQrCode: null } }),
      seal({ ...person, data: blank }),
      seal({ ...person, code: '0000' }),
    ]
    for (const reply of replies) {
      const { result } = await ask(t, () => reply)
      t.match(result, { code: 0, data: { userName: '张三' } })
    }
  },
)

t.test('a refusal may be unsigned, a signed one must be right', async t => {
  const refusal = { code: '-4', message: '验签失败', success: false }
  for (const status of [200, 403]) {
    const { result } = await ask(t, () => refusal, {}, status)
    t.match(result, { code: -4, message: '验签失败', data: {} })
  }
  const sealed = await ask(t, () => seal({ ...refusal, data: {} }))
  t.match(sealed.result, { code: -4, message: '验签失败' })
  const forged = { ...seal({ ...refusal, data: {} }), message: 'x' }
  const { result } = await ask(t, () => forged)
  t.match(result, { symbol: 'platform-signature' })
})

t.test('a bare request goes into data', async t => {
  const enveloper = createEnveloper(settingsIn(t))
  const accepted = { dialects: ['A'], signs: ['SM2'] } as const
  const claim = { ecToken: 't', idType: '01' }
  const opened = openEnvelope(
    enveloper.seal(claim),
    accepted,
    platform,
    Date.now(),
  )
  t.strictSame(opened.message.data, claim)
})

t.test('keys that cannot be used are told before anybody scans', async t => {
  const settings = settingsIn(t)
  const { appSecretFile, privateKeyFile, publicKeyFile } = settings
  const client = createPlatformClient(() => [
    { url: 'https://127.0.0.1/', pin: '', caFile: '', envelope: settings },
  ])
  t.teardown(() => client.close())
  const refused = (reason: RegExp) => {
    const failure = { symbol: 'platform-keys', code: -1, message: reason }
    t.throws(() => client.target('https://127.0.0.1/'), failure)
  }
  chmodSync(appSecretFile, 0o644)
  refused(/chmod 600 .*secret/)
  chmodSync(appSecretFile, 0o600)
  chmodSync(privateKeyFile, 0o640)
  refused(/chmod 600 .*ours/)
  chmodSync(privateKeyFile, 0o600)
  writeFileSync(publicKeyFile, 'no key')
  refused(/not hex, Base64 or PEM/)
  t.throws(() => createEnveloper({ ...settings, appSecretFile: '/gone' }), {
    symbol: 'platform-keys',
    message: /ENOENT/,
  })
})
