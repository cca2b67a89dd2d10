import t from 'tap'
import { formatCall, formatList } from '../../src/journal/format.js'
import type { CallRow, CallSummary } from '../../src/journal/steps.js'

const rows: CallRow[] = [
  { step: 'received', at: 0, elapsed: 0, facts: { n: 1 }, sealed: false },
  {
    step: 'scanned',
    at: 0,
    elapsed: 1234.56,
    facts: { kind: '医保码' },
    sealed: true,
  },
]

t.test('one line a step, in both languages', async t => {
  t.equal(
    formatCall(rows, 'en'),
    '+     0.0 ms  received  n=1\n' +
      '+  1234.6 ms  scanned  kind="医保码"  (personal data sealed)',
  )
  t.match(formatCall(rows, 'zh-CN'), /已扫码 {2}kind="医保码" {2}（个人信息/)
})

t.test('unsealed data stands beside the facts', async t => {
  const personal = { code: '123', reply: { userName: '张三' } }
  const [, scanned] = rows as [CallRow, CallRow]
  const line = formatCall([{ ...scanned, personal }], 'en')
  t.match(line, 'code="123"  reply={"userName":"张三"}')
  t.notMatch(line, 'sealed')
})

t.test('what was scanned cannot steer the terminal', async t => {
  const code = 'a\n\r\u001b[2J\u009b2J\u007f\u202e\u2028b'
  const row = { ...rows[0], facts: { code } } as CallRow
  const line = formatCall([row], 'en')
  t.equal(JSON.parse(line.split('code=')[1] ?? ''), code)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the very point
  t.notMatch(line, /[\u0000-\u001f\u007f-\u009f\u2028\u202e]/)
})

t.test('a list has one line a call, in columns', async t => {
  const good: CallSummary = {
    id: '261103-010745-1-0000',
    started: 0,
    ms: 812.4,
    strUrl: 'platform.example.invalid/\u009b2J',
    transType: 'ec.query',
    orgId: 'H1',
    code: 0,
    last: 'delivered',
  }
  const unknown = { strUrl: null, transType: null, orgId: null, code: null }
  const under: CallSummary = { ...good, ...unknown, ms: 3, last: 'armed' }
  t.equal(
    formatList([good, under]),
    '261103-010745-1-0000  0      812 ms  ec.query  H1  ' +
      'platform.example.invalid/\\u009b2J\n' +
      '261103-010745-1-0000  armed  3 ms    -         -   -',
  )
  t.equal(formatList([]), '')
})
