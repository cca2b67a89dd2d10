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
const start = (t: Test) => createTestPlatforms(t).home

t.test('a code carries the province that gives it', async t => {
  for (const platform of createTestPlatforms(t).all) {
    const parts = parseMedicalCode(issueCode(platform, zhang))
    t.equal(parts?.prefix, '424')
    t.equal(parts?.province, platform.province.digits)
  }
})

t.test('each kind meets its fate', async t => {
  const platform = start(t)
  const fate = (kind: (typeof CODE_KINDS)[number]) => {
    const code = issueCode(platform, zhang, kind)
    return [classify(code), platform.codes.consume(code, 0).verdict]
  }
  t.same(fate('medical'), ['medical', 'ok'])
  t.same(fate('used'), ['medical', 'replayed'])
  t.same(fate('expired'), ['medical', 'expired'])
  t.same(fate('unknown'), ['medical', 'unknown'])
  t.same(fate('payment'), ['payment', 'unknown'])
  t.same(fate('face'), ['face', 'unknown'])
})

t.test('a face’s authorisation carries its province, and is good', async t => {
  const platform = start(t)
  for (const person of people) {
    const authNo = issueCode(platform, person, 'face')
    const parts = parseMedicalCode(authNo)
    t.equal(parts?.prefix, 'ano')
    t.equal(parts?.province, HOME)
    t.match(platform.authorisations.consume(authNo, 0), {
      verdict: 'ok',
      showing: { idNo: person.idNo },
    })
  }
})

t.test('the same seed gives the same codes, and no code twice', async t => {
  const series = () => {
    const { home } = createTestPlatforms(t)
    return Array.from({ length: 1000 }, () => issueCode(home, zhang))
  }
  const first = series()
  t.same(first, series())
  t.equal(new Set(first).size, 1000)
})
