/**
 * Bytes that nobody meant, for every decoder. A failure prints its seed.
 */
import fc from 'fast-check'
import t from 'tap'
import {
  CODE_BYTES_MAX,
  type Decoder,
  type Driver,
  type Framing,
  type Heard,
  STRIPS,
  SUFFIXES,
} from '../../../src/scanner/driver.js'
import { DRIVER_NAMES, DRIVERS } from '../../../src/scanner/drivers/index.js'
import {
  MODEL_NAMES,
  MODELS,
  type Model,
} from '../../../src/scanner/emulators/index.js'
import { isText } from '../../../src/scanner/text.js'
import { RECORDINGS } from '../recordings.js'
import { CODE, cut, hear, reads, usual } from '../stream.js'

const RUNS = 300

/** Families that a wrong length may have wait for bytes that never come. */
const LENGTHS = ['ssi', 'honeywell', 'newland', 'vguang']

const framing: fc.Arbitrary<Framing> = fc.record({
  suffix: fc.constantFrom(...SUFFIXES),
  prefix: fc.constantFrom('', '\u0002', '~>').map(text => Buffer.from(text)),
  strip: fc.constantFrom(...STRIPS),
  idleGapMs: fc.constant(50),
})

/** Bytes of all kinds, and what decoders look for more often. */
const junk = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.constantFrom(
        ...RECORDINGS.flatMap(({ bytes }) => [
          bytes.subarray(0, 3),
          bytes.subarray(0, 9),
          bytes.subarray(-3),
        ]),
      ),
    ),
    { maxLength: 12 },
  )
  .map(pieces => Buffer.concat(pieces))

const lengths = fc.array(fc.nat(30), { maxLength: 20 })

/** All that is heard, pauses after some pieces included. */
function hearWithPauses(decoder: Decoder, pieces: Buffer[], every: number) {
  return pieces.flatMap((piece, at) => {
    const heard = decoder.push(piece)
    return at % every === 0 ? [...heard, ...decoder.pause()] : heard
  })
}

function bytesIn(heard: Heard[]): Buffer[] {
  return heard.flatMap(one => ('bytes' in one ? [one.bytes] : []))
}

/** Of the others, hid-pos.test.ts and keyboard.test.ts. */
const serial = DRIVER_NAMES.filter(
  name => (DRIVERS[name] as Driver).over === undefined,
)

for (const name of serial) {
  const driver = DRIVERS[name]

  t.test(`${name}: no bytes throw, and nothing is made up`, async () => {
    fc.assert(
      fc.property(
        framing,
        junk,
        lengths,
        fc.integer({ min: 1, max: 9 }),
        (framing, bytes, lengths, every) => {
          const decoder = driver.decoder(framing)
          const heard = hearWithPauses(decoder, cut(bytes, lengths), every)
          const all = [...heard, ...decoder.pause()]
          if (decoder.isPending) return false
          return all.every(
            one =>
              one.kind !== 'read' ||
              (one.bytes.length > 0 &&
                one.bytes.length <= CODE_BYTES_MAX &&
                (bytes.includes(one.bytes) || name === 's-cmd')),
          )
        },
      ),
      { numRuns: RUNS },
    )
  })

  t.test(`${name}: what is kept has a limit`, async t => {
    for (const byte of [0x00, 0x02, 0x21, 0x55, 0x78, 0xff]) {
      for (const suffix of SUFFIXES) {
        const decoder = driver.decoder({ ...usual, suffix })
        const piece = Buffer.alloc(1000, byte)
        const heard = Array.from({ length: 100 }, () => decoder.push(piece))
        const longest = [...heard.flat(), ...decoder.pause()]
        for (const bytes of bytesIn(longest)) {
          t.ok(bytes.length <= CODE_BYTES_MAX)
        }
        t.notOk(decoder.isPending)
      }
    }
  })

  t.test(`${name}: after junk, one code is lost at most`, async () => {
    const recordings = RECORDINGS.filter(
      one => one.driver === name && !one.framing,
    )
    fc.assert(
      fc.property(
        junk,
        lengths,
        fc.constantFrom(...recordings),
        (before, lengths, { bytes, heard }) => {
          const decoder = driver.decoder(usual)
          hear(decoder, ...cut(before, lengths))
          if (LENGTHS.includes(name)) decoder.pause()
          decoder.push(bytes)
          const kinds = decoder
            .push(bytes)
            .map(one => (one.kind === 'read' ? `${one.bytes}` : one.kind))
          return kinds.at(-1) === heard.at(-1)
        },
      ),
      { numRuns: RUNS },
    )
  })
}

const codes = fc.array(fc.stringMatching(/^[0-9]{1,60}$/), {
  minLength: 1,
  maxLength: 5,
})

/** No text has them, and they end no line. */
const noise = fc
  .array(fc.constantFrom(0x00, 0x01, 0x07, 0x1f, 0x7f, 0xff), { maxLength: 6 })
  .map(bytes => Buffer.from(bytes))

for (const model of MODEL_NAMES) {
  const { family, driver }: Model = MODELS[model]

  t.test(
    `${model}: with noise, nothing that was not sent is read`,
    async () => {
      const between = fc.array(
        fc.oneof(
          noise,
          fc.constantFrom(
            Buffer.alloc(0),
            ...Object.values(family.answers ?? {}),
            family.heartbeat ?? Buffer.alloc(0),
          ),
        ),
        { minLength: 6, maxLength: 6 },
      )
      fc.assert(
        fc.property(codes, between, lengths, (codes, between, lengths) => {
          const sent = codes.flatMap((code, at) => [
            between[at] ?? Buffer.alloc(0),
            ...family.frames(Buffer.from(code)),
          ])
          const decoder = DRIVERS[driver].decoder(usual)
          const heard = hear(decoder, ...cut(Buffer.concat(sent), lengths))
          return bytesIn(heard.filter(({ kind }) => kind === 'read')).every(
            bytes => !isText(bytes) || codes.includes(`${bytes}`),
          )
        }),
        { numRuns: RUNS },
      )
    },
  )
}

t.test(
  'ssi: a bit that turned in packets never gives another code',
  async () => {
    const { family, driver } = MODELS['ssi-packets']
    const code = fc
      .integer({ min: 1, max: 700 })
      .map(n => CODE.repeat(26).slice(0, n))
    fc.assert(
      fc.property(code, fc.nat(), fc.nat(7), (code, place, bit) => {
        const bytes = Buffer.concat(family.frames(Buffer.from(code)))
        const at = place % bytes.length
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
        const decoder = DRIVERS[driver].decoder(usual)
        const heard = [...decoder.push(bytes), ...decoder.pause()]
        return reads(heard).every(
          read => read === code || !isText(Buffer.from(read, 'latin1')),
        )
      }),
      { numRuns: 3000 },
    )
  },
)
