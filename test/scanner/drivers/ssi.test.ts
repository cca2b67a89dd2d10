import t from 'tap'
import { hex } from '../../../src/scanner/bytes.js'
import { ssi } from '../../../src/scanner/drivers/ssi.js'
import {
  PACKET,
  packet,
  sealed,
} from '../../../src/scanner/drivers/ssi-packet.js'
import { MULTIPACKET, ssiCode } from '../recordings.js'
import { CODE, reads, single, stream, usual } from '../stream.js'

const ACK = { kind: 'send', bytes: hex('04 D0 04 00 FF 28') }
const ACK_PART = { kind: 'send', bytes: hex('04 74 04 00 FF 84') }
const RESEND = hex('05 D1 04 00 01 FF 25')

/** Says that it has 8 bytes; its sum is wrong. */
const damaged = stream(hex('08 F3 00 00 1C'), 'abcde')

t.test('a damaged packet is asked for again, its rest is no code', async t => {
  const decoder = ssi.decoder(usual)
  const heard = decoder.push(stream(damaged, '4243\r', ssiCode))
  t.match(heard[0], { kind: 'send', bytes: RESEND })
  t.strictSame(reads(heard), [CODE])
  t.strictSame(reads(decoder.push(Buffer.from('4243\r'))), ['4243'])
})

t.test('after a pause lines are trusted again', async t => {
  const decoder = ssi.decoder(usual)
  decoder.push(stream(damaged, '4243\r'))
  t.ok(decoder.isPending, 'the pause is waited for')
  t.strictSame(decoder.pause(), [])
  t.notOk(decoder.isPending)
  t.strictSame(reads(decoder.push(Buffer.from('4243\r'))), ['4243'])
})

t.test('a packet that stops is asked for again', async t => {
  const decoder = ssi.decoder(usual)
  decoder.push(ssiCode.subarray(0, 20))
  t.match(decoder.pause(), [{ kind: 'send', bytes: RESEND }])
})

t.test('how it is opened, woken and found', async t => {
  t.match(ssi, { baudRate: 9600, answers: true, lookMs: 9000 })
  t.strictSame(ssi.wake, { bytes: hex('00'), ms: 50 })
  t.strictSame(ssi.usb, [
    { vendor: '05e0', product: /^1701$/ },
    { vendor: '324f', product: /^0032$/ },
  ])
})

/** A packet with `code`, whose status is `status`. */
function codePacket(code: string, status = 0): Buffer {
  const body = stream(hex('00 F3 00 00 1C'), code)
  body[0] = body.length
  body[3] = status
  return sealed(body)
}

t.test('the same again is read once, and acknowledged each time', async t => {
  const heard = (...packets: Buffer[]) =>
    ssi.decoder(usual).push(stream(...packets))
  const read = { kind: 'read', bytes: Buffer.from('42') }
  const once = codePacket('42')
  t.strictSame(heard(once, codePacket('42', 1)), [ACK, read, ACK])
  t.strictSame(heard(once, codePacket('42', 3)), [ACK, read, ACK], 'one bit')
  t.strictSame(heard(once, codePacket('42', 2)), [ACK, read, ACK, read])
  t.strictSame(heard(once, once), [ACK, read, ACK, read], 'shown twice')
  t.strictSame(heard(codePacket('42', 1)), [ACK, read], 'the first was lost')
  const codes = reads(heard(once, codePacket('43', 1), codePacket('42', 1)))
  t.strictSame(codes, ['42', '43', '42'])
  t.strictSame(heard(codePacket('')), [ACK], 'a code of nothing')
})

t.test('packets that need no answer', async t => {
  const decoder = ssi.decoder(usual)
  for (const name of [PACKET.event, PACKET.revision])
    t.strictSame(decoder.push(packet(name, [1], 0)), [])
  t.strictSame(decoder.push(packet(PACKET.ack, [], 0)), [{ kind: 'ack' }])
  t.strictSame(decoder.push(packet(PACKET.nak, [6], 0)), [{ kind: 'nak' }])
})

/** The parts that were printed: 241, 250 and 9 times Z. */
const first = MULTIPACKET.subarray(0, 257)
const second = MULTIPACKET.subarray(257, 514)
const third = MULTIPACKET.subarray(514)
const whole = { kind: 'read', bytes: Buffer.from('Z'.repeat(500)) }

t.test('parts: each is acknowledged, the last as a code', async t => {
  const decoder = ssi.decoder(usual)
  for (const round of [1, 2]) {
    t.strictSame(decoder.push(first), [ACK_PART], `round ${round}`)
    t.strictSame(decoder.push(second), [ACK_PART])
    t.strictSame(decoder.push(third), [ACK, whole])
  }
})

t.test('parts sent twice, left out, or begun again', async t => {
  const codes = (...parts: Buffer[]) =>
    reads(ssi.decoder(usual).push(stream(...parts)))
  const [code] = codes(first, second, third)
  t.strictSame(codes(first, first, second, second, third), [code])
  t.strictSame(codes(first, third), [], 'the second is missing')
  t.strictSame(codes(first, third, second, third), [code])
  t.strictSame(codes(first, second, first, second, third), [code])
  t.strictSame(codes(second, third), [], 'without the first')
  t.strictSame(codes(first, second, third, third), [code])
})

/** The part at this place; the first begins a code of four bytes. */
function part(at: number, bytes: string): Buffer {
  const description = hex(at === 0 ? 'F3 00 00 00 07 1C 01 00 04' : '')
  const head = Buffer.from([0, PACKET.part, at === 0 ? 2 : 0, 0, at])
  const body = stream(head, description, bytes)
  body[0] = body.length
  return sealed(body)
}

t.test('of a code that is begun again nothing is left', async t => {
  const decoder = ssi.decoder(usual)
  const read = { kind: 'read', bytes: Buffer.from('4344') }
  t.strictSame(decoder.push(part(0, '42')), [ACK_PART])
  t.strictSame(decoder.push(part(0, '43')), [ACK_PART])
  t.strictSame(decoder.push(part(1, '44')), [ACK, read])
  t.strictSame(
    decoder.push(part(2, '4546')),
    [ACK_PART],
    'nor of one that ended',
  )
})

t.test('a part alone is a whole code; what is beyond it is not', async t => {
  const heard = ssi.decoder(usual).push(part(0, '424344'))
  t.strictSame(heard, [ACK, { kind: 'read', bytes: Buffer.from('4243') }])
})

t.test('a pause asks again for a packet alone', async t => {
  const decoder = ssi.decoder(usual)
  decoder.push(Buffer.from('4243'))
  t.match(decoder.pause(), [{ kind: 'cut' }])
  decoder.push(stream(ssiCode, '4243\r'))
  t.notOk(decoder.isPending, 'whole packets leave nothing to doubt')
})

t.test('a length that is a line end is no line end', async t => {
  const code = '42424242'
  const bytes = codePacket(code)
  t.equal(bytes[0], 0x0d)
  const decoder = ssi.decoder(usual)
  const heard = single(bytes).flatMap(byte => decoder.push(byte))
  t.strictSame(heard, [ACK, { kind: 'read', bytes: Buffer.from(code) }])
})
