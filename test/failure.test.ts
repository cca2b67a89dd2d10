import t from 'tap'
import { returnCode } from '../src/dictionary/return-codes.js'
import {
  asFailure,
  FAILURE_CODES,
  Failure,
  type FailureSymbol,
} from '../src/failure.js'
import { sentences } from '../src/texts/index.js'

const symbols = Object.keys(FAILURE_CODES) as FailureSymbol[]

/** The {names} in a sentence. */
function parametersOf(sentence: string): string[] {
  return [...sentence.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()
}

t.test('every symbol has a sentence in both languages', async t => {
  for (const symbol of symbols) {
    const sentence = sentences[`failure.${symbol}`]
    t.match(sentence['zh-CN'], /\p{Script=Han}/u, symbol)
    t.match(sentence.en, /^[\x20-\x7e]+$/, symbol)
  }
})

t.test('every sentence of a failure belongs to a symbol', async t => {
  const keys = Object.keys(sentences).filter(key => /^failure\./.test(key))
  t.strictSame(keys.sort(), symbols.map(symbol => `failure.${symbol}`).sort())
})

t.test('every code is one of the system, but for a wrong kind', async t => {
  for (const symbol of symbols) {
    const code = FAILURE_CODES[symbol]
    const scope = code === 500159 ? '电子凭证中心' : '系统级'
    t.equal(
      code === 500159,
      /-scanned$/.test(symbol) && symbol !== 'nothing-scanned',
    )
    t.match(returnCode(code), { code, scope }, symbol)
    t.not(code, 0, symbol)
  }
})

t.test('both languages name the same facts', async t => {
  for (const [key, sentence] of Object.entries(sentences)) {
    const { en, 'zh-CN': chinese } = sentence
    t.strictSame(parametersOf(en), parametersOf(chinese), key)
  }
})

t.test('a failure carries its code, and its sentence as asked for', async t => {
  const failure = new Failure('queue-full', { limit: 7 })
  t.match(failure, { name: 'Failure', symbol: 'queue-full', code: -6 })
  t.equal(failure.message, failure.sentence('en'))
  t.match(failure.sentence('en'), 'more than 7 calls wait')
  t.match(failure.sentence('zh-CN'), '超过 7 个')
})

t.test('what was thrown becomes a failure', async t => {
  const failure = new Failure('caller-left')
  t.equal(asFailure(failure), failure, 'a failure stays itself')
  for (const thrown of [new Error('idNo 1'), 'text', undefined]) {
    const unforeseen = asFailure(thrown)
    t.match(unforeseen, { symbol: 'unforeseen', code: -1 })
    t.equal(unforeseen.cause, thrown)
    t.notMatch(unforeseen.message, 'idNo', 'its text may be personal')
  }
})
