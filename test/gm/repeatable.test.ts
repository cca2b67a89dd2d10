import t from 'tap'
import { generateKey } from '../../src/gm/keys.js'
import { signRepeatably } from '../../src/gm/repeatable.js'
import { createScriptEngine } from '../../src/gm/script.js'
import { createSm2, sm2 } from '../../src/gm/sm2.js'

const key = generateKey()

t.test('a signature is right, and the same each time', t => {
  for (let count = 0; count < 50; count++) {
    const message = Buffer.from(`医保 ${count}`)
    const signature = signRepeatably(message, key)
    t.ok(sm2.verify(message, signature, key))
    t.same(signRepeatably(message, key), signature)
  }
  t.end()
})

t.test('another implementation accepts it', t => {
  const other = createSm2(createScriptEngine())
  const message = Buffer.from('x')
  t.ok(other.verify(message, signRepeatably(message, key), key))
  t.end()
})

t.test('another text or key gives another', t => {
  const [first, second] = [Buffer.from('a'), Buffer.from('b')]
  const r = (message: Buffer, signer = key) =>
    signRepeatably(message, signer).toString('hex').slice(0, 64)
  t.not(r(first), r(second))
  t.not(r(first), r(first, generateKey()))
  t.end()
})
