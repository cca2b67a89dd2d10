import t from 'tap'
import { readCiphertext, writeCiphertext } from '../../src/gm/ciphertext.js'
import { fromHex, vectors } from './engines.js'

const vector = vectors['gbt32918-sm2-encrypt']
const c1 = fromHex(vector.c1)
const c2 = fromHex(vector.c2)
const c3 = fromHex(vector.c3)
const parts = { c1, c2, c3 }

t.test('each layout is written and read', async t => {
  const marker = Buffer.of(4)
  const newer = Buffer.concat([marker, c1, c3, c2])
  const older = Buffer.concat([marker, c1, c2, c3])
  t.same(writeCiphertext(parts, 'C1C3C2'), newer)
  t.same(writeCiphertext(parts, 'C1C2C3'), older)
  t.same(readCiphertext(newer, 'C1C3C2'), parts)
  t.same(readCiphertext(older, 'C1C2C3'), parts)
  t.same(readCiphertext(writeCiphertext(parts, 'DER'), 'DER'), parts)
})

t.test('an x that begins with 04 is not taken for the marker', async t => {
  t.equal(c1[0], 4)
  t.same(readCiphertext(Buffer.concat([c1, c3, c2]), 'C1C3C2'), parts)
  t.same(readCiphertext(Buffer.concat([c1, c2, c3]), 'C1C2C3'), parts)
})

t.test('long and short contents of DER are read', async t => {
  for (const bytes of [1, 127, 128, 255, 256, 65_536, 16_777_216]) {
    const long = { c1, c2: Buffer.alloc(bytes, 1), c3 }
    const read = readCiphertext(writeCiphertext(long, 'DER'), 'DER')
    t.equal(read.c2.length, bytes)
  }
})

t.test('what is wrong with a ciphertext is named', async t => {
  const refuse = (bytes: Buffer, message: RegExp) =>
    t.throws(() => readCiphertext(bytes, 'C1C3C2'), {
      code: 'GM_CIPHERTEXT',
      message,
    })
  refuse(Buffer.concat([c1, c3]), /96/)
  refuse(Buffer.concat([Buffer.of(4), c1, c3]), /97/)
  refuse(Buffer.concat([c1.map(byte => byte ^ 1), c3, c2]), /C1/)
  refuse(Buffer.alloc(200, 255), /C1/)
})

t.test('what is wrong with a DER ciphertext is named', async t => {
  const refuse = (
    change: object,
    expected: { code: string; message?: RegExp },
  ) => {
    const bytes = writeCiphertext({ ...parts, ...change }, 'DER')
    t.throws(() => readCiphertext(bytes, 'DER'), expected)
  }
  const code = 'GM_CIPHERTEXT'
  refuse({ c1: Buffer.alloc(64, 1) }, { code, message: /C1/ })
  refuse({ c3: c3.subarray(1) }, { code, message: /31/ })
  refuse({ c2: Buffer.alloc(0) }, { code })
  const der = writeCiphertext(parts, 'DER')
  for (const bytes of [der.subarray(1), Buffer.concat([der, der])])
    t.throws(() => readCiphertext(bytes, 'DER'), { code: 'GM_DER' })
  const five = Buffer.concat([der, Buffer.from('0500', 'hex')])
  five[1] = (five[1] ?? 0) + 2
  t.throws(() => readCiphertext(five, 'DER'), { code: 'GM_DER' })
})
