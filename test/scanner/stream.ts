/**
 * Streams for decoders: pieces, splits, and what a decoder makes of them.
 * @module
 */
import type { Decoder, Framing, Heard } from '../../src/scanner/driver.js'

export const CODE = '4243754826492874240001130000'

/** As a plain device is declared where nothing is said. */
export const usual: Framing = {
  suffix: 'auto',
  prefix: Buffer.alloc(0),
  strip: 'none',
  idleGapMs: 50,
}

/** Pieces of text and bytes as one stream. */
export function stream(...pieces: (string | Buffer)[]): Buffer {
  return Buffer.concat(pieces.map(piece => Buffer.from(piece)))
}

/** Everything heard in `pieces`. */
export function hear(decoder: Decoder, ...pieces: Buffer[]): Heard[] {
  return pieces.flatMap(piece => decoder.push(piece))
}

/** The codes among what was heard, as text. */
export function reads(heard: Heard[]): string[] {
  return heard.flatMap(one =>
    one.kind === 'read' ? [one.bytes.toString('latin1')] : [],
  )
}

/** Every way to cut `bytes` in two. */
export function* splits(bytes: Buffer): Iterable<Buffer[]> {
  for (let at = 0; at <= bytes.length; at++) {
    yield [bytes.subarray(0, at), bytes.subarray(at)]
  }
}

/** `bytes` one by one. */
export function single(bytes: Buffer): Buffer[] {
  return [...bytes].map(byte => Buffer.from([byte]))
}

/** `bytes` cut into pieces of these lengths, and a rest. */
export function cut(bytes: Buffer, lengths: number[]): Buffer[] {
  const pieces: Buffer[] = []
  let at = 0
  for (const length of lengths) {
    pieces.push(bytes.subarray(at, at + length))
    at += length
  }
  return [...pieces, bytes.subarray(at)]
}
