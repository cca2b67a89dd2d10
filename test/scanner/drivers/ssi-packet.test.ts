import t from 'tap'
import { hex } from '../../../src/scanner/bytes.js'
import { CODE_BYTES_MAX } from '../../../src/scanner/driver.js'
import {
  codeIn,
  headInside,
  isHead,
  PACKET,
  packet,
  partIn,
  sealed,
  unpack,
} from '../../../src/scanner/drivers/ssi-packet.js'
import { ssiCode } from '../recordings.js'
import { CODE, stream } from '../stream.js'

t.test('length, name, source, status, data, sum', async t => {
  t.strictSame(packet(PACKET.ack), hex('04 D0 04 00 FF 28'))
  t.strictSame(packet(PACKET.ackPart), hex('04 74 04 00 FF 84'))
  t.strictSame(packet(PACKET.nak, [6], 0), hex('05 D1 00 00 06 FF 24'))
  t.strictSame(sealed(hex('00 00')), hex('00 00 00 00'), 'a sum of nothing')
  const most = Buffer.alloc(255, 0xff)
  t.strictSame(sealed(most).subarray(255), hex('01 FF'), 'both bytes of it')
})

t.test('what a packet begins with', async t => {
  const names = ['73', 'A4', 'D0', 'D1', 'F3', 'F6']
  for (const name of names) t.equal(isHead(hex(`04 ${name} 00 00`)), true, name)
  for (const name of ['74', 'E4', '00'])
    t.equal(isHead(hex(`04 ${name} 00 00`)), false, name)
  t.equal(isHead(hex('03 F3 00 00')), false, 'shorter than its head')
  t.equal(isHead(hex('04 F3 04 00')), false, 'from the host')
  t.equal(isHead(hex('08 F3 02 00')), false, 'only a part has 2 there')
  t.equal(isHead(hex('08 73 02 00')), true)
  t.equal(isHead(hex('08 73 01 00')), false)
  t.equal(isHead(hex('08 73 02 01')), false, 'no part has a status')
  for (const few of ['04', '04 F3', '08 73', '08 73 02'])
    t.equal(isHead(hex(few)), 'more', few)
  t.equal(isHead(hex('08 F3 00')), true, 'its status does not matter')
  t.equal(isHead(Buffer.alloc(0)), false)
})

t.test('where in a line a packet begins', async t => {
  const part = hex('08 73 02 00')
  t.equal(headInside(stream('1', ssiCode)), 1)
  t.equal(headInside(stream('1', hex('04 F3 00 01'))), 1, 'sent again')
  t.equal(headInside(stream('1', part)), 1)
  t.equal(headInside(stream('12345', part)), 5)
  t.equal(headInside(stream('1', hex('00 00 00'), ssiCode)), 4)
  t.equal(headInside(ssiCode), -1, 'not at the first byte')
  t.equal(headInside(Buffer.from(CODE)), -1)
})

t.test('a packet is whole, damaged, or not there yet', async t => {
  const body = ssiCode.subarray(0, -2)
  const { length } = ssiCode
  t.strictSame(unpack(stream(ssiCode, '42')), { length, body })
  t.equal(unpack(ssiCode.subarray(0, -1)), 'more')
  for (const at of [2, 10, length - 2, length - 1]) {
    const turned = Buffer.from(ssiCode)
    turned[at] = (turned[at] ?? 0) ^ 1
    t.strictSame(unpack(turned), { length, body: undefined }, `byte ${at}`)
  }
})

t.test('the code behind the symbology, and behind its length', async t => {
  const code = (data: string) => codeIn(hex(`00 F3 00 00 ${data}`))
  t.strictSame(code('1C 34 32'), hex('34 32'))
  t.strictSame(code('1C 01 00 02 34 32'), hex('34 32'))
  t.strictSame(code('1C 01 00 00'), hex(''))
  t.strictSame(code('1C 01 00 03 34 32'), hex('01 00 03 34 32'))
  t.strictSame(code('1C 02 00 02 34 32'), hex('02 00 02 34 32'))
  t.strictSame(code('1C 01 01 02 34 32'), hex('01 01 02 34 32'))
  t.strictSame(code('1C 01 00'), hex('01 00'))
})

/** The body of a part: its place, then `data`. */
const part = (at: number, data: Buffer) =>
  stream(Buffer.from([5 + data.length, PACKET.part, 2, 0, at]), data)

/** The description of a code of `total` bytes. */
function description(total: number): Buffer {
  const bytes = hex('F3 00 00 00 00 1C 01 00 00')
  bytes.writeUInt16BE(total, 7)
  return bytes
}

t.test('what a part holds', async t => {
  const bytes = Buffer.from('42')
  t.strictSame(partIn(part(0, stream(description(300), bytes))), {
    ...{ at: 0, bytes, total: 300 },
  })
  t.strictSame(partIn(part(0, description(9))), {
    ...{ at: 0, bytes: Buffer.alloc(0), total: 9 },
  })
  t.strictSame(partIn(part(1, bytes)), { at: 1, bytes })
  t.strictSame(partIn(part(2, Buffer.alloc(0))), {
    ...{ at: 2, bytes: Buffer.alloc(0) },
  })
})

t.test('a part that holds none of a code', async t => {
  t.equal(partIn(hex('04 73 02 00')), undefined)
  t.equal(partIn(part(0, description(9).subarray(0, -1))), undefined)
  const other = description(9)
  other[0] = PACKET.event
  t.equal(partIn(part(0, other)), undefined)
  t.equal(partIn(part(0, description(CODE_BYTES_MAX)))?.total, CODE_BYTES_MAX)
  t.equal(partIn(part(0, description(CODE_BYTES_MAX + 1))), undefined)
})
