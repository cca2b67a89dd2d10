import t from 'tap'
import {
  type RequestWhole,
  requestWhole,
  scenarioList,
} from '../../../src/sandbox/control/contract.js'
import { LOCALES, type Locale } from '../../../src/texts/index.js'
import { type Harness, QUERY, queryFor, startHarness } from '../harness.js'

const CHINESE = /\p{Script=Han}/u

/** Names of the field, which have no other in English. */
const FIELD = /医保电子凭证|终端备案号|鉴权 TOKEN|统筹区|医保/g

/** Whether `words` are of `locale`. */
function isIn(locale: Locale, words: string): boolean {
  return CHINESE.test(words.replace(FIELD, '')) === (locale === 'zh-CN')
}

function reader({ send }: Harness, locale: Locale) {
  const headers = { 'accept-language': `${locale};q=0.9` }
  return async <Json = { message: string }>(path: string, options = {}) =>
    (await send<Json>(path, { method: 'GET', headers, ...options })).json
}

/** What of `request` is a sentence of the sandbox. */
function sentencesOf({ why, explanation }: RequestWhole): string[] {
  const { verdict, compared, nearMisses } = explanation
  return [
    ...[why, verdict],
    ...compared.map(({ what }) => what),
    ...nearMisses.map(({ sentence }) => sentence),
  ].filter(Boolean)
}

t.test('one request is explained in either language', async t => {
  const harness = await startHarness(t)
  const { sandbox, post, query } = harness
  const code = await sandbox.issueCode('zhang')
  await query(code)
  await query(code)
  await query(await sandbox.issueCode('zhang', { kind: 'payment' }))
  const { termId, ...data } = queryFor('1').data
  await post(QUERY, { ...queryFor('1'), data: { ...data, termid: termId } })
  await post('/sandbox/faults', { fault: { code: -6 } })
  await query('1')
  for (const locale of LOCALES) {
    const read = reader(harness, locale)
    for (const id of [1, 2, 3, 4, 5]) {
      const whole = requestWhole.parse(await read(`/sandbox/requests/${id}`))
      const sentences = sentencesOf(whole)
      t.ok(sentences.length > 0)
      for (const sentence of sentences)
        t.ok(isIn(locale, sentence), `${locale} #${id} ${sentence}`)
    }
  }
})

t.test('scenarios and refusals are in the language asked for', async t => {
  const harness = await startHarness(t)
  for (const locale of LOCALES) {
    const read = reader(harness, locale)
    const listed = scenarioList.parse(await read('/sandbox/scenarios'))
    const headers = {
      'accept-language': locale,
      'content-type': 'application/json',
    }
    const order = (body: object) => ({
      ...{ method: 'POST', headers, body: JSON.stringify(body) },
    })
    const busy = await read<{ about: string }>(
      '/sandbox/scenarios/busy',
      order({}),
    )
    const people = '/sandbox/people/zhang/channels'
    const said = [
      ...listed.scenarios.map(({ about }) => about),
      busy.about,
      (await read('/sandbox/requests/999')).message,
      (await read('/sandbox/faults', order({ fault: 1 }))).message,
      (await read('/sandbox/codes', order({ person: 'nobody' }))).message,
      (await read(people, order({ channel: 'x', password: '1' }))).message,
    ]
    for (const words of said) t.ok(isIn(locale, words), `${locale}: ${words}`)
  }
})

t.test('a platform answers in Chinese, whoever asks', async t => {
  const { post } = await startHarness(t)
  const headers = { 'accept-language': 'en' }
  const { json } = await post(QUERY, queryFor('1'), 'application/json', headers)
  t.match(json.message, CHINESE)
})

t.test('who asks for no language reads what the platform said', async t => {
  const { get, query } = await startHarness(t)
  const { json } = await query('1')
  const whole = requestWhole.parse((await get('/sandbox/requests/1')).json)
  t.equal(whole.why, json.message)
})
