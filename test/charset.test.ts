import fc from 'fast-check'
import t from 'tap'
import { decodeText, encodeText } from '../src/charset.js'

const CHARSETS = ['utf-8', 'gb18030'] as const

/** Decoded, it means that bytes were garbled; it is not told apart. */
const REPLACEMENT = '\ufffd'
const MARK = '\ufeff'

/** For private use, and the only one without bytes of its own (WHATWG). */
const NOT_IN_GB18030 = '\ue5e5'

const special = [REPLACEMENT, MARK, NOT_IN_GB18030]

const anyText = fc
  .string({ unit: 'binary', maxLength: 40 })
  .filter(text => !special.some(character => text.includes(character)))

const BLOCK = 0x1000

/** The characters of a block, without surrogates and special ones. */
function charactersFrom(first: number): string[] {
  return Array.from({ length: BLOCK }, (_, index) => first + index)
    .filter(point => point < 0xd800 || point > 0xdfff)
    .map(point => String.fromCodePoint(point))
    .filter(character => character !== REPLACEMENT && character !== MARK)
}

function comesBack(text: string, charset: 'utf-8' | 'gb18030'): boolean {
  return decodeText(encodeText(text, charset), charset) === text
}

t.test('any text comes back in either charset', async () => {
  for (const charset of CHARSETS) {
    fc.assert(fc.property(anyText, text => comesBack(text, charset)))
  }
})

t.test('every character of Unicode comes back in either charset', async t => {
  for (const charset of CHARSETS) {
    const lost = []
    for (let first = 0; first <= 0x10ffff; first += BLOCK) {
      const block = charactersFrom(first)
      if (comesBack(block.join(''), charset)) continue
      lost.push(...block.filter(character => !comesBack(character, charset)))
    }
    t.strictSame(lost, charset === 'utf-8' ? [] : [NOT_IN_GB18030])
  }
})

t.test('well-known bytes', async t => {
  t.strictSame(encodeText('张𠮷', 'utf-8').toString('hex'), 'e5bca0f0a0aeb7')
  t.strictSame(encodeText('张𠮷', 'gb18030').toString('hex'), 'd5c59534b235')
  t.equal(decodeText(Buffer.from('d5c59534b235', 'hex'), 'gb18030'), '张𠮷')
})

t.test('a byte order mark is dropped, once and at the start', async t => {
  for (const charset of CHARSETS) {
    const bytes = encodeText(`${MARK}{}${MARK}`, charset)
    t.equal(decodeText(bytes, charset), `{}${MARK}`, charset)
  }
})

t.test('bytes of no text', async t => {
  const cases: [string, 'utf-8' | 'gb18030'][] = [
    ['d5c5', 'utf-8'],
    ['e5bc', 'utf-8'],
    ['c080', 'utf-8'],
    ['eda080', 'utf-8'],
    ['ff', 'gb18030'],
    ['61d5', 'gb18030'],
    ['9534b2', 'gb18030'],
    ['d57f', 'gb18030'],
  ]
  for (const [hex, charset] of cases) {
    const decoded = decodeText(Buffer.from(hex, 'hex'), charset)
    t.equal(decoded, undefined, `${hex} in ${charset}`)
  }
})

t.test('no bytes are the empty text', async t => {
  for (const charset of CHARSETS) {
    t.equal(decodeText(Buffer.of(), charset), '', charset)
  }
})
