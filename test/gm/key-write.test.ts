import { createPrivateKey, createPublicKey } from 'node:crypto'
import t from 'tap'
import {
  KEY_FORMATS,
  writePrivateKey,
  writePublicKey,
} from '../../src/gm/key-write.js'
import {
  generateKey,
  parsePrivateKey,
  parsePublicKey,
} from '../../src/gm/keys.js'

const key = generateKey()

t.test('what is written is read back, in each form', async t => {
  for (const format of KEY_FORMATS) {
    const { scalar, point } = parsePrivateKey(writePrivateKey(key, format))
    t.ok(scalar.equals(key.scalar) && point.equals(key.point), format)
    const { point: read } = parsePublicKey(writePublicKey(key, format))
    t.ok(read.equals(key.point), format)
  }
})

t.test('OpenSSL reads the PEM, and both belong together', async t => {
  const secret = createPrivateKey(writePrivateKey(key, 'pem'))
  const open = createPublicKey(writePublicKey(key, 'pem'))
  const spki = { type: 'spki', format: 'pem' } as const
  t.equal(createPublicKey(secret).export(spki), open.export(spki))
  t.equal(open.export(spki), writePublicKey(key, 'pem'))
})

t.test('the forms of the field', async t => {
  t.match(writePrivateKey(key, 'hex'), /^[0-9a-f]{64}$/)
  t.match(writePrivateKey(key, 'base64'), /^[A-Za-z0-9+/]{43}=$/)
  t.match(writePublicKey(key, 'hex'), /^04[0-9a-f]{128}$/)
  t.match(writePublicKey(key, 'base64'), /^B[A-Za-z0-9+/]{86}=$/)
  t.match(
    writePublicKey(key, 'pem'),
    /^-----BEGIN PUBLIC KEY-----\n(.{1,64}\n)+-----END PUBLIC KEY-----\n$/,
  )
})
