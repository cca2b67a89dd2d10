import t from 'tap'
import { describeIssue } from '../../src/config/problems.js'
import { configSchema } from '../../src/config/schema.js'
import type { Locale } from '../../src/texts/index.js'

function problems(raw: unknown, locale: Locale = 'en'): string[] {
  const checked = configSchema.safeParse(raw, { reportInput: true })
  const issues = checked.error?.issues ?? []
  return issues.flatMap(issue => describeIssue(issue, 'x.toml', locale))
}

t.test('an unknown key names the nearest known one', async t => {
  const nearest: [unknown, string, string][] = [
    [{ call: { deadlin: 1 } }, 'call.deadlin', 'call.deadline'],
    [{ call: { baudrate: 1 } }, 'call.baudrate', 'scanner.baud_rate'],
    [{ deadline: 1 }, 'deadline', 'call.deadline'],
    [{ journl: {} }, 'journl', 'journal'],
    [
      { platforms: [{ url: 'http://127.0.0.1/', pni: '' }] },
      'platforms[0].pni',
      'platforms.pin',
    ],
  ]
  for (const [raw, key, near] of nearest)
    t.strictSame(problems(raw), [
      `x.toml: no key is named ${key}: did you mean ${near}?`,
    ])
})

t.test('the value of an unknown key is not shown', async t => {
  t.notMatch(problems({ app_secret: 'hunter2' }).join(), /hunter2/)
})

t.test('a wrong value is named with its rule', async t => {
  const wrong: [unknown, RegExp][] = [
    [{ call: { deadline: 700 } }, /call\.deadline = 700 .* 600 or less/],
    [{ call: { deadline: 0 } }, /call\.deadline = 0 .* 0\.1 or more/],
    [{ call: { deadline: '60' } }, /call\.deadline = "60" .* a number/],
    [{ call: { deadline: Number.NaN } }, /deadline = NaN .* a number/],
    [{ call: { waiting: 1.5 } }, /call\.waiting = 1\.5 .* a whole number/],
    [{ call: 5 }, /: call = 5 .* a table/],
    [{ platforms: {} }, /: platforms = \{…\} .* \[\[platforms\]\]/],
    [{ platforms: [[]] }, /: platforms\[0\] = \[…\] .* a table/],
    [{ reply: { charset: 'gbk' } }, /"gbk" .* one of "auto", "utf-8", "gb18/],
    [{ terminal: { filing_number: 3 } }, /= 3 .* text in quotes/],
    [{ terminal: { filing_number: '3' } }, /= "3" .* 20 digits/],
    [{ terminal: { org_id: 'H'.repeat(99) } }, /"H{39}… .* 40 characters/],
    [{ platforms: [{}] }, /platforms\[0\]\.url is missing/],
    [{ platforms: [{ url: 'x' }] }, /url = "x" .* ends in \//],
    [
      { platforms: [{ url: 'http://x/', client_cert_file: 'c' }] },
      /platforms\[0\]\.client_key_file = "" .* filled in/,
    ],
    [{ log: { level: new Date(0) } }, /log\.level = "1970-01-01T/],
  ]
  for (const [raw, sentence] of wrong) {
    t.equal(problems(raw).length, 1)
    t.match(problems(raw)[0], sentence)
    t.match(problems(raw, 'zh-CN')[0], /应为/)
  }
})

t.test('the password of a URL is not shown', async t => {
  const url = 'https://user:hunt/er2@platform.example.invalid/'
  t.match(problems({ platforms: [{ url }] }), [/"https:\/\/…@platform/])
})
