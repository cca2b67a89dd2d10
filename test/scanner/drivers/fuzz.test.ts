/**
 * Bytes that nobody meant, for every decoder. A failure prints its seed.
 */
import fc from 'fast-check'
import t from 'tap'
import {
  CODE_BYTES_MAX,
  type Decoder,
  type Framing,
  type Heard,
  STRIPS,
  SUFFIXES,
} from '../../../src/scanner/driver.js'
import { DRIVER_NAMES, DRIVERS } from '../../../src/scanner/drivers/index.js'
import { EVENT_BYTES } from '../../../src/scanner/drivers/keyboard.js'
import {
  MODEL_NAMES,
  MODELS,
  type Model,
} from '../../../src/scanner/emulators/index.js'
import { isText } from '../../../src/scanner/text.js'
import { CODE, cut, hear, reads, usual } from '../stream.js'
import { lost } from '../typing.js'
import { lengths, speakerOf, wayOf } from '../ways.js'

const RUNS = 300

/** Families that a wrong length may have wait for bytes that never come. */
const LENGTHS = ['ssi', 'honeywell', 'newland', 'vguang']

const framing: fc.Arbitrary<Framing> = fc.record({
  suffix: fc.constantFrom(...SUFFIXES),
  prefix: fc.constantFrom('', '\u0002', '~>').map(text => Buffer.from(text)),
  strip: fc.constantFrom(...STRIPS),
  idleGapMs: fc.constant(50),
})

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

for (const name of DRIVER_NAMES) {
  const driver = DRIVERS[name]
  const { junk, said, endless, isFrom } = wayOf(name)

  t.test(`${name}: no bytes throw, and nothing is made up`, async () => {
    fc.assert(
      fc.property(
        framing,
        junk,
        fc.integer({ min: 1, max: 9 }),
        (framing, pieces, every) => {
          const decoder = driver.decoder(framing)
          const heard = hearWithPauses(decoder, pieces, every)
          const all = [...heard, ...decoder.pause()]
          if (decoder.isPending) return false
          return all.every(
            one =>
              one.kind !== 'read' ||
              (one.bytes.length > 0 &&
                one.bytes.length <= CODE_BYTES_MAX &&
                isFrom(one.bytes, pieces)),
          )
        },
      ),
      { numRuns: RUNS },
    )
  })

  t.test(`${name}: what is kept has a limit`, async t => {
    for (const piece of endless) {
      for (const suffix of SUFFIXES) {
        const decoder = driver.decoder({ ...usual, suffix })
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
    fc.assert(
      fc.property(
        junk,
        fc.constantFrom(...said),
        (before, { pieces, last }) => {
          const decoder = driver.decoder(usual)
          hear(decoder, ...before)
          if (LENGTHS.includes(name)) decoder.pause()
          hear(decoder, ...pieces)
          const heard = hear(decoder, ...pieces).at(-1)
          const what = heard?.kind === 'read' ? `${heard.bytes}` : heard?.kind
          return what === last
        },
      ),
      { numRuns: RUNS },
    )
  })
}

const SPEAKERS = [
  'hid-pos',
  'newland-hid',
  'honeywell-hid',
  'keyboard',
] as const
const texts = fc.stringMatching(/^[ -~]{1,120}$/)

for (const name of SPEAKERS) {
  const { say, others } = speakerOf(name)

  t.test(`${name}: between other things, each code as it is`, async () => {
    const all = fc.array(fc.tuple(others, texts), { maxLength: 5 })
    fc.assert(
      fc.property(all, all => {
        const decoder = DRIVERS[name].decoder(usual)
        const heard = all.flatMap(([between, text]) =>
          hear(decoder, ...between, ...say(text)),
        )
        const sent = all.map(([, text]) => text)
        return JSON.stringify(reads(heard)) === JSON.stringify(sent)
      }),
      { numRuns: RUNS },
    )
  })
}

t.test(
  'keyboard: where events were lost, no code that was not sent',
  async () => {
    const { say } = speakerOf('keyboard')
    const before = fc.array(texts, { minLength: 1, maxLength: 3 })
    const place = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(before, place, place, texts, (sent, from, to, after) => {
        const events = Buffer.concat(sent.flatMap(say))
        const count = events.length / EVENT_BYTES
        const [start = 0, end = 0] = [from, to]
          .map(at => Math.round(at * count) * EVENT_BYTES)
          .sort((one, other) => one - other)
        const decoder = DRIVERS.keyboard.decoder(usual)
        const first = Buffer.concat([events.subarray(0, start), lost])
        const rest = events.subarray(end)
        const heard = hear(decoder, first, rest, ...say('lost'), ...say(after))
        const read = reads(heard)
        const known = [...sent, 'lost', after]
        return read.at(-1) === after && read.every(one => known.includes(one))
      }),
      { numRuns: RUNS },
    )
  },
)

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
