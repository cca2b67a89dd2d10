import fc from 'fast-check'
import t from 'tap'
import type { Party, Style } from '../../src/envelope/agreement.js'
import { signText } from '../../src/envelope/canonical.js'
import { SKEW_MS_MAX } from '../../src/envelope/clock.js'
import type { JsonObject } from '../../src/envelope/json.js'
import { isEnvelope, openEnvelope } from '../../src/envelope/open.js'
import { DIALECTS } from '../../src/envelope/rules.js'
import { sealEnvelope } from '../../src/envelope/seal.js'
import { sign } from '../../src/envelope/sign.js'
import { signatureToDer } from '../../src/gm/signature.js'
import { message, NOW, platform, terminal } from './parties.js'

const ANY = { dialects: ['A', 'B'], signs: ['SM2', 'SM3'] } as const
const forms = ['signed', 'encrypted'] as const
const version = '1.0.0'

const styles: Style[] = forms.flatMap(form =>
  (['A', 'B'] as const).flatMap(dialect =>
    (['SM2', 'SM3'] as const).map(sign => ({ form, dialect, sign, version })),
  ),
)

const styleA: Style = { form: 'encrypted', dialect: 'A', sign: 'SM2', version }

function seal(style = styleA, party: Party = terminal): JsonObject {
  return sealEnvelope(message, style, party, NOW)
}

function open(body: JsonObject, party = platform, now = NOW) {
  return openEnvelope(body, ANY, party, now)
}

/** `body` signed anew in dialect A, its data readable. */
function resign(body: JsonObject): JsonObject {
  const text = signText(body, terminal.appSecret, DIALECTS.A)
  return { ...body, signData: sign(text, 'SM2', terminal) }
}

t.test('what is sealed in any style opens, and says how', async t => {
  for (const style of styles) {
    const { form, dialect, sign } = style
    const body = seal(style)
    t.ok(isEnvelope(body))
    const opened = open(body)
    const signatureForm = sign === 'SM3' ? 'SM3' : 'raw'
    t.match(opened, { form, dialect, sign, signatureForm })
    t.match(opened.message, { orgId: message.orgId, extra: message.extra })
  }
})

t.test('the envelope has the members of table A.2', async t => {
  const { signData, encData, ...body } = seal()
  t.strictSame(body, {
    orgId: 'P99000000001',
    transType: 'ec.query',
    extra: { note: '不签' },
    appId: terminal.appId,
    version,
    encType: 'SM4',
    signType: 'SM2',
    timestamp: '20200207175759',
  })
  t.match(signData, /^[A-Za-z0-9+/]{86}==$/)
  t.match(encData, /^([0-9A-F]{32})+$/)
  const web = seal({ ...styleA, dialect: 'B', form: 'signed', version: '' })
  t.match(web, { appCode: terminal.appId, encType: 'plain' })
  t.match(web, { data: message.data, timestamp: NOW / 1000 })
  t.notOk('version' in web || 'appId' in web || 'encData' in web)
})

t.test('A hides what it signs, B hides the data as they are', async t => {
  const a = open(seal()).message.data
  t.strictSame(a, {
    businessType: '01101',
    count: 0,
    flag: true,
    nested: { a: [{ k: '值' }] },
    userName: '收费员甲',
  })
  const b = open(seal({ ...styleA, dialect: 'B' })).message.data
  t.strictSame(b, message.data)
})

t.test('any data come back: in B all, in A what is not empty', async () => {
  const json = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue())
  const dense = json.filter(
    data => !/""|null|\[\]|\{\}/.test(JSON.stringify(data)),
  )
  for (const style of styles) {
    const { form, dialect } = style
    const loses = form === 'encrypted' && dialect === 'A'
    fc.assert(
      fc.property(loses ? dense : json, data => {
        const body = sealEnvelope({ data }, style, terminal, NOW)
        const wire = JSON.parse(JSON.stringify(body))
        const read = open(wire).message.data
        return equalJson(read, JSON.parse(JSON.stringify(data)))
      }),
      { numRuns: 60 },
    )
  }
})

function equalJson(one: unknown, other: unknown): boolean {
  const plain = { ...DIALECTS.A, prune: 'none' } as const
  const text = (data: unknown) => signText({ data }, undefined, plain)
  return text(one) === text(other)
}

t.test('tolerant reading', async t => {
  const body = seal()
  const plain = seal({ ...styleA, form: 'signed' })
  const { encData, ...rest } = body
  const { appId: _, ...old } = plain
  const readable: Record<string, JsonObject> = {
    'SM4 and SM2 in lower case': resign({
      ...plain,
      encType: 'sm4',
      signType: 'sm2',
    }),
    'a number as timestamp': { ...body, timestamp: Number(body.timestamp) },
    'hidden data in data': { ...rest, data: encData },
    'encData in lower case': { ...body, encData: `${encData}`.toLowerCase() },
    'data as escaped text': { ...plain, data: JSON.stringify(message.data) },
    'data signed as escaped text': resign({
      ...plain,
      data: JSON.stringify(message.data),
    }),
    'no appId, though it was signed': old,
    'no appId, nor was it signed': resign(old),
    'no signType': resign({ ...plain, signType: '' }),
  }
  for (const [name, body] of Object.entries(readable)) {
    t.match(open(body).message.data, { businessType: '01101' }, name)
  }
})

t.test('a code may be 0, "0" or "0000"', async t => {
  const style: Style = { ...styleA, version: '' }
  for (const code of [0, '0', '0000']) {
    const body = sealEnvelope({ code, data: { a: 1 } }, style, platform, NOW)
    t.strictSame(open(body, terminal).message.code, code)
  }
})

t.test('DER is accepted and named', async t => {
  const body = seal()
  const raw = Buffer.from(`${body.signData}`, 'base64')
  const signData = signatureToDer(raw).toString('base64')
  t.equal(open({ ...body, signData }).signatureForm, 'DER')
})

t.test('what was changed is refused', async t => {
  const body = seal()
  const flipped = `${body.encData}`.replace(/^../, pair =>
    pair === '00' ? '01' : '00',
  )
  const cases: [string, JsonObject, string][] = [
    ['no signature', { ...body, signData: '' }, 'unsigned'],
    ['no member signData', { ...body, signData: undefined }, 'unsigned'],
    ['a flipped bit', { ...body, encData: flipped }, 'cipher data signature'],
    [
      'cut data',
      { ...body, encData: `${body.encData}`.slice(32) },
      'data cipher',
    ],
    ['another orgId', { ...body, orgId: 'P99000000002' }, 'signature'],
    ['a new member', { ...body, success: true }, 'signature'],
    ['another appId', { ...body, appId: 'x'.repeat(32) }, 'signature'],
    ['another signType', { ...body, signType: 'RSA' }, 'sign-type'],
    ['a digest instead', { ...body, signType: 'SM3' }, 'signature'],
    ['garbage', { ...body, signData: '%%%' }, 'signature'],
    ['an object', { ...body, signData: {} }, 'unsigned'],
  ]
  for (const [name, changed, faults] of cases) {
    const fault = faultOf(() => open(changed))
    t.ok(fault && faults.split(' ').includes(fault), `${name}: ${fault}`)
  }
})

t.test('what another signed, or for another, is refused', async t => {
  t.equal(
    faultOf(() => open(seal(), terminal)),
    'signature',
  )
  const appSecret = 'F'.repeat(32)
  t.equal(
    faultOf(() => open(seal(), { ...platform, appSecret })),
    'cipher',
  )
  const { publicKey: _, ...noKey } = platform
  t.equal(
    faultOf(() => open(seal(), noKey)),
    'no-key',
  )
  const { privateKey: __, ...dumb } = terminal
  t.equal(
    faultOf(() => seal(styleA, dumb)),
    'no-key',
  )
})

t.test('only what was agreed on is accepted', async t => {
  const web = seal({ ...styleA, dialect: 'B' })
  const digest = seal({ ...styleA, sign: 'SM3' })
  const strict = { dialects: ['A'], signs: ['SM2'] } as const
  const read = (body: JsonObject) =>
    faultOf(() => openEnvelope(body, strict, platform, NOW))
  t.equal(read(web), 'signature')
  t.equal(read(digest), 'sign-type')
})

t.test('an old envelope, and one from the future, are refused', async t => {
  for (const sign of [1, -1]) {
    const now = NOW + sign * (SKEW_MS_MAX + 1000)
    t.equal(
      faultOf(() => open(seal(), platform, now)),
      'skew',
    )
  }
  const text = resign({
    ...seal({ ...styleA, form: 'signed' }),
    timestamp: 'x',
  })
  t.equal(
    faultOf(() => open(text)),
    'timestamp',
  )
})

t.test('no message of a fault holds data or secrets', async t => {
  const body = { ...seal(), orgId: 'changed' }
  t.throws(() => open(body), { message: /^(?!.*(changed|4117|收费)).*$/ })
})

function faultOf(action: () => unknown): string | undefined {
  try {
    action()
    return undefined
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}
