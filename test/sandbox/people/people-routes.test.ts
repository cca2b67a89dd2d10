import t from 'tap'
import { magicPeople } from '../../../src/sandbox/people/magic.js'
import { people, specialPeople } from '../../../src/sandbox/people/people.js'
import {
  peopleShown,
  personWhole,
} from '../../../src/sandbox/people/people-contract.js'
import { startHarness } from '../harness.js'

t.test('everybody is listed, the magic ones apart', async t => {
  const { get } = await startHarness(t)
  const shown = peopleShown.parse((await get('/sandbox/people')).json)
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)
  t.strictSame(ids(shown.people), ids([...people, ...specialPeople]))
  t.strictSame(ids(shown.magic), ids(magicPeople))
  t.match(shown.people[0], {
    ...{ id: 'zhang', userName: '张三', insuOrg: '130300' },
    ...{ active: true, channels: ['wallet'] },
  })
})

t.test('one person is shown whole', async t => {
  const { get } = await startHarness(t)
  const whole = personWhole.parse((await get('/sandbox/people/chen')).json)
  t.match(whole.credential, /^[0-9A-F]{64}$/)
  t.strictSame(whole.insured, ['130200', '430100', '130600'])
  t.strictSame(
    whole.provinces.map(({ province }) => province),
    ['13', '43'],
  )
  const nobody = await get('/sandbox/people/nobody')
  t.equal(nobody.status, 400)
  t.match(nobody.json, { code: -2, message: /zhang, wang/ })
})

t.test('an order with a field too many or too few is refused', async t => {
  const { post } = await startHarness(t)
  for (const [path, order] of [
    ['activate', {}],
    ['activate', { password: 246813 }],
    ['activate', { password: '246813', passwort: '246813' }],
    ['channels', {}],
    ['move', { to: '1301' }],
  ] as const) {
    const { status, json } = await post(`/sandbox/people/li/${path}`, order)
    t.equal(status, 400)
    t.equal(json.code, -2)
  }
})
