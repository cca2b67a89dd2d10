/**
 * SM3 and SM4 (GB/T 32905, GB/T 32907), from Node's OpenSSL where it has
 * them, else from sm-crypto: Electron's BoringSSL has neither.
 * @module
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  getCiphers,
  getHashes,
  hash,
} from 'node:crypto'
import smCrypto from 'sm-crypto'

/** Bytes of an SM4 block, key and counter. */
export const SM4_BYTES = 16
/** Bytes of an SM3 digest. */
export const SM3_BYTES = 32

const SM4_MODES = ['sm4-ecb', 'sm4-cbc', 'sm4-ctr']

export interface Primitives {
  /** The digest of GB/T 32905, 32 bytes. */
  sm3(data: Buffer): Buffer
  /** HMAC-SM3, 32 bytes. */
  hmacSm3(key: Buffer, data: Buffer): Buffer
  /**
   * SM4 in counter mode, which both encrypts and decrypts. `counter` is the
   * first counter block; never use one twice with the same key.
   */
  sm4Ctr(key: Buffer, counter: Buffer, data: Buffer): Buffer
  /** SM4 of whole blocks: CBC with `iv`, ECB without. */
  sm4Blocks(
    direction: 'encrypt' | 'decrypt',
    key: Buffer,
    blocks: Buffer,
    iv?: Buffer,
  ): Buffer
}

export const nodePrimitives: Primitives = {
  sm3: data => hash('sm3', data, 'buffer'),
  hmacSm3: (key, data) => createHmac('sm3', key).update(data).digest(),
  sm4Ctr(key, counter, data) {
    const cipher = createCipheriv('sm4-ctr', key, counter)
    return Buffer.concat([cipher.update(data), cipher.final()])
  },
  sm4Blocks(direction, key, blocks, iv) {
    const create = direction === 'encrypt' ? createCipheriv : createDecipheriv
    const cipher = create(iv ? 'sm4-cbc' : 'sm4-ecb', key, iv ?? null)
    cipher.setAutoPadding(false)
    // Whole blocks come out at once: nothing is left for final().
    return cipher.update(blocks)
  },
}

export const scriptPrimitives: Primitives = {
  sm3: data => Buffer.from(smCrypto.sm3(data), 'hex'),
  hmacSm3: (key, data) =>
    Buffer.from(smCrypto.sm3(data, { key, mode: 'hmac' }), 'hex'),
  sm4Ctr(key, counter, data) {
    const counters = countersFrom(counter, Math.ceil(data.length / SM4_BYTES))
    const stream = smCrypto.sm4.encrypt([...counters], [...key], {
      padding: 'none',
      output: 'array',
    })
    return Buffer.from(data.map((byte, at) => byte ^ (stream[at] ?? 0)))
  },
  sm4Blocks(direction, key, blocks, iv) {
    const crypt = smCrypto.sm4[direction]
    return Buffer.from(
      crypt([...blocks], [...key], {
        padding: 'none',
        output: 'array',
        ...(iv && { mode: 'cbc', iv: [...iv] }),
      }),
    )
  },
}

/** Those of this runtime. */
export const primitives: Primitives =
  getHashes().includes('sm3') &&
  SM4_MODES.every(mode => getCiphers().includes(mode))
    ? nodePrimitives
    : scriptPrimitives

/** `count` blocks, each one more than the last as a big-endian number. */
function countersFrom(first: Buffer, count: number): Buffer {
  const start = BigInt(`0x${first.toString('hex')}`)
  const blocks = Array.from({ length: count }, (_, index) => {
    const value = BigInt.asUintN(SM4_BYTES * 8, start + BigInt(index))
    return value.toString(16).padStart(SM4_BYTES * 2, '0')
  })
  return Buffer.from(blocks.join(''), 'hex')
}
