/**
 * How a signature of SM2 is written: r and s, each a number from 1 to n - 1
 * (GB/T 32918.2, 6.1), side by side or as DER (GB/T 35276, 7.3).
 * @module
 */
import { bytesOf, CURVE, NUMBER_BYTES } from './curve.js'
import {
  readSequence,
  TAG,
  unsignedOf,
  writeDer,
  writeUnsigned,
} from './der.js'
import { GmError } from './gm-error.js'

/** Bytes of r‖s. */
export const RAW_SIGNATURE_BYTES = 2 * NUMBER_BYTES

export interface Signature {
  /** How it was written. */
  form: 'raw' | 'DER'
  /** r‖s, 64 bytes. */
  raw: Buffer
}

/**
 * Reads either form; which one is told by the length: 64 bytes are raw. Throws
 * {@link GmError}: GM_DER where it is neither, GM_SIGNATURE where r or s is
 * zero or not less than n.
 */
export function readSignature(bytes: Buffer): Signature {
  const form = bytes.length === RAW_SIGNATURE_BYTES ? 'raw' : 'DER'
  const raw = form === 'raw' ? bytes : rawOfDer(bytes)
  checkNumber('r', raw.subarray(0, NUMBER_BYTES))
  checkNumber('s', raw.subarray(NUMBER_BYTES))
  return { form, raw }
}

/** SEQUENCE {INTEGER r, INTEGER s} of 64 raw bytes. */
export function signatureToDer(raw: Buffer): Buffer {
  return writeDer(
    TAG.SEQUENCE,
    writeUnsigned(raw.subarray(0, NUMBER_BYTES)),
    writeUnsigned(raw.subarray(NUMBER_BYTES)),
  )
}

function rawOfDer(der: Buffer): Buffer {
  const [r, s, ...more] = readSequence(der)
  if (more.length > 0) throw new GmError('GM_DER', 'gm.der.sequence')
  return Buffer.concat([
    unsignedOf(r, NUMBER_BYTES),
    unsignedOf(s, NUMBER_BYTES),
  ])
}

const ZERO = bytesOf(0n)
const N = bytesOf(CURVE.n)

function checkNumber(name: string, bytes: Buffer): void {
  if (bytes.compare(ZERO) <= 0 || bytes.compare(N) >= 0)
    throw new GmError('GM_SIGNATURE', 'gm.signature.range', { name })
}
