/**
 * Run by node.exe: `gm-check VECTORS` prints which engine SM2 uses and which of
 * the standards' examples it reproduces.
 * @module
 */
import { readFileSync } from 'node:fs'
import { gmEngine } from '../../src/gm/engine.js'
import { parsePrivateKey } from '../../src/gm/keys.js'
import { primitives } from '../../src/gm/primitives.js'
import { sm2 } from '../../src/gm/sm2.js'

const vectors = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
const all: { alg?: string; message: string; digest: string }[] =
  Object.values(vectors)
const hex = (text: string) => Buffer.from(text, 'hex')
const signing = vectors['gbt32918-sm2-sign']
const hiding = vectors['gbt32918-sm2-encrypt']
const digest = all.find(({ alg }) => alg === 'SM3')
const key = parsePrivateKey(signing.privateKey)
const signature = hex(signing.signature_rs_hex)
const message = Buffer.from(signing.message)
const hidden = hex(`04${hiding.c1}${hiding.c3}${hiding.c2}`)
const sm3 = Buffer.from(primitives.sm3(Buffer.from(digest?.message ?? '')))

/** More than native/verifier.cc waits for before it counts in advance. */
const OFTEN = 40

const often = Array.from(
  { length: OFTEN },
  () =>
    sm2.verify(message, signature, key) &&
    !sm2.verify(Buffer.from('another'), signature, key),
)

console.log(
  JSON.stringify({
    engine: gmEngine(),
    verifies: sm2.verify(message, signature, key),
    refuses: !sm2.verify(Buffer.from('another'), signature, key),
    staysRight: often.every(Boolean),
    signs: sm2.verify(message, sm2.sign(message, key), key),
    opens: sm2.decrypt(hidden, key).toString() === hiding.message,
    sm3: sm3.toString('hex') === digest?.digest,
  }),
)
