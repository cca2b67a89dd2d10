import { spawnSync } from 'node:child_process'
import t from 'tap'
import { bytesOf, CURVE, PRIVATE_MAX } from '../../src/gm/curve.js'
import {
  generateKey,
  parsePrivateKey,
  parsePublicKey,
  wipeKey,
} from '../../src/gm/keys.js'
import { engines, flipped, fromHex, vectors } from './engines.js'

const { privateKey, publicKey } = vectors['gbt32918-sm2-sign']
const scalar = fromHex(privateKey)
const point = fromHex(publicKey)
const sm2Curve = fromHex('06082a811ccf5501822d')

/** Without the command the tests that need it are skipped, and counted. */
const noOpenssl =
  spawnSync('openssl', ['version']).status !== 0 && 'no openssl command'

t.test('a private key is read in each of its forms', async t => {
  const java = Buffer.concat([Buffer.of(0), scalar])
  const forms = [
    privateKey,
    privateKey.toUpperCase(),
    ` ${privateKey}\r\n`,
    java.toString('hex'),
    scalar.toString('base64'),
    java.toString('base64'),
    sec1(scalar).toString('base64'),
    pem('EC PRIVATE KEY', sec1(scalar)),
    pkcs8(sec1(scalar)).toString('hex'),
    pem('PRIVATE KEY', pkcs8(sec1(scalar))),
  ]
  for (const form of forms) t.same(parsePrivateKey(form), { scalar, point })
})

t.test('a public key is read in each of its forms', async t => {
  const bare = point.subarray(1)
  const forms = [
    publicKey,
    bare.toString('hex'),
    point.toString('base64'),
    bare.toString('base64'),
    pem('PUBLIC KEY', spki(point)),
    spki(point).toString('base64'),
  ]
  for (const form of forms) t.same(parsePublicKey(form), { point })
})

t.test('a coordinate that begins as DER or as 04 is only that', async t => {
  for (const first of [0x30, 0x04]) {
    const key = keyWhosePointBegins(first)
    const bare = key.point.subarray(1).toString('hex')
    t.same(parsePublicKey(bare).point, key.point)
  }
  const d = Buffer.concat([Buffer.of(0x30), scalar.subarray(1)])
  t.same(parsePrivateKey(d.toString('hex')).scalar, d)
})

t.test('what is wrong with a private key is named', async t => {
  const refuse = (text: string, message: RegExp, code = 'GM_KEY') =>
    t.throws(() => parsePrivateKey(text), { code, message }, String(message))
  refuse('', /hex/)
  refuse('not a key!', /hex/)
  refuse(privateKey.slice(1), /hex|bytes/)
  refuse(privateKey.slice(2), /31 bytes/)
  refuse(`01${privateKey}`, /33 bytes/)
  refuse(publicKey, /65 bytes/)
  refuse(bytesOf(0n).toString('hex'), /zero/)
  refuse(bytesOf(PRIVATE_MAX + 1n).toString('hex'), /great/)
  refuse(pem('PUBLIC KEY', spki(point)), /PRIVATE KEY/)
  refuse(pem('ENCRYPTED PRIVATE KEY', Buffer.alloc(9)), /passphrase/)
  refuse(pem('PRIVATE KEY', pkcs8(sec1(scalar))).slice(0, -9), /PRIVATE KEY/)
  refuse('ab'.repeat(9000), /18000 characters/)
  refuse(pem('EC PRIVATE KEY', sec1(scalar.subarray(1))), /31 bytes/)
  const p256 = fromHex('06082a8648ce3d030107')
  refuse(pem('EC PRIVATE KEY', sec1(scalar, p256)), /curve/)
  refuse(pem('PRIVATE KEY', pkcs8(sec1(scalar), p256)), /curve/)
  const cut = pkcs8(sec1(scalar)).subarray(0, -1)
  refuse(pem('PRIVATE KEY', cut), /DER/, 'GM_DER')
})

t.test('what is wrong with a public key is named', async t => {
  const refuse = (text: string, message: RegExp) =>
    t.throws(() => parsePublicKey(text), { code: 'GM_KEY', message })
  refuse(publicKey.slice(0, -2), /point/)
  refuse(publicKey.slice(4), /63 bytes/)
  refuse(`02${publicKey.slice(2, 66)}`, /33 bytes/)
  refuse(`05${publicKey.slice(2)}`, /65 bytes/)
  refuse(`04${'00'.repeat(64)}`, /point/)
  refuse(`04${'ff'.repeat(64)}`, /point/)
  refuse(flipped(point, 64).toString('hex'), /point/)
  refuse(pem('PUBLIC KEY', spki(flipped(point, 7))), /point/)
})

t.test('no message holds the key', async t => {
  const secret = privateKey.slice(2)
  try {
    parsePrivateKey(secret)
    t.fail('it was read')
  } catch (error) {
    t.notMatch(String(error), secret.slice(0, 8))
  }
})

t.test('a new key is in range, and both engines agree on it', async t => {
  const draws = [
    bytesOf(0n),
    bytesOf(PRIVATE_MAX + 1n),
    bytesOf(CURVE.n),
    bytesOf(PRIVATE_MAX),
  ]
  const last = generateKey(() => draws.shift() ?? Buffer.alloc(32))
  t.same(last.scalar, bytesOf(PRIVATE_MAX))
  for (const key of [generateKey(), generateKey(), last])
    t.same(engines['sm-crypto'].publicPoint(key.scalar), key.point)
})

t.test('a wiped key is zeros', async t => {
  const key = generateKey()
  wipeKey(key)
  t.same(key.scalar, Buffer.alloc(32))
})

t.test('keys of the openssl command are read', { skip: noOpenssl }, async t => {
  const openssl = (input: string, ...options: string[]) =>
    spawnSync('openssl', options, { input, encoding: 'utf8' }).stdout
  const pkcs8 = openssl('', 'genpkey', '-algorithm', 'SM2')
  const key = parsePrivateKey(pkcs8)
  const spki = openssl(pkcs8, 'pkey', '-pubout')
  t.same(parsePublicKey(spki).point, key.point)
  const sec1 = openssl('', 'ecparam', '-genkey', '-name', 'SM2')
  t.match(sec1, / PARAMETERS-----\s+-----BEGIN/)
  const old = parsePrivateKey(sec1)
  t.same(parsePublicKey(openssl(sec1, 'pkey', '-pubout')).point, old.point)
  const other = openssl('', 'ecparam', '-genkey', '-name', 'prime256v1')
  t.throws(() => parsePrivateKey(other), { code: 'GM_KEY', message: /curve/ })
  const rsa = openssl('', 'genpkey', '-algorithm', 'ED25519')
  t.throws(() => parsePrivateKey(rsa), { code: 'GM_KEY', message: /curve/ })
})

function keyWhosePointBegins(first: number) {
  for (let number = 1n; ; number++) {
    const key = parsePrivateKey(bytesOf(number).toString('hex'))
    if (key.point[1] === first) return key
  }
}

function sec1(d: Buffer, curve = sm2Curve): Buffer {
  return der(
    0x30,
    fromHex('020101'),
    der(0x04, d),
    der(0xa0, curve),
    der(0xa1, der(0x03, Buffer.of(0), point)),
  )
}

function pkcs8(inner: Buffer, curve = sm2Curve): Buffer {
  return der(0x30, fromHex('020100'), algorithm(curve), der(0x04, inner))
}

function spki(of: Buffer): Buffer {
  return der(0x30, algorithm(sm2Curve), der(0x03, Buffer.of(0), of))
}

function algorithm(curve: Buffer): Buffer {
  return der(0x30, fromHex('06072a8648ce3d0201'), curve)
}

/** Written here by hand, so that the tests do not trust der.ts. */
function der(tag: number, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content)
  const length =
    body.length < 128 ? Buffer.of(body.length) : Buffer.of(0x81, body.length)
  return Buffer.concat([Buffer.of(tag), length, body])
}

function pem(label: string, bytes: Buffer): string {
  const body = bytes.toString('base64').replace(/.{64}/g, '$&\n')
  return `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`
}
