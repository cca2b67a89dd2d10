import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import smCrypto from 'sm-crypto'
import t from 'tap'
import {
  nodePrimitives,
  type Primitives,
  primitives,
  scriptPrimitives,
} from '../../src/gm/primitives.js'
import { packagePath } from '../../src/paths.js'

const vectors = JSON.parse(
  readFileSync(packagePath('test/gm/vectors.json'), 'utf8'),
)

/** One block of SM4, from the counter mode over zeros. */
function block({ sm4Ctr }: Primitives, key: string, plain: string): string {
  const [keyBytes, counter] = [key, plain].map(hex => Buffer.from(hex, 'hex'))
  if (!keyBytes || !counter) throw new Error('no bytes')
  return sm4Ctr(keyBytes, counter, Buffer.alloc(16)).toString('hex')
}

t.test('this Node has its own SM3 and SM4', async t => {
  t.equal(primitives, nodePrimitives)
})

t.test('SM3 of both libraries gives the digests of GB/T 32905', async t => {
  for (const id of ['gbt32905-sm3-abc', 'gbt32905-sm3-abcd16']) {
    const { message, digest } = vectors[id]
    t.equal(createHash('sm3').update(message).digest('hex'), digest)
    t.equal(smCrypto.sm3(message), digest)
  }
})

for (const [name, own] of Object.entries({
  nodePrimitives,
  scriptPrimitives,
})) {
  t.test(`${name}: HMAC-SM3 as OpenSSL computes it`, async t => {
    const { key_utf8, message, digest } = vectors['hmac-sm3-fox']
    const mac = own.hmacSm3(Buffer.from(key_utf8), Buffer.from(message))
    t.equal(mac.toString('hex'), digest)
  })

  t.test(`${name}: SM4 gives the block of GB/T 32907`, async t => {
    const { key, plaintext, ciphertext } = vectors['gbt32907-sm4-one']
    t.equal(block(own, key, plaintext), ciphertext)
  })
}

t.test('a million times SM4 gives the block of GB/T 32907', async t => {
  const { key, plaintext, ciphertext } = vectors['gbt32907-sm4-1e6']
  const [keyBytes, first] = [key, plaintext].map(x => Buffer.from(x, 'hex'))
  // Chained over zeros, each block is the encryption of the one before.
  const chain = createCipheriv('sm4-cbc', keyBytes as Buffer, first as Buffer)
  const blocks = chain.update(Buffer.alloc(16 * 1_000_000))
  t.equal(blocks.subarray(-16).toString('hex'), ciphertext)
})

t.test('both libraries give the same bytes', async t => {
  const counters = [randomBytes(16), Buffer.alloc(16, 0xff)]
  for (const length of [0, 1, 15, 16, 17, 64, 1000]) {
    const [key, data] = [randomBytes(16), randomBytes(length)]
    for (const counter of counters)
      t.same(
        scriptPrimitives.sm4Ctr(key, counter, data),
        nodePrimitives.sm4Ctr(key, counter, data),
        `SM4 of ${length} bytes`,
      )
    for (const bytes of [16, 32, 64, 65, 200]) {
      const macKey = randomBytes(bytes)
      t.same(
        scriptPrimitives.hmacSm3(macKey, data),
        nodePrimitives.hmacSm3(macKey, data),
        `HMAC of ${length} bytes with a key of ${bytes}`,
      )
    }
  }
})
