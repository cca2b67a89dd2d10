import t from 'tap'
import { sm2Digest } from '../../src/gm/digest.js'
import { fromHex, vectors } from './engines.js'

t.test('the digest that is signed is that of GB/T 32918.5', async t => {
  const { message, publicKey, userId, e } = vectors['gbt32918-sm2-sign']
  const digest = sm2Digest(Buffer.from(message), fromHex(publicKey), userId)
  t.equal(digest.toString('hex'), e)
})
