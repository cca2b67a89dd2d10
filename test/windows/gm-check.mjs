/**
 * Run by node.exe: `gm-check.mjs BUNDLE VECTORS` prints which engine the
 * bundle's SM2 uses and which of the standards' examples it reproduces.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [bundle, file] = process.argv.slice(2)
const vectors = JSON.parse(readFileSync(file, 'utf8'))
const load = name => import(pathToFileURL(join(bundle, 'dist/src/gm', name)))
const { gmEngine } = await load('engine.js')
const { parsePrivateKey } = await load('keys.js')
const { primitives } = await load('primitives.js')
const { sm2 } = await load('sm2.js')

const hex = text => Buffer.from(text, 'hex')
const signing = vectors['gbt32918-sm2-sign']
const hiding = vectors['gbt32918-sm2-encrypt']
const digest = Object.values(vectors).find(({ alg }) => alg === 'SM3')
const key = parsePrivateKey(signing.privateKey)
const signature = hex(signing.signature_rs_hex)
const message = Buffer.from(signing.message)
const hidden = hex(`04${hiding.c1}${hiding.c3}${hiding.c2}`)

console.log(
  JSON.stringify({
    engine: gmEngine(),
    verifies: sm2.verify(message, signature, key),
    refuses: !sm2.verify(Buffer.from('another'), signature, key),
    signs: sm2.verify(message, sm2.sign(message, key), key),
    opens: sm2.decrypt(hidden, key).toString() === hiding.message,
    sm3:
      Buffer.from(primitives.sm3(Buffer.from(digest.message))).toString(
        'hex',
      ) === digest.digest,
  }),
)
