import t from 'tap'
import type { Judgement } from '../../src/registry/judge.js'
import {
  type AwayPolicy,
  REMEMBER_MS,
  Standing,
} from '../../src/registry/standing.js'

const good = { termId: '99000000000000000001' }
const other = { termId: '99000000000000000002' }

/** A store that may be switched off, and a clock. */
function standing(away: AwayPolicy) {
  const state = { away: false, now: 0, verdict: { ok: true } as Judgement }
  const ask = async () => {
    if (state.away) throw new Error('connect ECONNREFUSED')
    return state.verdict
  }
  return { state, standing: new Standing(ask, away, () => state.now) }
}

t.test('so many are remembered, the oldest not', async t => {
  const { state, standing: one } = standing('remember')
  const termId = (at: number) => ({ termId: String(at) })
  for (let at = 0; at <= 100_000; at++) await one.judge(termId(at))
  state.away = true
  t.match(await one.judge(termId(0)), { ok: false })
  t.match(await one.judge(termId(1)), { ok: true })
})

t.test('while the store is away, as the policy says', async t => {
  const expected = {
    remember: [true, false],
    refuse: [false, false],
    accept: [true, true],
  }
  for (const policy of ['remember', 'refuse', 'accept'] as const) {
    const { state, standing: judge } = standing(policy)
    t.strictSame(await judge.judge(good), { ok: true })
    state.away = true
    const answers = [await judge.judge(good), await judge.judge(other)]
    t.strictSame(
      answers.map(({ ok }) => ok),
      expected[policy],
      policy,
    )
    if (policy !== 'accept')
      t.match(answers[1], { refusal: 'away', message: /稍后重试/ })
  }
})

t.test('what is remembered was good not long ago, and is still', async t => {
  const { state, standing: judge } = standing('remember')
  await judge.judge(good)
  state.away = true
  state.now = REMEMBER_MS
  t.ok((await judge.judge(good)).ok)
  state.now = REMEMBER_MS + 1
  t.notOk((await judge.judge(good)).ok, 'too long ago')
  state.away = false
  await judge.judge(good)
  state.verdict = { ok: false, refusal: 'suspended', message: 'x' }
  t.match(await judge.judge(good), { refusal: 'suspended' })
  state.away = true
  t.notOk((await judge.judge(good)).ok, 'it was suspended meanwhile')
  t.notOk((await judge.judge({ ...good, mac: 'x' })).ok, 'other words')
})

t.test('a store that does not answer is away', async t => {
  const judge = new Standing(() => new Promise(() => {}), 'refuse')
  t.match(await judge.judge(good), { refusal: 'away' })
})
