import { randomBytes } from 'node:crypto'
import t from 'tap'
import { generateKey } from '../../src/gm/keys.js'
import { nodePrimitives, scriptPrimitives } from '../../src/gm/primitives.js'
import { createSm2, sm2 } from '../../src/gm/sm2.js'
import { disagreements, seeded } from './differential.js'
import { engines } from './engines.js'

/** sm-crypto takes 50 ms for one: test/bench/gm-differential.ts has 10,000. */
const ROUNDS = 200

/** Ten seconds where nothing else runs; a busy machine is no failure. */
const DEADLINE_MS = 180_000

t.setTimeout(DEADLINE_MS)
const seed = process.env.GM_SEED ?? randomBytes(8).toString('hex')
t.comment(`GM_SEED=${seed}`)

t.test(`${ROUNDS} messages go both ways between us and sm-crypto`, async t => {
  const random = seeded(seed)
  for (let round = 0; round < ROUNDS; round++) {
    const wrong = disagreements(sm2, random)
    if (wrong.length > 0) t.fail(`round ${round}: ${wrong}`)
  }
  t.pass(`${ROUNDS} rounds`)
})

t.test('our two engines read each other', async t => {
  const random = seeded(`${seed} engines`)
  const script = createSm2(engines['sm-crypto'])
  for (let round = 0; round < 25; round++) {
    const key = generateKey(random)
    const message = random(1 + round * 7)
    for (const [one, other] of [
      [sm2, script],
      [script, sm2],
    ] as const) {
      t.ok(other.verify(message, one.sign(message, key), key))
      t.same(other.decrypt(one.encrypt(message, key), key), message)
    }
  }
})

t.test('SM3 and SM4 of both libraries are the same', async t => {
  const random = seeded(`${seed} primitives`)
  for (let length = 0; length < 300; length++) {
    const data = random(length)
    t.same(nodePrimitives.sm3(data), scriptPrimitives.sm3(data))
    const [key, iv, blocks] = [random(16), random(16), random(length * 16)]
    for (const direction of ['encrypt', 'decrypt'] as const)
      for (const vector of [undefined, iv])
        t.same(
          nodePrimitives.sm4Blocks(direction, key, blocks, vector),
          scriptPrimitives.sm4Blocks(direction, key, blocks, vector),
        )
  }
})

t.test('a canary: a signature with another id is noticed', async t => {
  const wrong = {
    ...sm2,
    sign: (...[message, key]: Parameters<typeof sm2.sign>) =>
      sm2.sign(message, key, 'canary'),
  }
  t.match(disagreements(wrong, seeded('canary')), [/^our signature/])
})
