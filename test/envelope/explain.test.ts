import smCrypto from 'sm-crypto'
import t from 'tap'
import type { Party, Style } from '../../src/envelope/agreement.js'
import { signText } from '../../src/envelope/canonical.js'
import { type Explanation, explain } from '../../src/envelope/explain.js'
import type { JsonObject } from '../../src/envelope/json.js'
import { deriveKey, encryptText } from '../../src/envelope/key.js'
import { DIALECTS, type Rules } from '../../src/envelope/rules.js'
import { sealEnvelope } from '../../src/envelope/seal.js'
import {
  openSentence,
  outcomeOf,
  slipsOf,
} from '../../src/envelope/sentences.js'
import { sm2Digest } from '../../src/gm/digest.js'
import { parsePrivateKey, type Sm2PrivateKey } from '../../src/gm/keys.js'
import { primitives } from '../../src/gm/primitives.js'
import { signatureToDer } from '../../src/gm/signature.js'
import { sm2 } from '../../src/gm/sm2.js'
import {
  APP,
  message,
  NOW,
  platform,
  terminal,
  terminalKey,
} from './parties.js'

const { A, B } = DIALECTS
const { appId, appSecret } = APP

const style: Style = {
  form: 'encrypted',
  dialect: 'A',
  sign: 'SM2',
  version: '1.0.0',
}
const right = sealEnvelope(message, style, terminal, NOW)
/** The same with data in an order that is not that of their keys. */
const readable = {
  ...sealEnvelope(message, { ...style, form: 'signed' }, terminal, NOW),
  data: { b: 2, a: '值', empty: '' },
}

function names(body: JsonObject, party = platform, signer?: Sm2PrivateKey) {
  const { right, variants } = explain(body, ['A'], party, signer)
  t.equal(right, false)
  return variants
}

/** `readable`, its text by other rules. */
function signed(rules: Partial<Rules>, secret: string | undefined = appSecret) {
  return withSignature(signText(readable, secret, { ...A, ...rules }))
}

function withSignature(
  text: string | Buffer,
  userId?: string,
  key = terminalKey,
): JsonObject & { signData: string } {
  const signature = sm2.sign(Buffer.from(text), key, userId)
  return { ...readable, signData: signature.toString('base64') }
}

const rightText = signText(readable, appSecret, A)

function signatureOf({ signData }: { signData: string }) {
  const bytes = Buffer.from(signData, 'base64')
  return { bytes, r: bytes.subarray(0, 32), s: bytes.subarray(32) }
}

t.test('a signature that is right', async t => {
  for (const [body, form] of [
    [right, 'encrypted'],
    [signed({}), 'signed'],
  ] as const) {
    const found = explain(body, ['B', 'A'], platform)
    t.match(found, { right: true, dialect: 'A', form, sign: 'SM2' })
    t.strictSame(found.variants, [])
  }
  const { text, digest } = explain(signed({}), ['A'], platform)
  t.equal(text, rightText)
  const e = sm2Digest(Buffer.from(text), terminalKey.point, '1234567812345678')
  t.equal(digest, e.toString('hex'))
})

t.test('each slip in the text is named', async t => {
  t.strictSame(names(signed(B)), ['other-dialect'])
  const noSecret = withSignature(signText(readable, undefined, A))
  t.strictSame(names(noSecret), ['no-secret'])
  t.strictSame(names(signed({ sort: 'members' })), ['data-unsorted'])
  t.strictSame(names(signed({ sort: 'none' })), ['unsorted'])
  t.strictSame(names(signed({ prune: 'none' })), ['empties-kept'])
  t.strictSame(names(signed({ escape: true })), ['escaped'])
  t.strictSame(names(signed({ gap: ' ' })), ['blanks'])
  const unsigned = ['signData', 'encData']
  t.strictSame(names(signed({ unsigned })), ['extra-signed'])
  const noApp = [...A.unsigned, 'appId']
  t.strictSame(names(signed({ unsigned: noApp })), ['no-app-id'])
})

t.test('a signature over the encrypted envelope', async t => {
  const { signData: _, ...rest } = right
  const rules = { ...A, unsigned: ['signData', 'extra'] }
  const text = signText(rest, appSecret, rules)
  const signature = sm2.sign(Buffer.from(text), terminalKey)
  const body = { ...rest, signData: signature.toString('base64') }
  t.strictSame(names(body), ['signed-encrypted'])
  const found = explain(body, ['A'], platform)
  t.match(found.signedText, /encData=[0-9A-F]{32}/)
  t.notMatch(found.text, /encData/)
})

t.test('each other user id is named', async t => {
  t.strictSame(names(withSignature(rightText, appSecret)), ['user-id-secret'])
  t.strictSame(names(withSignature(rightText, '')), ['user-id-empty'])
  t.strictSame(names(withSignature(rightText, appId)), ['user-id-app'])
})

t.test('each other way to write the signature is named', async t => {
  const body = signed({})
  const { bytes, r, s } = signatureOf(body)
  const other = (signData: Buffer) => ({
    ...body,
    signData: signData.toString('base64'),
  })
  const hex = { ...body, signData: bytes.toString('hex') }
  t.strictSame(names(hex), ['hex-signature'])
  t.strictSame(names(other(Buffer.concat([s, r]))), ['swapped'])
  const each = [r, s].map(half => Buffer.from(half).reverse())
  t.strictSame(names(other(Buffer.concat(each))), ['reversed'])
  t.strictSame(names(other(Buffer.from(bytes).reverse())), ['reversed'])
  const der = explain(other(signatureToDer(bytes)), ['A'], platform)
  t.match(der, { right: true, signatureForm: 'DER' })
})

t.test('each wrong key is named', async t => {
  const { n } = {
    n: 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n,
  }
  const d = BigInt(`0x${terminalKey.scalar.toString('hex')}`)
  const negative = (((d - (1n << 256n)) % n) + n) % n
  const keyOf = (scalar: bigint) =>
    parsePrivateKey(scalar.toString(16).padStart(64, '0'))
  const by = (key: Sm2PrivateKey) => withSignature(rightText, undefined, key)
  t.strictSame(names(by(keyOf(negative))), ['key-sign-byte'])
  const cut = by(keyOf(d >> 8n))
  t.strictSame(names(cut), [], 'not to be seen without the key')
  t.strictSame(names(cut, platform, terminalKey), ['key-cut'])
  const other: Party = {
    ...platform,
    publicKey: { point: platform.privateKey?.point ?? Buffer.alloc(0) },
  }
  t.strictSame(names(signed({}), other, terminalKey), ['own-key'])
})

t.test('each other digest is named', async t => {
  const { sm3 } = primitives
  const digest = sm3(Buffer.from(rightText))
  for (const form of [digest, digest.toString('hex')])
    t.strictSame(names(withSignature(form)), ['hashed-twice'])
  const scalar = terminalKey.scalar.toString('hex')
  const number = (e: Buffer) => {
    const hex = smCrypto.sm2.doSignature([...e], scalar, { hash: false })
    return { ...readable, signData: Buffer.from(hex, 'hex').toString('base64') }
  }
  t.strictSame(names(number(digest)), ['no-z'])
  t.strictSame(names(number(Buffer.from(rightText))), ['no-hash'])
  const signData = digest.toString('hex')
  t.strictSame(names({ ...readable, signData }), ['digest'])
})

t.test('two slips at once are both named', async t => {
  t.strictSame(names(signed({ sort: 'members', escape: true })), [
    'data-unsorted',
    'escaped',
  ])
  const text = signText(readable, undefined, A)
  t.strictSame(names(withSignature(text, '')), ['no-secret', 'user-id-empty'])
  const { r, s } = signatureOf(signed(B))
  const signData = Buffer.concat([s, r]).toString('base64')
  const body = { ...readable, signData }
  t.strictSame(names(body), ['other-dialect', 'swapped'])
})

t.test('what nothing explains is not explained', async t => {
  t.strictSame(names(withSignature('something else')), [])
  const { r } = signatureOf(signed({}))
  const signData = Buffer.concat([r, r]).toString('base64')
  t.strictSame(names({ ...readable, signData }), [])
  t.strictSame(names({ ...readable, signData: 'x' }), [])
})

t.test(
  'a digest: its text, and that its hex may be in either case',
  async t => {
    const sm3 = { ...style, sign: 'SM3' } as const
    const body = sealEnvelope(message, sm3, terminal, NOW)
    t.match(explain(body, ['A'], platform), { right: true, sign: 'SM3' })
    const lower = { ...body, signData: `${body.signData}`.toLowerCase() }
    t.ok(explain(lower, ['A'], { ...APP }).right, 'without any key')
    const text = signText({ ...readable, signType: 'SM3' }, undefined, A)
    const signData = primitives.sm3(Buffer.from(text)).toString('hex')
    const noSecret = { ...readable, signType: 'SM3', signData }
    t.strictSame(names(noSecret), ['no-secret'])
  },
)

t.test('data that are hidden in another way', async t => {
  const json = JSON.stringify(message.data)
  const { key } = deriveKey(appId, appSecret)
  const lower = { ...right, encData: encryptText(json, key.toLowerCase()) }
  const found = explain(lower, ['A'], platform)
  t.match(found, { right: true, hidden: 'key-lower-case' })
  const secret = appSecret.slice(0, 16)
  const bare = { ...right, encData: encryptText(json, secret) }
  t.equal(explain(bare, ['A'], platform).hidden, 'key-is-secret')
  const other = encryptText(json, '0123456789ABCDEF')
  const hidden = { ...right, encData: other }
  t.throws(() => explain(hidden, ['A'], platform), { code: 'cipher' })
})

t.test('what cannot be explained says why', async t => {
  const { publicKey: _, ...noKey } = platform
  t.throws(() => explain(right, ['A'], noKey), { code: 'no-key' })
  const unsigned = { ...right, signData: '' }
  t.throws(() => explain(unsigned, ['A'], platform), { code: 'unsigned' })
})

t.test('a sentence for each slip', async t => {
  const found = explain(signed(B), ['A'], platform)
  t.match(slipsOf(found, 'en'), ['the text follows dialect B'])
  t.match(slipsOf(found, 'zh-CN'), [/另一种规则（B）/])
  const hidden = { ...found, variants: [], hidden: 'key-is-secret' } as const
  t.match(slipsOf(hidden, 'en'), [/appSecret itself/])
})

t.test('whether the slip is known, or why not, is never left open', t => {
  const found = explain(signed(B), ['A'], platform)
  const none = { ...found, variants: [] }
  const busy = { ...none, unsought: { why: 'busy', waiting: 16 } } as const
  const slow = { ...none, unsought: { why: 'slow', seconds: 20 } } as const
  const cases: [Explanation, string, RegExp, RegExp][] = [
    [{ ...none, right: true }, 'right', /^$/, /^$/],
    [found, 'explained', /^$/, /^$/],
    [none, 'unexplained', /^no known slip .* check/, /没有一种.*请核对/],
    [{ ...none, hidden: 'key-is-secret' }, 'unexplained', /no known/, /没有/],
    [busy, 'busy', /^16 signatures wait.*ask again/, /16 个.*请稍后再看/],
    [slow, 'slow', /within 20 s.*ask again/, /超过 20 秒.*再看一次/],
  ]
  for (const [explanation, outcome, english, chinese] of cases) {
    t.equal(outcomeOf(explanation), outcome)
    t.match(openSentence(explanation, 'en'), english)
    t.match(openSentence(explanation, 'zh-CN'), chinese)
  }
  t.end()
})

t.test('what is read tolerantly is explained as right', t => {
  const plain = { ...style, form: 'signed' } as const
  const sealed = sealEnvelope(message, plain, terminal, NOW)
  for (const [change, text] of [
    [{ appId: undefined }, `appId=${appId}`],
    [{ data: JSON.stringify(sealed.data) }, '值'],
  ] as const) {
    const explained = explain({ ...sealed, ...change }, ['A'], platform)
    t.equal(explained.right, true)
    t.match(explained.text, text, 'and shows the text that was signed')
    t.strictSame(explained.variants, [])
  }
  t.end()
})
