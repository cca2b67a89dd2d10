/**
 * Random messages between our SM2 and sm-crypto's, in both directions.
 * @module
 */
import { createHash } from 'node:crypto'
import smCrypto from 'sm-crypto'
import { generateKey } from '../../src/gm/keys.js'
import { signatureToDer } from '../../src/gm/signature.js'
import { type Sm2, USER_ID } from '../../src/gm/sm2.js'

/** A request is seldom longer. */
const MESSAGE_BYTES_MAX = 2048
const C1C3C2 = 1
const C1C2C3 = 0

/** Bytes that follow from `seed` alone. */
export type Random = (bytes: number) => Buffer

export function seeded(seed: string): Random {
  let count = 0
  return bytes => {
    const blocks: Buffer[] = []
    for (let made = 0; made < bytes; made += 32)
      blocks.push(createHash('sha256').update(`${seed} ${count++}`).digest())
    return Buffer.concat(blocks).subarray(0, bytes)
  }
}

/**
 * One message signed and hidden by each side for the other. Returns what went
 * wrong, by name; nothing where both agree.
 */
export function disagreements(sm2: Sm2, random: Random): string[] {
  const key = generateKey(random)
  const point = key.point.toString('hex')
  const scalar = key.scalar.toString('hex')
  const choice = random(4)
  const length = 1 + (choice.readUInt16BE() % MESSAGE_BYTES_MAX)
  const message = random(length)
  const list = [...message]
  const userId = oddOf(choice, 2) ? USER_ID : random(9).toString('hex')
  const der = oddOf(choice, 3)
  const options = { hash: true, der, userId }
  const [layout, mode] = der
    ? (['C1C2C3', C1C2C3] as const)
    : (['C1C3C2', C1C3C2] as const)

  const ours = sm2.sign(message, key, userId)
  const written = (der ? signatureToDer(ours) : ours).toString('hex')
  const theirs = smCrypto.sm2.doSignature(list, scalar, {
    ...options,
    publicKey: point,
  })
  const hidden = sm2.encrypt(message, key, layout).subarray(1)
  const received = smCrypto.sm2.doEncrypt(list, point, mode)
  const opened = smCrypto.sm2.doDecrypt(hidden.toString('hex'), scalar, mode, {
    output: 'array',
  }) as unknown as number[]

  const verdicts = {
    'our signature': smCrypto.sm2.doVerifySignature(
      list,
      written,
      point,
      options,
    ),
    'their signature': sm2.verify(
      message,
      Buffer.from(theirs, 'hex'),
      key,
      userId,
    ),
    'our ciphertext': message.equals(Buffer.from(opened)),
    'their ciphertext': message.equals(
      sm2.decrypt(Buffer.from(received, 'hex'), key, layout),
    ),
  }
  return Object.entries(verdicts).flatMap(([name, right]) =>
    right ? [] : [`${name}, ${length} bytes`],
  )
}

function oddOf(bytes: Buffer, at: number): boolean {
  return ((bytes[at] ?? 0) & 1) === 1
}
