import { randomBytes } from 'node:crypto'
import t from 'tap'
import { nodePrimitives, scriptPrimitives } from '../../src/gm/primitives.js'
import { sm4Decrypt, sm4Encrypt } from '../../src/gm/sm4.js'
import { fromHex, vectors } from './engines.js'

for (const [name, own] of Object.entries({
  nodePrimitives,
  scriptPrimitives,
})) {
  t.test(`${name}: ECB and CBC give the bytes of their examples`, async t => {
    const { ecb, cbc, ...vector } = vectors['draft-sm4-modes']
    const [key, iv, plain] = [vector.key, vector.iv, vector.plaintext].map(
      fromHex,
    ) as [Buffer, Buffer, Buffer]
    const padding = 'none'
    for (const [hex, options] of [
      [ecb, { padding }],
      [cbc, { iv, padding }],
    ] as const) {
      t.equal(sm4Encrypt(key, plain, options, own).toString('hex'), hex)
      t.same(sm4Decrypt(key, fromHex(hex), options, own), plain)
    }
  })

  t.test(`${name}: a key is derived as the specification does`, async t => {
    const vector = vectors['nhsa-sm4-key-derivation']
    const key = Buffer.from(vector.step1_key_ascii)
    const encrypted = sm4Encrypt(key, Buffer.from(vector.appSecret), {}, own)
    const hex = encrypted.toString('hex').toUpperCase()
    t.equal(hex, vector.step2_cipher_hex_upper)
    t.equal(hex.slice(0, 16), vector.message_key_ascii)
  })

  t.test(`${name}: data are hidden as in the specification`, async t => {
    const { key_utf8, plaintext, encData } = vectors['nhsa-sm4-data']
    const key = Buffer.from(key_utf8)
    const encrypted = sm4Encrypt(key, Buffer.from(plaintext), {}, own)
    t.equal(encrypted.toString('hex').toUpperCase(), encData)
    const opened = sm4Decrypt(key, fromHex(encData), {}, own)
    t.equal(opened.toString(), plaintext)
  })

  t.test(`${name}: every length comes back`, async t => {
    const [key, iv] = [randomBytes(16), randomBytes(16)]
    for (const options of [{}, { iv }])
      for (let length = 0; length < 50; length++) {
        const data = randomBytes(length)
        const encrypted = sm4Encrypt(key, data, options, own)
        t.equal(encrypted.length, (Math.floor(length / 16) + 1) * 16)
        t.same(sm4Decrypt(key, encrypted, options, own), data)
      }
    const none = sm4Encrypt(key, Buffer.alloc(0), { padding: 'none' }, own)
    t.equal(none.length, 0)
  })

  t.test(`${name}: padding that is not PKCS7 is an error`, async t => {
    const key = randomBytes(16)
    const refusal = { code: 'GM_CIPHERTEXT', message: /padding|填充/ }
    for (const end of ['00', '11', 'ff', '0102', '020302']) {
      const blocks = Buffer.concat([Buffer.alloc(16), fromHex(end)]).subarray(
        -16,
      )
      const encrypted = sm4Encrypt(key, blocks, { padding: 'none' }, own)
      t.throws(() => sm4Decrypt(key, encrypted, {}, own), refusal, end)
    }
    t.throws(() => sm4Decrypt(key, Buffer.alloc(0), {}, own), refusal)
  })

  t.test(`${name}: wrong sizes are named`, async t => {
    const key = Buffer.alloc(16)
    const data = Buffer.alloc(16)
    const short = Buffer.alloc(15)
    const padding = 'none'
    for (const crypt of [sm4Encrypt, sm4Decrypt]) {
      t.throws(() => crypt(short, data, {}, own), { code: 'GM_KEY' })
      t.throws(() => crypt(key, data, { iv: short }, own), { code: 'GM_KEY' })
      t.throws(() => crypt(key, short, { padding }, own), {
        code: 'GM_CIPHERTEXT',
        message: /15/,
      })
    }
  })
}
