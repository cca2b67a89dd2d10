/**
 * SM4 (GB/T 32907) as protocols use it: ECB, or CBC (GB/T 17964) with an
 * initial vector, padded. Nothing here notices a changed byte: what we store
 * ourselves is sealed (seal.ts), what we receive is signed.
 * @module
 */
import { GmError } from './gm-error.js'
import { primitives, SM4_BYTES } from './primitives.js'

export interface Sm4Options {
  /** 16 bytes: CBC. Without it ECB. */
  iv?: Buffer
  /**
   * PKCS7 (the default) fills the last block so that the end is found again;
   * with 'none' the data are whole blocks, as with zero-byte padding, where
   * the caller appends and removes the zeros.
   */
  padding?: 'pkcs7' | 'none'
}

/**
 * Encrypts with a key of 16 bytes. Throws {@link GmError}: GM_KEY where the
 * key or the vector has another size, GM_CIPHERTEXT where blocks are not whole
 * and padding is 'none'.
 */
export function sm4Encrypt(
  key: Buffer,
  data: Buffer,
  { iv, padding = 'pkcs7' }: Sm4Options = {},
  { sm4Blocks } = primitives,
): Buffer {
  checkSizes(key, iv)
  const blocks = padding === 'pkcs7' ? pad(data) : data
  checkWhole(blocks)
  return sm4Blocks('encrypt', key, blocks, iv)
}

/**
 * What was encrypted. Throws as {@link sm4Encrypt}, and GM_CIPHERTEXT where
 * the padding is not that of PKCS7: another key, or a changed or cut text.
 */
export function sm4Decrypt(
  key: Buffer,
  encrypted: Buffer,
  { iv, padding = 'pkcs7' }: Sm4Options = {},
  { sm4Blocks } = primitives,
): Buffer {
  checkSizes(key, iv)
  checkWhole(encrypted)
  const blocks = sm4Blocks('decrypt', key, encrypted, iv)
  return padding === 'pkcs7' ? unpad(blocks) : blocks
}

/** RFC 5652, 6.3. */
function pad(data: Buffer): Buffer {
  const count = SM4_BYTES - (data.length % SM4_BYTES)
  return Buffer.concat([data, Buffer.alloc(count, count)])
}

function unpad(blocks: Buffer): Buffer {
  const count = blocks.at(-1) ?? 0
  const end = blocks.length - count
  const padded = count >= 1 && count <= SM4_BYTES
  if (padded && blocks.subarray(end).every(byte => byte === count))
    return blocks.subarray(0, end)
  throw new GmError('GM_CIPHERTEXT', 'gm.sm4.padding')
}

function checkSizes(key: Buffer, iv: Buffer | undefined): void {
  if (key.length !== SM4_BYTES)
    throw new GmError('GM_KEY', 'gm.sm4.key', { bytes: key.length })
  if (iv && iv.length !== SM4_BYTES)
    throw new GmError('GM_KEY', 'gm.sm4.iv', { bytes: iv.length })
}

function checkWhole(blocks: Buffer): void {
  if (blocks.length % SM4_BYTES !== 0)
    throw new GmError('GM_CIPHERTEXT', 'gm.sm4.blocks', {
      bytes: blocks.length,
    })
}
