/**
 * How a ciphertext of SM2 is written: C1 is a point, C2 the hidden message, C3
 * the SM3 digest that guards it (GB/T 32918.4, 6.1).
 * @module
 */
import { isOnCurve, NUMBER_BYTES, POINT_BYTES, UNCOMPRESSED } from './curve.js'
import {
  contentOf,
  readSequence,
  TAG,
  unsignedOf,
  writeDer,
  writeUnsigned,
} from './der.js'
import { GmError } from './gm-error.js'
import { SM3_BYTES } from './primitives.js'

/**
 * C1C3C2 as GB/T 32918.4 has it, C1C2C3 as before it, DER as GB/T 35276, 7.2
 * has it. In the first two C1 begins with the 04 of the standard, which half
 * of the world leaves out: to write that, take the first byte away.
 */
export type CipherLayout = 'C1C3C2' | 'C1C2C3' | 'DER'

export interface CipherParts {
  /** x‖y, 64 bytes, a point of the curve. */
  c1: Buffer
  /** As long as the message, at least one byte. */
  c2: Buffer
  /** 32 bytes. */
  c3: Buffer
}

const C1_BYTES = POINT_BYTES - 1

/**
 * Takes `bytes` apart; in C1C3C2 and C1C2C3 the 04 may be there or not. Throws
 * {@link GmError}: GM_CIPHERTEXT where it is cut or C1 is not on the curve,
 * GM_DER where it is not DER but should be.
 */
export function readCiphertext(
  bytes: Buffer,
  layout: CipherLayout,
): CipherParts {
  const parts = layout === 'DER' ? partsOfDer(bytes) : split(bytes, layout)
  if (parts.c2.length === 0)
    throw new GmError('GM_CIPHERTEXT', 'gm.cipher.short', {
      bytes: bytes.length,
    })
  if (!isOnCurve(parts.c1)) throw new GmError('GM_CIPHERTEXT', 'gm.cipher.c1')
  return parts
}

/** Puts the parts together; with 04 in C1C3C2 and C1C2C3. */
export function writeCiphertext(
  { c1, c2, c3 }: CipherParts,
  layout: CipherLayout,
): Buffer {
  if (layout === 'DER')
    return writeDer(
      TAG.SEQUENCE,
      writeUnsigned(c1.subarray(0, NUMBER_BYTES)),
      writeUnsigned(c1.subarray(NUMBER_BYTES)),
      writeDer(TAG.OCTET_STRING, c3),
      writeDer(TAG.OCTET_STRING, c2),
    )
  const tail = layout === 'C1C3C2' ? [c3, c2] : [c2, c3]
  return Buffer.concat([Buffer.of(UNCOMPRESSED), c1, ...tail])
}

function split(bytes: Buffer, layout: 'C1C3C2' | 'C1C2C3'): CipherParts {
  const start = hasMarker(bytes) ? 1 : 0
  const c1 = bytes.subarray(start, start + C1_BYTES)
  const tail = bytes.subarray(start + C1_BYTES)
  if (tail.length <= SM3_BYTES)
    throw new GmError('GM_CIPHERTEXT', 'gm.cipher.short', {
      bytes: bytes.length,
    })
  const edge = layout === 'C1C3C2' ? SM3_BYTES : tail.length - SM3_BYTES
  const [front, back] = [tail.subarray(0, edge), tail.subarray(edge)]
  return layout === 'C1C3C2'
    ? { c1, c3: front, c2: back }
    : { c1, c2: front, c3: back }
}

/**
 * One x in 256 begins with 04 itself (the standard's own example does), and
 * the length of the message is not known: the marker is there when what
 * follows it is a point, which happens by chance never.
 */
function hasMarker(bytes: Buffer): boolean {
  return (
    bytes[0] === UNCOMPRESSED &&
    bytes.length >= POINT_BYTES &&
    isOnCurve(bytes.subarray(1, POINT_BYTES))
  )
}

function partsOfDer(der: Buffer): CipherParts {
  const [x, y, c3Value, c2Value, ...more] = readSequence(der)
  if (more.length > 0) throw new GmError('GM_DER', 'gm.der.sequence')
  const coordinates = [x, y].map(value => unsignedOf(value, NUMBER_BYTES))
  const c3 = contentOf(c3Value, TAG.OCTET_STRING)
  if (c3.length !== SM3_BYTES)
    throw new GmError('GM_CIPHERTEXT', 'gm.cipher.c3', { bytes: c3.length })
  const c2 = contentOf(c2Value, TAG.OCTET_STRING)
  return { c1: Buffer.concat(coordinates), c2, c3 }
}
