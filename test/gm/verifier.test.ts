import t from 'tap'
import {
  bytesOf,
  CURVE,
  inverse,
  numberFrom,
  PRIVATE_MAX,
} from '../../src/gm/curve.js'
import { generateKey, parsePrivateKey } from '../../src/gm/keys.js'
import { createSm2, sm2 } from '../../src/gm/sm2.js'
import { engines, flipped } from './engines.js'

/** More than native/verifier.cc waits for before it counts in advance. */
const OFTEN = 40

const { n } = CURVE
const script = createSm2(engines['sm-crypto'])

/** The generator, those nearest to it and to infinity, and some by chance. */
const keys = [1n, 2n, 3n, PRIVATE_MAX - 1n, PRIVATE_MAX]
  .map(d => parsePrivateKey(bytesOf(d).toString('hex')))
  .concat(generateKey(), generateKey())

t.test('a key that verifies often stays right', async t => {
  for (const key of keys)
    for (let count = 0; count < OFTEN; count++) {
      const message = Buffer.from(`message ${count}`)
      const signature = sm2.sign(message, key)
      const right =
        sm2.verify(message, signature, key) &&
        !sm2.verify(flipped(message, 0), signature, key) &&
        !sm2.verify(message, flipped(signature, 63), key)
      if (!right) t.fail(`${key.scalar.toString('hex')}, ${count}`)
    }
  t.pass()
})

t.test('and both engines say the same of what it signed', async t => {
  for (const key of keys) {
    const message = Buffer.from('message')
    t.ok(sm2.verify(message, script.sign(message, key), key))
    t.ok(script.verify(message, sm2.sign(message, key), key))
  }
})

t.test('a sum that is no point is no signature', async t => {
  const message = Buffer.from('message')
  for (const key of keys) {
    const [r, d] = [0x1234_5678_9abc_def0n, numberFrom(key.scalar)]
    const nowhere = n - ((r * d * inverse(1n + d)) % n)
    for (const s of [nowhere, n - r])
      for (let count = 0; count < OFTEN; count++) {
        const signature = Buffer.concat([bytesOf(r), bytesOf(s)])
        if (sm2.verify(message, signature, key)) t.fail(`s = ${s}`)
      }
  }
  t.pass()
})

t.test('any number of threads may be the first to ask often', async t => {
  const key = generateKey()
  const message = Buffer.from('message')
  const signature = sm2.sign(message, key)
  const verdicts = await Promise.all(
    Array.from({ length: 5 * OFTEN }, (_, at) =>
      sm2.verifyAside(at % 2 ? message : flipped(message, 0), signature, key),
    ),
  )
  t.same(
    verdicts,
    verdicts.map((_, at) => at % 2 === 1),
  )
})
