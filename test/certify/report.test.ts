import t from 'tap'
import { practice, tableC4 } from '../../src/certify/clauses.js'
import { said } from '../../src/certify/expectations.js'
import { type Report, reportJson } from '../../src/certify/report.js'
import { reportHtml } from '../../src/certify/report-html.js'
import { reportJunit } from '../../src/certify/report-junit.js'

const common = {
  group: 'abi',
  done: said('certify.done.query'),
  ms: 12.3,
} as const

/** A report in which what came from outside is written in markup. */
const report: Report = {
  subject: './a"<b>&.so',
  platform: 'https://127.0.0.1/',
  startedAt: new Date('2026-01-02T03:04:05Z'),
  ms: 1234,
  results: [
    {
      ...common,
      id: 'query.code',
      verdict: 'failed',
      clause: tableC4(501001),
      expected: said('certify.expect.code', { codes: '0' }),
      seen: said('certify.seen.code', { code: '"</td><script>\u0000"' }),
    },
    {
      ...common,
      id: 'query.buffer',
      verdict: 'skipped',
      clause: practice('buffer'),
      expected: said('certify.expect.inside'),
      seen: said('certify.lacks.memory'),
    },
    {
      ...common,
      id: 'query.json',
      verdict: 'passed',
      clause: practice('valid-json'),
      expected: said('certify.expect.json'),
    },
  ],
}

t.test('JSON: sentences of one language, the standard in its own', async t => {
  t.match(reportJson(report, 'en'), {
    startedAt: '2026-01-02T03:04:05.000Z',
    summary: { passed: 1, failed: 1, skipped: 1 },
    cases: [
      {
        clause: { quote: '501001 电子凭证中心 二维码 Token 失效' },
        expected: 'code is the number 0',
      },
      { clause: { where: 'practice of the field', quote: /2048 bytes/ } },
      { seen: undefined },
    ],
  })
  t.match(reportJson(report, 'zh-CN'), {
    cases: [{ expected: 'code 为数字 0' }],
  })
})

t.test('JUnit: counted, and nothing breaks out of its element', async t => {
  const xml = reportJunit(report, 'en')
  t.match(xml, '<testsuites name="./a&quot;&lt;b&gt;&amp;.so" tests="3"')
  t.match(xml, 'failures="1" skipped="1"')
  t.match(xml, '<skipped message="can be seen of a library')
  t.match(xml, /<failure message="code is &quot;&lt;\/td&gt;/)
  t.notMatch(xml, '\u0000')
  const opened = xml.match(/<\w+/g)?.length
  const closed = xml.match(/<\/\w+|\/>/g)?.length
  t.equal(opened, closed, 'what is opened is closed')
})

t.test('HTML: one page, both languages, nothing from elsewhere', async t => {
  const page = reportHtml(report, 'zh-CN')
  t.match(page, '<html lang="zh-CN">')
  for (const lang of ['en', 'zh-CN']) t.match(page, `<article lang="${lang}">`)
  t.match(page, '通过 1，不通过 1，未检测 1')
  t.match(page, '1 passed, 1 failed, 1 skipped')
  t.notMatch(page, '</td><script>')
  t.notMatch(page, /(src|href)=/)
})
