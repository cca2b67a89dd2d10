import t from 'tap'
import { classify } from '../../src/codes/classify.js'
import { parseMedicalCode } from '../../src/codes/medical-code.js'
import { type CODE_KINDS, issueCode } from '../../src/sandbox/issue-code.js'
import { people } from '../../src/sandbox/people.js'
import { createPlatform } from '../../src/sandbox/platform.js'
import { seededRandom } from './harness.js'

const [zhang] = people as [(typeof people)[number]]
const start = () => createPlatform(() => 0, seededRandom('issue-code'))

t.test('a code carries its person’s province', async t => {
  for (const person of people) {
    const parts = parseMedicalCode(issueCode(start(), person))
    t.equal(parts?.prefix, '424')
    t.equal(parts?.province, person.insuOrg.slice(0, 2))
  }
})

t.test('each kind meets its fate', async t => {
  const fate = (kind: (typeof CODE_KINDS)[number]) => {
    const platform = start()
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
  for (const person of people) {
    const platform = start()
    const authNo = issueCode(platform, person, 'face')
    const parts = parseMedicalCode(authNo)
    t.equal(parts?.prefix, 'ano')
    t.equal(parts?.province, person.insuOrg.slice(0, 2))
    t.match(platform.authorisations.consume(authNo, 0), {
      verdict: 'ok',
      personId: person.id,
    })
  }
})

t.test('the same seed gives the same codes, and no code twice', async t => {
  const series = () => {
    const platform = start()
    return Array.from({ length: 1000 }, () => issueCode(platform, zhang))
  }
  t.same(series(), series())
  t.equal(new Set(series()).size, 1000)
})
