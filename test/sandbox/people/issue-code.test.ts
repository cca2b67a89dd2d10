import t, { type Test } from 'tap'
import { classify } from '../../../src/codes/classify.js'
import { parseMedicalCode } from '../../../src/codes/medical-code.js'
import {
  type CODE_KINDS,
  issueCode,
} from '../../../src/sandbox/people/issue-code.js'
import { people } from '../../../src/sandbox/people/people.js'
import { HOME } from '../../../src/sandbox/provinces.js'
import { createTestPlatforms } from '../harness.js'

const [zhang] = people as [(typeof people)[number]]
const start = async (t: Test) => (await createTestPlatforms(t)).home

t.test('a code carries the province that gives it', async t => {
  for (const platform of (await createTestPlatforms(t)).all) {
    const parts = parseMedicalCode(await issueCode(platform, zhang))
    t.equal(parts?.prefix, '424')
    t.equal(parts?.province, platform.province.digits)
  }
})

t.test('each kind meets its fate', async t => {
  const platform = await start(t)
  const fate = async (kind: (typeof CODE_KINDS)[number]) => {
    const code = await issueCode(platform, zhang, kind)
    return [classify(code), (await platform.codes.consume(code, 0)).verdict]
  }
  t.same(await fate('medical'), ['medical', 'ok'])
  t.same(await fate('used'), ['medical', 'replayed'])
  t.same(await fate('expired'), ['medical', 'expired'])
  t.same(await fate('unknown'), ['medical', 'unknown'])
  t.same(await fate('payment'), ['payment', 'unknown'])
  t.same(await fate('face'), ['face', 'unknown'])
})

t.test('a face’s authorisation carries its province, and is good', async t => {
  const platform = await start(t)
  for (const person of people) {
    const authNo = await issueCode(platform, person, 'face')
    const parts = parseMedicalCode(authNo)
    t.equal(parts?.prefix, 'ano')
    t.equal(parts?.province, HOME)
    t.match(await platform.authorisations.consume(authNo, 0), {
      verdict: 'ok',
      meaning: { idNo: person.idNo },
    })
  }
})

t.test('the same seed gives the same codes, and no code twice', async t => {
  const series = async () => {
    const { home } = await createTestPlatforms(t)
    const codes = Array.from({ length: 1000 }, () => issueCode(home, zhang))
    return Promise.all(codes)
  }
  const first = await series()
  t.same(first, await series())
  t.equal(new Set(first).size, 1000)
})
