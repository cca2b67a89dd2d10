import fc from 'fast-check'
import t from 'tap'
import { bytesOf, CURVE } from '../../src/gm/curve.js'
import { readSignature, signatureToDer } from '../../src/gm/signature.js'
import { fromHex, vectors } from './engines.js'

const vector = vectors['gbt32918-sm2-sign']
const raw = fromHex(vector.signature_rs_hex)
const der = fromHex(vector.signature_der_hex)

t.test('both forms of the example are read, and which one is told', async t => {
  t.same(readSignature(raw), { form: 'raw', raw })
  t.same(readSignature(der), { form: 'DER', raw })
  t.same(signatureToDer(raw), der)
})

t.test('every signature survives DER', async t => {
  const number = fc.bigInt(1n, (1n << 255n) - 1n)
  fc.assert(
    fc.property(number, number, (...numbers) => {
      const hex = numbers.map(one => one.toString(16).padStart(64, '0'))
      const bytes = fromHex(hex.join(''))
      t.same(readSignature(signatureToDer(bytes)).raw, bytes)
    }),
  )
})

t.test('DER that is not strict is refused', async t => {
  const one = '020101'
  const malformed = {
    'no SEQUENCE': `3106${one}${one}`,
    'one number': `3003${one}`,
    'three numbers': `3009${one}${one}${one}`,
    'an OCTET STRING': `3006${one}040101`,
    'an empty INTEGER': `3005${one}0200`,
    'a negative INTEGER': `3006${one}0201ff`,
    'a needless zero': `3007${one}02020001`,
    'a number of 33 bytes': `3026${one}0221${'01'.repeat(33)}`,
    'a long length': `308106${one}${one}`,
    'a length with zeros': `30820006${one}${one}`,
    'an open length': `3080${one}${one}0000`,
    'a length of five bytes': `308500000000${one}${one}`,
    'a length beyond the end': `3007${one}${one}`,
    'a length that is cut': '3082',
    'bytes after it': `3006${one}${one}00`,
    'a tag alone': '30',
  }
  for (const [fault, hex] of Object.entries(malformed))
    t.throws(() => readSignature(fromHex(hex)), { code: 'GM_DER' }, fault)
})

t.test('which number is out of range is named', async t => {
  const refusal = (name: string) => ({
    code: 'GM_SIGNATURE',
    message: new RegExp(`\\b${name} `),
  })
  t.throws(() => readSignature(Buffer.alloc(64)), refusal('r'))
  const big = Buffer.concat([raw.subarray(0, 32), Buffer.alloc(32, 255)])
  t.throws(() => readSignature(big), refusal('s'))
  t.throws(() => readSignature(fromHex('3006020101020100')), refusal('s'))
  const { n } = CURVE
  const signature = (r: bigint, s: bigint) =>
    Buffer.concat([bytesOf(r), bytesOf(s)])
  t.ok(readSignature(signature(1n, n - 1n)), 'the least and the greatest')
  t.throws(() => readSignature(signature(n, 1n)), refusal('r'))
  t.throws(() => readSignature(signature(1n, n)), refusal('s'))
})
