import fc from 'fast-check'
import t from 'tap'
import {
  CODE_BYTES_MAX,
  type Framing,
  SUFFIXES,
  type Suffix,
} from '../../src/scanner/driver.js'
import { CUT_MS, createFramer } from '../../src/scanner/framer.js'
import { cut, hear, reads, single, stream, usual } from './stream.js'

const ENDS: Record<Suffix, string> = {
  auto: '\r',
  cr: '\r',
  lf: '\n',
  crlf: '\r\n',
  tab: '\t',
  etx: '\u0003',
  none: '',
}

const withEnd = SUFFIXES.filter(suffix => suffix !== 'none')

function framer(change: Partial<Framing> = {}) {
  return createFramer({ ...usual, ...change })
}

/** The first that a framer makes of these pieces, as text. */
function frame(suffix: Suffix, ...pieces: (string | Buffer)[]) {
  const heard = hear(framer({ suffix }), ...pieces.map(p => Buffer.from(p)))
  const [first] = heard
  return first?.kind === 'too-long' ? first.kind : reads(heard)[0]
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
    ['tab', 'abc\t', 'abc'],
    ['tab', 'a\r\nbc\t', 'a\r\nbc'],
    ['etx', '\u0002abc\u0003', 'abc'],
    ['etx', 'abc\u0003', 'abc'],
    ['etx', 'rest\u0002abc\u0003', 'abc'],
    ['etx', '\u0002rest\u0002abc\u0003', 'abc'],
    ['none', 'abc\r', undefined],
  ]
  for (const [suffix, stream, code] of cases) {
    t.equal(frame(suffix, stream), code, `${suffix} ${JSON.stringify(stream)}`)
  }
})

t.test('two codes glued together are two codes', async t => {
  for (const suffix of withEnd) {
    const both = Buffer.from(`abc${ENDS[suffix]}def${ENDS[suffix]}`)
    t.strictSame(reads(hear(framer({ suffix }), both)), ['abc', 'def'], suffix)
  }
})

t.test('bytes stay as they are', async t => {
  const every = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))
  const bytes = every.filter(byte => byte !== 0x0d && byte !== 0x0a)
  const line = Buffer.concat([bytes, Buffer.from('\r')])
  t.equal(frame('auto', line), Buffer.from(bytes).toString('latin1'))
})

t.test('the longest QR code fits, one byte more does not', async t => {
  const longest = 'x'.repeat(CODE_BYTES_MAX)
  for (const suffix of withEnd) {
    t.equal(frame(suffix, longest + ENDS[suffix]), longest, suffix)
    t.equal(frame(suffix, `${longest}x${ENDS[suffix]}`), 'too-long', suffix)
    t.equal(frame(suffix, `${longest}x`), 'too-long', `${suffix}, endless`)
  }
})

t.test('after a code that is too long the next one is read', async t => {
  for (const suffix of withEnd) {
    const decoder = framer({ suffix })
    const heard = single(
      stream('x'.repeat(CODE_BYTES_MAX * 2), ENDS[suffix], 'abc', ENDS[suffix]),
    ).flatMap(byte => decoder.push(byte))
    t.strictSame(
      heard.map(({ kind }) => kind),
      ['too-long', 'read'],
      suffix,
    )
    t.strictSame(reads(heard), ['abc'])
    t.notOk(decoder.isPending)
  }
})

t.test('without a suffix, silence ends a code', async t => {
  const decoder = framer({ suffix: 'none', idleGapMs: 20 })
  t.equal(decoder.gapMs, 20)
  t.strictSame(hear(decoder, Buffer.from('ab'), Buffer.from('c')), [])
  t.ok(decoder.isPending)
  t.strictSame(reads(decoder.pause()), ['abc'])
  t.notOk(decoder.isPending)
  t.strictSame(decoder.pause(), [])
  const long = 'x'.repeat(CODE_BYTES_MAX + 1)
  t.match(decoder.push(Buffer.from(long)), [{ kind: 'too-long' }])
  t.strictSame(decoder.pause(), [], 'the rest of it is no code')
})

t.test('with a suffix, silence cuts a code off', async t => {
  const decoder = framer()
  t.equal(decoder.gapMs, CUT_MS)
  decoder.push(Buffer.from('424375'))
  t.match(decoder.pause(), [{ kind: 'cut', bytes: Buffer.from('424375') }])
  t.notOk(decoder.isPending)
  t.strictSame(reads(decoder.push(Buffer.from('abc\r'))), ['abc'])
})

t.test('a declared prefix is taken off, what lacks it is no code', async t => {
  const decoder = framer({ prefix: Buffer.from('~>') })
  const lines = Buffer.from('~>abc\rdef\r~>ghi\r~\r~>\r')
  t.strictSame(reads(decoder.push(lines)), ['abc', 'ghi'])
  const junk = framer({ prefix: Buffer.from('~>') })
  const heard = hear(junk, Buffer.alloc(100_000, 'x'))
  t.match(heard, [{ kind: 'too-long' }], 'junk is not kept for ever')
})

t.test('identifiers are taken off as declared', async t => {
  const cases: [Framing['strip'], string, string][] = [
    ['aim', ']Q1abc', 'abc'],
    ['aim', ']d2abc', 'abc'],
    ['aim', 'abc', 'abc'],
    ['symbol', 'P01abc', 'abc'],
    ['symbol', 'Dabc', 'abc'],
    ['symbol', '123', '123'],
    ['none', ']Q1abc', ']Q1abc'],
    ['none', 'P01abc', 'P01abc'],
  ]
  for (const [strip, line, code] of cases) {
    const heard = framer({ strip }).push(Buffer.from(`${line}\r`))
    t.strictSame(reads(heard), [code], `${strip} ${line}`)
  }
  const both = framer({ strip: 'aim', prefix: Buffer.from('\u0002') })
  t.strictSame(reads(both.push(Buffer.from('\u0002]Q1abc\r'))), ['abc'])
})

t.test('how a stream is split changes nothing', async () => {
  const line = fc.oneof(
    { weight: 20, arbitrary: fc.stringMatching(/^[a-c]{0,5}$/) },
    { weight: 1, arbitrary: fc.constant('x'.repeat(CODE_BYTES_MAX - 1)) },
    { weight: 1, arbitrary: fc.constant('x'.repeat(CODE_BYTES_MAX)) },
    { weight: 1, arbitrary: fc.constant('x'.repeat(CODE_BYTES_MAX + 20)) },
  )
  const end = fc.constantFrom('\r', '\n', '\r\n', '\t', '\u0003', '')
  const stream = fc
    .array(fc.tuple(line, end), { maxLength: 8 })
    .map(lines => Buffer.from(lines.flat().join('')))
  const cuts = fc.array(fc.nat(100), { maxLength: 10 })
  fc.assert(
    fc.property(fc.constantFrom(...SUFFIXES), stream, cuts, (suffix, s, c) => {
      const whole = framer({ suffix })
      const split = framer({ suffix })
      const one = [...hear(whole, s), ...whole.pause()]
      const other = [...hear(split, ...cut(s, c)), ...split.pause()]
      return JSON.stringify(one) === JSON.stringify(other)
    }),
    { numRuns: 500 },
  )
})

t.test('it finds what a plain search finds', async () => {
  const stream = fc.stringMatching(/^[ab\r\n]{0,20}$/)
  fc.assert(
    fc.property(stream, stream => {
      const lines = stream.split(/[\r\n]/).slice(0, -1)
      const found = reads(framer().push(Buffer.from(stream)))
      return JSON.stringify(found) === JSON.stringify(lines.filter(Boolean))
    }),
  )
})

t.test('a code that is too long is waited for until its end', async t => {
  const decoder = framer()
  decoder.push(Buffer.alloc(CODE_BYTES_MAX * 2, 'x'))
  t.ok(decoder.isPending)
  t.strictSame(decoder.pause(), [], 'its rest is not cut off')
  t.notOk(decoder.isPending)
})

t.test('what a prefix and a suffix need is no part of the limit', async t => {
  const longest = 'x'.repeat(CODE_BYTES_MAX)
  const decoder = framer({ prefix: Buffer.from('~>'), suffix: 'crlf' })
  const heard = single(Buffer.from(`~>${longest}\r\n`)).flatMap(byte =>
    decoder.push(byte),
  )
  t.strictSame(reads(heard), [longest])
})
