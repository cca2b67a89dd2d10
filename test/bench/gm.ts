/**
 * Our SM2, SM3 and SM4 beside sm-crypto's and the `openssl speed` of this
 * machine, a slice of each in turn so that a busy moment hits all of them.
 * Aims: 70 % of OpenSSL's own rate, 30 times sm-crypto's.
 * @module
 */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import smCrypto from 'sm-crypto'
import { gmEngine } from '../../src/gm/engine.js'
import { generateKey } from '../../src/gm/keys.js'
import { primitives } from '../../src/gm/primitives.js'
import { sm2 } from '../../src/gm/sm2.js'
import { sm4Encrypt } from '../../src/gm/sm4.js'
import { median } from './quantiles.js'

const ROUNDS = 5
/** Long enough for twenty signatures of sm-crypto. */
const SLICE_MS = 400
const KILOBYTE = 1024
const OUTPUT = { output: 'array' } as const

interface Operation {
  name: string
  ours(): unknown
  theirs(): unknown
  /** Operations a second by `openssl speed`; it has no SM2 encryption. */
  limit?(): number
}

const key = generateKey()
const point = key.point.toString('hex')
const scalar = key.scalar.toString('hex')
const data = randomBytes(KILOBYTE)
const list = [...data]
const sm4Key = randomBytes(16)
const sm4List = [...sm4Key]
const signature = sm2.sign(data, key)
const signatureHex = signature.toString('hex')
const hidden = sm2.encrypt(data, key)
const hiddenHex = hidden.subarray(1).toString('hex')

const operations: Operation[] = [
  {
    name: 'SM2 sign',
    ours: () => sm2.sign(data, key),
    theirs: () =>
      smCrypto.sm2.doSignature(list, scalar, { hash: true, publicKey: point }),
    limit: () => sm2Speed()[0],
  },
  {
    name: 'SM2 verify',
    ours: () => sm2.verify(data, signature, key),
    theirs: () =>
      smCrypto.sm2.doVerifySignature(list, signatureHex, point, { hash: true }),
    limit: () => sm2Speed()[1],
  },
  {
    name: 'SM2 encrypt 1 KB',
    ours: () => sm2.encrypt(data, key),
    theirs: () => smCrypto.sm2.doEncrypt(list, point),
  },
  {
    name: 'SM2 decrypt 1 KB',
    ours: () => sm2.decrypt(hidden, key),
    theirs: () => smCrypto.sm2.doDecrypt(hiddenHex, scalar, 1, OUTPUT),
  },
  {
    name: 'SM3 1 KB',
    ours: () => primitives.sm3(data),
    theirs: () => smCrypto.sm3(list),
    limit: () => blockSpeed('sm3'),
  },
  {
    name: 'SM4-ECB encrypt 1 KB',
    ours: () => sm4Encrypt(sm4Key, data),
    theirs: () => smCrypto.sm4.encrypt(list, sm4List, OUTPUT),
    limit: () => blockSpeed('sm4-ecb'),
  },
]

console.log(`engine ${gmEngine()}, Node's OpenSSL ${process.versions.openssl}`)
console.table(operations.map(measure))

function measure({ name, ours, theirs, limit }: Operation) {
  const rates = { ours: [0], theirs: [0], limit: [0] }
  for (let round = 0; round < ROUNDS; round++) {
    rates.limit[round] = limit?.() ?? Number.NaN
    rates.ours[round] = rateOf(ours)
    rates.theirs[round] = rateOf(theirs)
  }
  const [own, other, bound] = [rates.ours, rates.theirs, rates.limit].map(
    median,
  ) as [number, number, number]
  return {
    operation: name,
    'ours /s': Math.round(own),
    'sm-crypto /s': Math.round(other),
    'openssl speed /s': Math.round(bound) || '-',
    'x sm-crypto': (own / other).toFixed(1),
    '% of openssl': bound ? ((100 * own) / bound).toFixed(0) : '-',
  }
}

/** Calls a second of processor time, which is also what the command counts. */
function rateOf(operation: () => unknown): number {
  const started = process.cpuUsage()
  const end = performance.now() + SLICE_MS
  let count = 0
  for (; performance.now() < end; count++) operation()
  return (count * 1e6) / process.cpuUsage(started).user
}

/** Signatures and verifications a second. */
function sm2Speed(): [number, number] {
  const row = speed('sm2').match(/SM2.*?([\d.]+)\s+([\d.]+)\s*$/m)
  return [Number(row?.[1]), Number(row?.[2])]
}

/** Kilobytes a second; the command counts thousands of bytes. */
function blockSpeed(name: string): number {
  const row = speed('-evp', name, '-bytes', String(KILOBYTE))
  return (Number(row.match(/([\d.]+)k\s*$/m)?.[1]) * 1000) / KILOBYTE
}

/** What `openssl speed` prints; nothing where the command is missing. */
function speed(...options: string[]): string {
  const command = ['speed', '-seconds', '1', ...options]
  return spawnSync('openssl', command, { encoding: 'utf8' }).stdout ?? ''
}
