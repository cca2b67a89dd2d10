import { sign as nodeSign } from 'node:crypto'
import t from 'tap'
import type { CipherLayout } from '../../src/gm/ciphertext.js'
import { bytesOf, CURVE } from '../../src/gm/curve.js'
import { gmEngine } from '../../src/gm/engine.js'
import { generateKey, parsePrivateKey } from '../../src/gm/keys.js'
import { signatureToDer } from '../../src/gm/signature.js'
import { createSm2, USER_ID_BYTES_MAX } from '../../src/gm/sm2.js'
import { eachSm2, engines, flipped, fromHex, vectors } from './engines.js'

const signing = vectors['gbt32918-sm2-sign']
const hiding = vectors['gbt32918-sm2-encrypt']
const key = parsePrivateKey(signing.privateKey)
const message = Buffer.from(signing.message)
const signature = fromHex(signing.signature_rs_hex)
const LAYOUTS: CipherLayout[] = ['C1C3C2', 'C1C2C3', 'DER']

t.test('this Node has the engine of OpenSSL', async t => {
  t.equal(gmEngine(), 'openssl')
})

for (const [name, sm2] of eachSm2()) {
  t.test(`${name}: verifies the signature of GB/T 32918.5`, async t => {
    t.ok(sm2.verify(message, signature, key))
    t.ok(sm2.verify(message, signatureToDer(signature), key))
    t.ok(sm2.verify(message, fromHex(signing.signature_der_hex), key))
  })

  t.test(`${name}: opens the ciphertext of GB/T 32918.5`, async t => {
    const { c1, c2, c3 } = hiding
    for (const marker of ['04', '']) {
      const newer = fromHex(`${marker}${c1}${c3}${c2}`)
      t.equal(sm2.decrypt(newer, key).toString(), hiding.message)
      const older = fromHex(`${marker}${c1}${c2}${c3}`)
      t.equal(sm2.decrypt(older, key, 'C1C2C3').toString(), hiding.message)
    }
  })

  t.test(`${name}: a signature is of its message, id and key`, async t => {
    const own = generateKey()
    const made = sm2.sign(message, own, 'an id')
    t.equal(made.length, 64)
    t.ok(sm2.verify(message, made, own, 'an id'))
    t.notOk(sm2.verify(message, made, own), 'the default id')
    t.notOk(sm2.verify(message, made, own, 'an iD'), 'another id')
    t.notOk(sm2.verify(message, made, own, ''), 'no id')
    t.notOk(sm2.verify(message, made, generateKey(), 'an id'), 'another key')
    t.notOk(sm2.verify(flipped(message, 0), made, own, 'an id'), 'a bit')
    for (const at of [0, 31, 32, 63])
      t.notOk(
        sm2.verify(message, flipped(made, at), own, 'an id'),
        `byte ${at}`,
      )
  })

  t.test(`${name}: ids and messages may be empty, and long`, async t => {
    const own = generateKey()
    for (const id of ['', '标识', 'i'.repeat(USER_ID_BYTES_MAX)])
      for (const bytes of [0, 1, 10_000]) {
        const text = Buffer.alloc(bytes, 'x')
        t.ok(sm2.verify(text, sm2.sign(text, own, id), own, id))
      }
    const tooLong = 'i'.repeat(USER_ID_BYTES_MAX + 1)
    const refusal = { code: 'GM_KEY', message: /8191/ }
    t.throws(() => sm2.sign(message, own, tooLong), refusal)
    t.throws(() => sm2.verify(message, signature, own, tooLong), refusal)
  })

  t.test(`${name}: refuses what is no signature`, async t => {
    const der = signatureToDer(signature)
    const [r, s] = [signature.subarray(0, 32), signature.subarray(32)]
    const zero = Buffer.alloc(32)
    const n = bytesOf(CURVE.n)
    const refused = {
      nothing: Buffer.alloc(0),
      'half of it': r,
      'one byte more': Buffer.concat([signature, Buffer.of(0)]),
      'r zero': Buffer.concat([zero, s]),
      's zero': Buffer.concat([r, zero]),
      'r = n': Buffer.concat([n, s]),
      's = n': Buffer.concat([r, n]),
      'DER that is cut': der.subarray(0, -1),
      'DER and a byte': Buffer.concat([der, Buffer.of(0)]),
      'DER of zero': signatureToDer(Buffer.concat([r, zero])),
    }
    for (const [fault, bytes] of Object.entries(refused))
      t.notOk(sm2.verify(message, bytes, key), fault)
  })

  t.test(
    `${name}: what Node signs by itself is not SM2 with an id`,
    async t => {
      const pem = pkcs8(key.scalar)
      const made = nodeSign('sm3', message, pem)
      t.notOk(sm2.verify(message, made, key))
    },
  )

  for (const layout of LAYOUTS) {
    t.test(`${name}: ${layout} comes back, of any length`, async t => {
      const own = generateKey()
      for (const bytes of [1, 2, 31, 32, 33, 127, 128, 255, 1024, 70_000]) {
        if (bytes > 1024 && name === 'sm-crypto') continue
        const text = Buffer.alloc(bytes, 'nationec')
        const ciphertext = sm2.encrypt(text, own, layout)
        t.same(sm2.decrypt(ciphertext, own, layout), text, `${bytes} bytes`)
        if (layout !== 'DER')
          t.same(sm2.decrypt(ciphertext.subarray(1), own, layout), text)
      }
    })

    t.test(`${name}: ${layout} with a flipped bit is an error`, async t => {
      const own = generateKey()
      const text = Buffer.from('a message of 23 bytes')
      const ciphertext = sm2.encrypt(text, own, layout)
      for (let at = 0; at < ciphertext.length; at += 7)
        t.throws(
          () => sm2.decrypt(flipped(ciphertext, at), own, layout),
          { name: 'GmError', code: /^GM_(CIPHERTEXT|DER)$/ },
          `byte ${at}`,
        )
    })

    t.test(`${name}: ${layout} that is cut is an error`, async t => {
      const own = generateKey()
      const ciphertext = sm2.encrypt(Buffer.from('text'), own, layout)
      for (const bytes of [0, 1, 64, 65, 96, 97, ciphertext.length - 1])
        t.throws(
          () => sm2.decrypt(ciphertext.subarray(0, bytes), own, layout),
          { name: 'GmError' },
          `${bytes} bytes are left`,
        )
    })
  }

  t.test(`${name}: another key or order is named`, async t => {
    const own = generateKey()
    const ciphertext = sm2.encrypt(Buffer.from('a longer text'), own)
    const refusal = { code: 'GM_CIPHERTEXT', message: /C3/ }
    t.throws(() => sm2.decrypt(ciphertext, generateKey()), refusal)
    t.throws(() => sm2.decrypt(ciphertext, own, 'C1C2C3'), refusal)
  })

  t.test(`${name}: there is nothing to encrypt in no bytes`, async t => {
    t.throws(() => sm2.encrypt(Buffer.alloc(0), key), {
      code: 'GM_CIPHERTEXT',
    })
  })
}

t.test(
  'a byte that its key stream leaves readable is hidden again',
  async t => {
    const [text, other] = [Buffer.from('x'), Buffer.from('y')]
    const c1 = key.point.subarray(1)
    const streams = [text, text, other]
    const sm2 = createSm2({
      ...engines.openssl,
      encrypt: () => ({
        c1,
        c2: streams.shift() ?? text,
        c3: Buffer.alloc(32),
      }),
    })
    t.same(sm2.encrypt(text, key).subarray(-1), other)
  },
)

/** PKCS8 as Node reads it. */
function pkcs8(scalar: Buffer): string {
  const head = '3041020100301306072a8648ce3d020106082a811ccf5501822d0427'
  const sec1 = `30250201010420${scalar.toString('hex')}`
  const der = fromHex(head + sec1)
  return `-----BEGIN PRIVATE KEY-----\n${der.toString('base64')}\n-----END PRIVATE KEY-----\n`
}

for (const [name, sm2] of eachSm2()) {
  t.test(`${name}: aside it is the same`, async t => {
    const made = await sm2.signAside(message, key)
    t.ok(sm2.verify(message, made, key))
    t.ok(await sm2.verifyAside(message, signature, key))
    t.ok(await sm2.verifyAside(message, signatureToDer(signature), key))
    for (const wrong of [flipped(signature, 5), Buffer.from('no')])
      t.notOk(await sm2.verifyAside(message, wrong, key))
    const other = Buffer.from('other')
    t.notOk(await sm2.verifyAside(other, signature, key))
    const long = '1'.repeat(USER_ID_BYTES_MAX + 1)
    await t.rejects(sm2.signAside(message, key, long), { code: 'GM_KEY' })
  })
}

t.test('many at once, with more keys than the addon keeps', async t => {
  const { signAside, verifyAside } = createSm2(engines.openssl)
  const keys = Array.from({ length: 200 }, () => generateKey())
  const right = await Promise.all(
    keys.map(async key => {
      const signature = await signAside(message, key)
      return verifyAside(message, signature, key)
    }),
  )
  t.ok(right.every(verdict => verdict))
})
