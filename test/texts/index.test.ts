import t from 'tap'
import {
  acceptedLocale,
  LOCALES,
  sentences,
  systemLocale,
  text,
} from '../../src/texts/index.js'

t.test('the first variable that is set names the language', async t => {
  const cases: [NodeJS.ProcessEnv, string][] = [
    [{}, 'en'],
    [{ LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
    [{ LANG: 'zh_CN.GB18030' }, 'zh-CN'],
    [{ LANG: 'ZH' }, 'zh-CN'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'en_US', LC_MESSAGES: 'zh_CN' }, 'zh-CN'],
    [{ LC_MESSAGES: 'zh_CN', LC_ALL: 'C' }, 'en'],
    [{ LC_ALL: '', LC_MESSAGES: '', LANG: 'zh_TW' }, 'zh-CN'],
    [{ LC_CTYPE: 'zh_CN' }, 'en'],
  ]
  for (const [environment, locale] of cases) {
    t.equal(systemLocale(environment), locale, JSON.stringify(environment))
  }
})

t.test('a header names the language that it has first', async t => {
  for (const [header, locale] of [
    ['zh-CN', 'zh-CN'],
    ['zh-Hans-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
    ['fr, EN', 'en'],
    ['fr', undefined],
    ['', undefined],
    [undefined, undefined],
  ] as const)
    t.equal(acceptedLocale(header), locale, `${header}`)
})

t.test('parameters are filled in, in either language', async t => {
  const facts = { bytes: 3000, limit: 2048 }
  for (const locale of LOCALES) {
    const sentence = text('failure.answer-too-long', facts, locale)
    t.match(sentence, '3000')
    t.match(sentence, '2048')
    t.notMatch(sentence, /[{}]/)
  }
})

t.test('a parameter that is missing stays visible', async t => {
  t.match(text('failure.queue-full', {}, 'en'), '{limit}')
})

t.test('a parameter is text: it is not filled in again', async t => {
  const facts = { field: '{clause} $& $1', clause: 'B.1' }
  t.match(text('failure.field-type', facts, 'en'), /^\{clause\} \$& \$1 must/)
})

t.test('no sentence is empty', async t => {
  for (const [key, sentence] of Object.entries(sentences)) {
    for (const locale of LOCALES) t.ok(sentence[locale].trim(), key)
  }
})
