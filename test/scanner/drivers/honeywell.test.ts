import t from 'tap'
import { honeywell } from '../../../src/scanner/drivers/honeywell.js'
import { honeywellBlock } from '../recordings.js'
import { CODE, reads, stream, usual } from '../stream.js'

/** Its code is said to be longer than it is. */
const damaged = Buffer.from(honeywellBlock)
damaged[16] = 0x30

t.test('a damaged block is asked for again, its rest is no code', async t => {
  const decoder = honeywell.decoder(usual)
  const heard = decoder.push(stream(damaged, '4243\r', honeywellBlock))
  t.match(heard[0], { kind: 'send', bytes: Buffer.from([0x15]) })
  t.strictSame(reads(heard), [CODE])
})

t.test('after a pause lines are trusted again', async t => {
  const decoder = honeywell.decoder(usual)
  t.strictSame(reads(decoder.push(damaged)), [])
  t.ok(decoder.isPending, 'the pause is waited for')
  decoder.pause()
  t.notOk(decoder.isPending)
  t.strictSame(reads(decoder.push(Buffer.from('4243\r'))), ['4243'])
})

t.test('a block whose head was lost is no code', async t => {
  const decoder = honeywell.decoder(usual)
  t.strictSame(decoder.push(honeywellBlock.subarray(7)), [])
})
