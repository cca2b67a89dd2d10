import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { parsePrivateKey } from '../../src/gm/keys.js'
import { signatureToDer } from '../../src/gm/signature.js'
import { USER_ID } from '../../src/gm/sm2.js'
import { eachSm2, flipped } from './engines.js'

const ROUNDS = 8
/** Without the command these are skipped, and counted. */
const skip =
  spawnSync('openssl', ['version']).status !== 0 && 'no openssl command'

const folder = t.testdir({})
const path = (name: string) => join(folder, name)

/** Runs the command; its output, or undefined where it ended in failure. */
function openssl(...options: string[]): Buffer | undefined {
  const { status, stdout } = spawnSync('openssl', options)
  return status === 0 ? stdout : undefined
}

function newKey() {
  openssl('genpkey', '-algorithm', 'SM2', '-out', path('key'))
  openssl('pkey', '-in', path('key'), '-pubout', '-out', path('public'))
  return parsePrivateKey(String(openssl('pkey', '-in', path('key'))))
}

function digestOptions(userId: string): string[] {
  return ['-rawin', '-digest', 'sm3', '-pkeyopt', `distid:${userId}`]
}

for (const [name, sm2] of eachSm2()) {
  t.test(`${name}: signatures go both ways`, { skip }, async t => {
    for (let round = 0; round < ROUNDS; round++) {
      const key = newKey()
      const message = randomBytes(1 + round * 100)
      const userId = round % 2 ? USER_ID : 'another id'
      writeFileSync(path('message'), message)
      writeFileSync(
        path('signature'),
        signatureToDer(sm2.sign(message, key, userId)),
      )
      const verify = (id: string) =>
        openssl(
          ...['pkeyutl', '-verify', '-pubin', '-inkey', path('public')],
          ...['-in', path('message'), '-sigfile', path('signature')],
          ...digestOptions(id),
        )
      t.ok(verify(userId), 'ours')
      t.notOk(verify('a third id'), 'ours with another id')
      const theirs = openssl(
        ...['pkeyutl', '-sign', '-inkey', path('key')],
        ...['-in', path('message'), ...digestOptions(userId)],
      )
      t.ok(sm2.verify(message, theirs ?? Buffer.alloc(0), key, userId))
      t.notOk(sm2.verify(message, theirs ?? Buffer.alloc(0), key, 'other'))
    }
  })

  t.test(`${name}: ciphertexts go both ways`, { skip }, async t => {
    for (let round = 0; round < ROUNDS; round++) {
      const key = newKey()
      const message = randomBytes(1 + round * 100)
      const decrypt = (ciphertext: Buffer) => {
        writeFileSync(path('hidden'), ciphertext)
        return openssl(
          ...['pkeyutl', '-decrypt', '-inkey', path('key')],
          ...['-in', path('hidden')],
        )
      }
      const ours = sm2.encrypt(message, key, 'DER')
      t.same(decrypt(ours), message, 'ours')
      t.notOk(decrypt(flipped(ours, ours.length - 1)), 'ours, changed')
      writeFileSync(path('message'), message)
      const theirs = openssl(
        ...['pkeyutl', '-encrypt', '-pubin', '-inkey', path('public')],
        ...['-in', path('message')],
      )
      t.same(sm2.decrypt(theirs ?? Buffer.alloc(0), key, 'DER'), message)
    }
  })
}
