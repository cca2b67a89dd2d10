/**
 * A ZIP archive made by hand, so that it may also be a bad one.
 * @module
 */
import { constants, crc32, deflateRawSync } from 'node:zlib'

const STORED = 0
const DEFLATED = 8

/** What is in an archive, and what is said of it. */
export interface Packed {
  bytes: Buffer
  method: typeof STORED | typeof DEFLATED
  /** Once inflated. */
  size: number
  crc: number
}

/** With `files` by their names; a text is stored as it is. */
export function zipOf(files: Record<string, string | Packed>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const packed = typeof content === 'string' ? stored(content) : content
    const { bytes, method, size, crc } = packed
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(method, 4)
    common.writeUInt32LE(crc, 10)
    common.writeUInt32LE(bytes.length, 14)
    common.writeUInt32LE(size, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = [Buffer.from('504b0304', 'hex'), common, Buffer.from(name)]
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    const start = Buffer.from('504b01021400', 'hex')
    directory.push(start, common, tail, Buffer.from(name))
    const whole = [...local, bytes]
    parts.push(...whole)
    for (const { length } of whole) offset += length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('504b0506', 'hex')
  const count = Object.keys(files).length
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, listed, end])
}

function stored(text: string): Packed {
  const bytes = Buffer.from(text)
  return { bytes, method: STORED, size: bytes.length, crc: crc32(bytes) }
}

/** Deflated piece by piece, so that all of it is never there at once. */
export function deflated(pieces: Iterable<string | Buffer>): Packed {
  const packed: Buffer[] = []
  let size = 0
  let crc = 0
  for (const piece of pieces) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    size += bytes.length
    crc = crc32(bytes, crc)
    packed.push(unfinished(bytes))
  }
  packed.push(deflateRawSync(''))
  return { bytes: Buffer.concat(packed), method: DEFLATED, size, crc }
}

/**
 * A bomb: `piece` so many times between `head` and `tail`, in a thousandth of
 * the room. Its checksum is wrong.
 */
export function bomb(
  head: string,
  piece: string,
  times: number,
  tail: string,
): Packed {
  const pieces = Math.ceil(2 ** 20 / piece.length)
  const packed = unfinished(Buffer.from(piece.repeat(pieces)))
  const megabytes = Math.ceil(times / pieces)
  return {
    bytes: Buffer.concat([
      unfinished(Buffer.from(head)),
      ...Array<Buffer>(megabytes).fill(packed),
      deflateRawSync(tail),
    ]),
    method: DEFLATED,
    size: head.length + megabytes * pieces * piece.length + tail.length,
    crc: 0,
  }
}

/** So that another may follow it. */
function unfinished(bytes: Buffer): Buffer {
  return deflateRawSync(bytes, {
    level: 1,
    finishFlush: constants.Z_FULL_FLUSH,
  })
}
