import t from 'tap'
import {
  contentOf,
  readSequence,
  TAG,
  unsignedOf,
  writeDer,
  writeUnsigned,
} from '../../src/gm/der.js'
import { fromHex } from './engines.js'

t.test('each length is written in its shortest form and read', async t => {
  const heads = {
    '3000': 0,
    '307f': 127,
    '308180': 128,
    '3081ff': 255,
    '30820100': 256,
    '3082ffff': 65_535,
    '3083010000': 65_536,
    '308401000000': 16_777_216,
  }
  for (const [head, bytes] of Object.entries(heads)) {
    const inner = Buffer.alloc(bytes)
    const der = writeDer(TAG.SEQUENCE, inner)
    t.equal(der.subarray(0, -bytes || undefined).toString('hex'), head)
  }
  const long = writeDer(TAG.OCTET_STRING, Buffer.alloc(300, 1))
  const [value] = readSequence(writeDer(TAG.SEQUENCE, long))
  t.equal(contentOf(value, TAG.OCTET_STRING).length, 300)
})

t.test('an INTEGER is unsigned, with a zero where it must be', async t => {
  for (const [digits, der] of [
    ['00', '020100'],
    ['0001', '020101'],
    ['7f', '02017f'],
    ['80', '02020080'],
    ['00ff00', '020300ff00'],
  ] as const) {
    const written = writeUnsigned(fromHex(digits))
    t.equal(written.toString('hex'), der)
    const [value] = readSequence(writeDer(TAG.SEQUENCE, written))
    const read = unsignedOf(value, 3).toString('hex')
    t.equal(read, digits.padStart(6, '0'))
  }
})

t.test('another tag is named with what was expected', async t => {
  const [value] = readSequence(fromHex('3003020101'))
  t.throws(() => contentOf(value, TAG.OCTET_STRING), /02.*04/)
  t.throws(() => contentOf(undefined, TAG.OCTET_STRING), { code: 'GM_DER' })
})
