import t from 'tap'
import { startHarness } from '../harness.js'

/** What an order brings. */
interface Issued {
  code: string
}

t.test('every outcome is one call away', async t => {
  const { post, query } = await startHarness(t)
  for (const [kind, code] of [
    ['medical', 0],
    ['used', 501001],
    ['expired', 500005],
    ['unknown', 500049],
    ['payment', 500159],
    ['face', 500159],
  ]) {
    const { status, json } = await post<Issued>('/sandbox/codes', { kind })
    t.equal(status, 200)
    t.equal((await query(json.code)).json.code, code)
  }
})

t.test('a code is for the person asked for, else the first', async t => {
  const { post, query } = await startHarness(t)
  const named = await post<Issued>('/sandbox/codes', { person: 'ji' })
  t.equal((await query(named.json.code)).json.data.userName, '𠮷小川')
  const first = await post<Issued>('/sandbox/codes', {})
  t.equal((await query(first.json.code)).json.data.userName, '张三')
})

t.test('an unknown person or kind is refused with what there is', async t => {
  const { post } = await startHarness(t)
  const nobody = await post('/sandbox/codes', { person: 'nobody' })
  t.equal(nobody.status, 400)
  t.match(nobody.json, { code: -2, message: /zhang, wang, ji/ })
  const nothing = await post('/sandbox/codes', { kind: 'nothing' })
  t.equal(nothing.status, 400)
  t.match(nothing.json, { code: -2, message: /medical, used, expired/ })
})

t.test('an order of the wrong type is refused', async t => {
  const { post } = await startHarness(t)
  const { status, json } = await post('/sandbox/codes', { person: 3 })
  t.equal(status, 400)
  t.match(json, { code: -2, message: /person/ })
})
