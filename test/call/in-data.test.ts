import fc from 'fast-check'
import t from 'tap'
import { DEPTH_MAX, readInData } from '../../src/call/in-data.js'
import { decodeText } from '../../src/charset.js'

/** What separates JSON's tokens, in real requests and at random. */
const blanks = fc.stringMatching(/^[ \t\r\n]{0,4}$/)

/** JSON with blanks between its tokens and commas after the last members. */
function write(value: unknown, blank: () => string, comma: () => string) {
  const end = (members: string[]) => (members.length > 0 ? comma() : '')
  const spaced = (text: string) => `${blank()}${text}${blank()}`
  const text = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) {
      return spaced(JSON.stringify(value))
    }
    const list = Array.isArray(value)
    const members = Object.entries(value).map(([key, member]) =>
      list ? text(member) : `${spaced(JSON.stringify(key))}:${text(member)}`,
    )
    const inside = members.join(',') + spaced(end(members))
    return spaced(list ? `[${inside}]` : `{${inside}}`)
  }
  return text(value)
}

t.test('blanks, trailing commas and a mark change nothing', async () => {
  const members = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }))
  const trimmed = members.filter(object =>
    Object.keys(object).every(key => key === key.trim() && key !== 'data'),
  )
  fc.assert(
    fc.property(trimmed, fc.gen(), fc.boolean(), (object, g, mark) => {
      const blank = () => g(() => blanks)
      const comma = () => g(fc.constantFrom, '', ',')
      const text = write(object, blank, comma)
      const bytes = Buffer.from(mark ? `\ufeff${text}` : text)
      const read = readInData(decodeText(bytes, 'utf-8') ?? '')
      return JSON.stringify(read.object) === JSON.stringify(object)
    }),
  )
})

t.test('what was repaired is told', async t => {
  t.strictSame(readInData('{"a":1}').repairs, [])
  t.strictSame(readInData('{"a":1,}').repairs, ['trailing comma'])
  t.strictSame(readInData('{" orgId ":"1","data":{"x\\t":1,},}'), {
    object: { orgId: '1', data: { x: 1 } },
    repairs: [
      'trailing comma',
      'blanks around keys: 1',
      'blanks around keys: 1',
    ],
  })
})

t.test(
  'an exact key wins over one with blanks, wherever it stands',
  async t => {
    for (const text of ['{"a":1," a":2}', '{" a":2,"a":1}']) {
      t.strictSame(readInData(text).object, { a: 1 }, text)
    }
  },
)

t.test('keys deeper than data are left as they are', async t => {
  const { object } = readInData('{"data":{"list":[{" a ":1}]}}')
  t.strictSame(object, { data: { list: [{ ' a ': 1 }] } })
})

t.test('what is not JSON is refused at its place', async t => {
  const cases: [string, number][] = [
    ['', 0],
    ['{', 1],
    ['{"a":1', 6],
    ["{'a':1}", 1],
    ['{"a":1}}', 7],
    ['{"a":1,,}', 7],
    ['{,}', 1],
    ['{"a":[,]}', 6],
    ['{"a":1 // x\n}', 7],
    ['{"a":undefined}', 5],
    ['{"a":"\n"}', 5],
  ]
  for (const [text, offset] of cases) {
    const failure = { symbol: 'not-json', code: -2, parameters: { offset } }
    t.throws(() => readInData(text), failure, JSON.stringify(text))
  }
})

t.test('JSON that is no object is refused', async t => {
  const parameters = { field: 'InData' }
  const failure = { symbol: 'not-object', code: -2, parameters }
  for (const text of ['[]', '1', '"{}"', 'null', 'true']) {
    t.throws(() => readInData(text), failure, text)
  }
})

t.test('nesting has a limit, whatever stands in strings', async t => {
  const nested = (levels: number, inside = '') =>
    `{"a":${'['.repeat(levels - 1)}${inside}${']'.repeat(levels - 1)}}`
  t.doesNotThrow(() => readInData(nested(DEPTH_MAX)))
  t.doesNotThrow(() => readInData(nested(DEPTH_MAX, '"[{\\"[{"')))
  const parameters = { limit: DEPTH_MAX }
  const failure = { symbol: 'too-deep', code: -2, parameters }
  for (const text of [nested(DEPTH_MAX + 1), '['.repeat(1_000_000)]) {
    t.throws(() => readInData(text), failure)
  }
})

t.test('a key named __proto__ is a key', async t => {
  for (const text of ['{"__proto__":{"orgId":"1"}}', '{"__proto__":{},}']) {
    const { object } = readInData(text)
    t.ok(Object.hasOwn(object, '__proto__'), text)
    t.equal(object.orgId, undefined, text)
  }
})
