import fc from 'fast-check'
import t from 'tap'
import type { Driver, Heard } from '../../../src/scanner/driver.js'
import { DRIVERS } from '../../../src/scanner/drivers/index.js'
import { RECORDINGS, type Recording } from '../recordings.js'
import { cut, hear, single, splits, usual } from '../stream.js'

function decoderOf({ driver, framing }: Recording) {
  return DRIVERS[driver].decoder({ ...usual, ...framing })
}

function shown(heard: Heard[]): string[] {
  return heard.map(one =>
    one.kind === 'read' ? one.bytes.toString('latin1') : one.kind,
  )
}

/** What is heard in `pieces` and the silence after them. */
function hearAll(recording: Recording, pieces: Buffer[]): string[] {
  const decoder = decoderOf(recording)
  const heard = hear(decoder, ...pieces)
  return shown(decoder.isPending ? [...heard, ...decoder.pause()] : heard)
}

for (const recording of RECORDINGS) {
  const { driver, name, bytes, heard } = recording
  t.test(`${driver}, ${name}: every split gives the same`, async t => {
    t.strictSame(hearAll(recording, [bytes]), heard, 'whole')
    t.strictSame(hearAll(recording, single(bytes)), heard, 'byte by byte')
    for (const pieces of splits(bytes)) {
      const got = hearAll(recording, pieces)
      if (String(got) !== String(heard)) {
        t.strictSame(got, heard, `after ${pieces[0]?.length} bytes`)
      }
    }
    const lengths = fc.array(fc.nat(40), { maxLength: 12 })
    fc.assert(
      fc.property(lengths, lengths => {
        const got = hearAll(recording, cut(bytes, lengths))
        return String(got) === String(heard)
      }),
      { numRuns: 50 },
    )
  })

  if (recording.framing?.suffix === 'none') continue

  t.test(`${driver}, ${name}: glued to itself it is heard twice`, async t => {
    const twice = Buffer.concat([bytes, bytes])
    for (const pieces of [[twice], single(twice)]) {
      t.strictSame(hearAll(recording, pieces), [...heard, ...heard])
    }
  })

  t.test(`${driver}, ${name}: cut off, the next is heard`, async t => {
    for (const [before = Buffer.alloc(0)] of splits(bytes)) {
      const decoder = decoderOf(recording)
      decoder.push(before)
      decoder.pause()
      const got = shown(decoder.push(bytes))
      if (String(got) !== String(heard)) {
        t.strictSame(got, heard, `${before.length} bytes before`)
      }
    }
  })
}

t.test('every driver of a serial port has been recorded', async t => {
  const recorded = new Set(RECORDINGS.map(({ driver }) => driver))
  const serial = Object.entries<Driver>(DRIVERS)
    .filter(([, { over }]) => over === undefined)
    .map(([name]) => name)
  t.strictSame([...recorded].sort(), serial.sort())
})
