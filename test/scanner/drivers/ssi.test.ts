import t from 'tap'
import { hex } from '../../../src/scanner/bytes.js'
import { ssi } from '../../../src/scanner/drivers/ssi.js'
import { ssiCode } from '../recordings.js'
import { CODE, reads, stream, usual } from '../stream.js'

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
