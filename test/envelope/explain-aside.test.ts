import { setImmediate as turn } from 'node:timers/promises'
import t from 'tap'
import type { Style } from '../../src/envelope/agreement.js'
import { signText } from '../../src/envelope/canonical.js'
import { explain } from '../../src/envelope/explain.js'
import { explainAside, WAITING_MAX } from '../../src/envelope/explain-aside.js'
import { DIALECT_NAMES, DIALECTS } from '../../src/envelope/rules.js'
import { sealEnvelope } from '../../src/envelope/seal.js'
import { generateKey } from '../../src/gm/keys.js'
import { sm2 } from '../../src/gm/sm2.js'
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
const inexplicable = withSignature('something else')

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
  const explained = explainAside(inexplicable, DIALECT_NAMES, platform)
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
  t.strictSame((await explained)?.variants, [])
  t.ok(longest < whole / 4, `${longest} ms of ${whole} ms`)
})

t.test('who comes when too many wait is not explained', async t => {
  // One has its turn at once.
  const asked = Array.from({ length: WAITING_MAX + 2 }, () =>
    explainAside(slipped, DIALECT_NAMES, platform),
  )
  const explained = (await Promise.all(asked)).map(one => one?.variants)
  t.strictSame(explained.at(-1), undefined)
  for (const variants of explained.slice(0, -1))
    t.strictSame(variants, ['no-secret'])
})
