import fc from 'fast-check'
import t from 'tap'
import {
  CODE_BYTES_MAX,
  createFramer,
  SUFFIXES,
  type Suffix,
} from '../../src/scanner/framer.js'

const suffixes = Object.keys(SUFFIXES) as Suffix[]

/** What a framer makes of these pieces, as text. */
function frame(suffix: Suffix, ...pieces: (string | Buffer)[]) {
  const framer = createFramer(suffix)
  for (const piece of pieces) {
    const code = framer.push(Buffer.from(piece))
    if (code) return code.toString('latin1')
  }
  return undefined
}

t.test('a code ends where its suffix says', async t => {
  const cases: [Suffix, string, string | undefined][] = [
    ['auto', 'abc\r', 'abc'],
    ['auto', 'abc\n', 'abc'],
    ['auto', 'abc\r\n', 'abc'],
    ['auto', '\r\n\r\nabc\r\n', 'abc'],
    ['cr', 'abc\r', 'abc'],
    ['cr', 'a\nbc\r', 'a\nbc'],
    ['cr', 'abc\n', undefined],
    ['lf', 'abc\n', 'abc'],
    ['lf', 'a\rbc\n', 'a\rbc'],
    ['lf', 'abc\r', undefined],
    ['crlf', 'abc\r\n', 'abc'],
    ['crlf', '\r\n\r\nabc\r\n', 'abc'],
    ['crlf', 'a\rbc\r\n', 'a\rbc'],
    ['crlf', 'abc\r', undefined],
  ]
  for (const [suffix, stream, code] of cases) {
    t.equal(frame(suffix, stream), code, `${suffix} ${JSON.stringify(stream)}`)
  }
})

t.test('what follows the first code is dropped', async t => {
  t.equal(frame('auto', 'abc\rdef\r'), 'abc')
})

t.test('bytes stay as they are', async t => {
  const every = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))
  const bytes = every.filter(byte => byte !== 0x0d && byte !== 0x0a)
  const line = Buffer.concat([bytes, Buffer.from('\r')])
  t.equal(frame('auto', line), Buffer.from(bytes).toString('latin1'))
})

t.test('the longest QR code fits, one byte more does not', async t => {
  const ends = { auto: '\r', cr: '\r', lf: '\n', crlf: '\r\n' }
  const longest = 'x'.repeat(CODE_BYTES_MAX)
  for (const suffix of suffixes) {
    t.equal(frame(suffix, longest + ends[suffix]), longest, suffix)
    t.equal(frame(suffix, `${longest}x${ends[suffix]}`), 'too-long', suffix)
    t.equal(frame(suffix, `${longest}x`), 'too-long', `${suffix}, endless`)
  }
})

t.test('how a stream is split changes nothing', async () => {
  const line = fc.oneof(
    { weight: 20, arbitrary: fc.stringMatching(/^[a-c]{0,5}$/) },
    { weight: 1, arbitrary: fc.constant('x'.repeat(CODE_BYTES_MAX - 1)) },
    { weight: 1, arbitrary: fc.constant('x'.repeat(CODE_BYTES_MAX)) },
  )
  const end = fc.constantFrom('\r', '\n', '\r\n', '')
  const stream = fc
    .array(fc.tuple(line, end), { maxLength: 8 })
    .map(lines => lines.flat().join(''))
  const cuts = fc.array(fc.nat(100), { maxLength: 10 })
  fc.assert(
    fc.property(
      fc.constantFrom(...suffixes),
      stream,
      cuts,
      (suffix, s, c) => frame(suffix, ...split(s, c)) === frame(suffix, s),
    ),
    { numRuns: 500 },
  )
})

t.test('it finds what a plain search finds', async () => {
  const stream = fc.stringMatching(/^[ab\r\n]{0,20}$/)
  fc.assert(
    fc.property(stream, stream => {
      const lines = stream.split(/[\r\n]/).slice(0, -1)
      return frame('auto', stream) === lines.find(line => line)
    }),
  )
})

function split(stream: string, lengths: number[]): string[] {
  const pieces = lengths.map(length => {
    const piece = stream.slice(0, length)
    stream = stream.slice(length)
    return piece
  })
  return [...pieces, stream]
}
