import { setMaxListeners } from 'node:events'
import { setImmediate as turn } from 'node:timers/promises'
import t from 'tap'
import type { Style } from '../../src/envelope/agreement.js'
import { signText } from '../../src/envelope/canonical.js'
import { explain } from '../../src/envelope/explain.js'
import { explainAside, WAITING_MAX } from '../../src/envelope/explain-aside.js'
import type { JsonObject } from '../../src/envelope/json.js'
import { DIALECT_NAMES, DIALECTS } from '../../src/envelope/rules.js'
import { sealEnvelope } from '../../src/envelope/seal.js'
import { generateKey } from '../../src/gm/keys.js'
import { sm2 } from '../../src/gm/sm2.js'
import { crowd, inexplicable } from './crowd.js'
import { message, NOW, platform, terminal, terminalKey } from './parties.js'

const style: Style = {
  form: 'signed',
  dialect: 'A',
  sign: 'SM2',
  version: '1.0.0',
}
const right = sealEnvelope(message, style, terminal, NOW)
const withSignature = (text: string) => ({
  ...right,
  signData: sm2.sign(Buffer.from(text), terminalKey).toString('base64'),
})
const slipped = withSignature(signText(right, undefined, DIALECTS.A))

/** On a busy machine, too, it is over by then. */
const patience = AbortSignal.timeout(280_000)
setMaxListeners(0, patience)
const patiently = (body: JsonObject) =>
  explainAside(body, DIALECT_NAMES, platform, patience)

t.test('what explain says', async t => {
  for (const body of [right, slipped]) {
    const explanation = await explainAside(body, DIALECT_NAMES, platform)
    t.strictSame(explanation, explain(body, DIALECT_NAMES, platform))
  }
  const other = { ...platform, publicKey: generateKey() }
  const lost = { ...other, privateKey: terminalKey }
  for (const party of [other, lost]) {
    const found = await explainAside(right, ['A'], party)
    t.strictSame(found, explain(right, ['A'], party))
  }
})

t.test('it rejects as explain throws', async t => {
  const hidden = { ...right, data: undefined, encData: 'FF' }
  for (const [body, code] of [
    [{ ...right, signData: '' }, 'unsigned'],
    [{ ...right, signType: 'RSA' }, 'sign-type'],
    [hidden, 'cipher'],
  ] as const)
    await t.rejects(explainAside(body, DIALECT_NAMES, platform), { code })
})

t.test('whoever has other things to do is not held up', async t => {
  const start = performance.now()
  let [last, longest, done] = [start, 0, false]
  const explained = patiently(inexplicable)
  explained.finally(() => {
    done = true
  })
  while (!done) {
    await turn()
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }
  const whole = performance.now() - start
  t.strictSame((await explained).variants, [])
  t.notOk('unsought' in (await explained), 'all that is known of was tried')
  t.ok(longest < whole / 4, `${longest} ms of ${whole} ms`)
})

t.test('who comes when too many wait is not explained', async t => {
  // One has its turn at once.
  const asked = Array.from({ length: WAITING_MAX + 2 }, () =>
    patiently(slipped),
  )
  const explained = await Promise.all(asked)
  const { variants: _, ...rule } = explain(slipped, DIALECT_NAMES, platform)
  t.match(explained.at(-1), {
    ...{ right: false, text: rule.text, digest: rule.digest },
    ...{ variants: [], unsought: { why: 'busy', waiting: WAITING_MAX } },
  })
  for (const one of explained.slice(0, -1)) {
    t.strictSame(one.variants, ['no-secret'])
    t.notOk('unsought' in one)
  }
})

const soon = (ms: number) => AbortSignal.timeout(ms)

t.test('what takes too long is given up, and it is said', async t => {
  const given = await explainAside(slipped, DIALECT_NAMES, platform, soon(1))
  t.match(given, { variants: [], unsought: { why: 'slow', seconds: 20 } })
  const start = performance.now()
  const first = patiently(inexplicable)
  const next = await explainAside(slipped, DIALECT_NAMES, platform, soon(10))
  const passed = performance.now() - start
  t.match(next, { unsought: { why: 'slow' } }, 'who waits for his turn, too')
  t.notOk('unsought' in (await first))
  const whole = performance.now() - start
  t.ok(passed < whole / 2, `${passed} of ${whole} ms`)
})

t.test('a right one needs no turn', async t => {
  const crowded = crowd()
  const found = await explainAside(right, DIALECT_NAMES, platform)
  t.equal(found.right, true)
  await crowded.leave()
  const after = await explainAside(slipped, DIALECT_NAMES, platform)
  t.strictSame(after.variants, ['no-secret'], 'and then others have theirs')
})
