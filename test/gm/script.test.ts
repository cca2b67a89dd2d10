import t from 'tap'
import { bytesOf, CURVE } from '../../src/gm/curve.js'
import { parsePrivateKey } from '../../src/gm/keys.js'
import { createScriptEngine } from '../../src/gm/script.js'
import { fromHex, vectors } from './engines.js'

const signing = vectors['gbt32918-sm2-sign']
const hiding = vectors['gbt32918-sm2-encrypt']
const key = parsePrivateKey(signing.privateKey)
const message = Buffer.from(signing.message)
const nonce = fromHex(signing.k)

t.test('the public key is that of GB/T 32918.5', async t => {
  const point = createScriptEngine().publicPoint(key.scalar)
  t.equal(point.toString('hex'), signing.publicKey)
})

t.test("the standard's nonce gives the standard's signature", async t => {
  const engine = createScriptEngine(() => nonce)
  const signature = engine.sign(message, key, signing.userId)
  t.equal(signature.toString('hex'), signing.signature_rs_hex)
})

t.test("the standard's nonce gives the standard's ciphertext", async t => {
  const engine = createScriptEngine(() => nonce)
  const { c1, c2, c3 } = engine.encrypt(Buffer.from(hiding.message), key)
  t.equal(c1.toString('hex'), hiding.c1)
  t.equal(c2.toString('hex'), hiding.c2)
  t.equal(c3.toString('hex'), hiding.c3)
})

t.test('a nonce that is zero or not below n is drawn again', async t => {
  const draws = [Buffer.alloc(32), bytesOf(CURVE.n), nonce]
  const engine = createScriptEngine(() => draws.shift() ?? Buffer.alloc(32))
  const signature = engine.sign(message, key, signing.userId)
  t.equal(signature.toString('hex'), signing.signature_rs_hex)
  t.same(draws, [])
})
