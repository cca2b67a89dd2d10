/**
 * Seals what we store: SM4 in counter mode, then HMAC-SM3 over all of it,
 * with two keys that are derived from one master key.
 *
 *     version 1 | counter 16 | encrypted text | HMAC-SM3 32
 * @module
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { text } from '../texts/index.js'
import { primitives, SM3_BYTES, SM4_BYTES } from './primitives.js'

/** Bytes of a master key. */
export const KEY_BYTES = 32

const VERSION = 1
const HEAD_BYTES = 1 + SM4_BYTES

/** What was to be opened is not what was sealed with this key. */
export class SealError extends Error {
  override name = 'SealError'
  readonly code = 'SEAL_BROKEN'
}

export interface Sealer {
  /** Two seals of the same text differ. */
  seal(content: string): Buffer
  /**
   * The text that was sealed. Throws {@link SealError} where a byte was
   * changed or is missing, the key is another, or the version is unknown.
   */
  open(sealed: Buffer): string
}

/** A sealer with the keys of `master`, {@link KEY_BYTES} long. */
export function createSealer(
  master: Buffer,
  { hmacSm3, sm4Ctr } = primitives,
  random: (bytes: number) => Buffer = randomBytes,
): Sealer {
  if (master.length !== KEY_BYTES)
    throw new TypeError(`a master key has ${KEY_BYTES} bytes`)
  const derive = (label: string) => hmacSm3(master, Buffer.from(label))
  const cipherKey = derive('nationec seal 1 SM4').subarray(0, SM4_BYTES)
  const macKey = derive('nationec seal 1 HMAC-SM3')

  return {
    seal(content) {
      const counter = random(SM4_BYTES)
      const encrypted = sm4Ctr(cipherKey, counter, Buffer.from(content))
      const body = Buffer.concat([Buffer.of(VERSION), counter, encrypted])
      return Buffer.concat([body, hmacSm3(macKey, body)])
    },
    open(sealed) {
      const { body, counter, encrypted, mac } = split(sealed)
      if (!timingSafeEqual(mac, hmacSm3(macKey, body)))
        throw new SealError(text('seal.changed'))
      return sm4Ctr(cipherKey, counter, encrypted).toString()
    },
  }
}

function split(sealed: Buffer) {
  const bytes = sealed.length
  const version = sealed[0]
  if (version !== undefined && version !== VERSION)
    throw new SealError(text('seal.version', { version }))
  if (bytes < HEAD_BYTES + SM3_BYTES)
    throw new SealError(text('seal.short', { bytes }))
  const body = sealed.subarray(0, bytes - SM3_BYTES)
  return {
    body,
    counter: body.subarray(1, HEAD_BYTES),
    encrypted: body.subarray(HEAD_BYTES),
    mac: sealed.subarray(bytes - SM3_BYTES),
  }
}
