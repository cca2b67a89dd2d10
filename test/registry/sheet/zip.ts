/**
 * A ZIP archive made by hand, so that it may also be a bad one.
 * @module
 */
import { crc32 } from 'node:zlib'

const STORED = 0
const DEFLATED = 8

/**
 * With `files` by their names, stored as they are. With `size`, each claims
 * to become so many bytes once it is inflated.
 */
export function zipOf(files: Record<string, string>, size?: number): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(size === undefined ? STORED : DEFLATED, 4)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(content.length, 14)
    common.writeUInt32LE(size ?? content.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = [Buffer.from('504b0304', 'hex'), common, Buffer.from(name)]
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    const start = Buffer.from('504b01021400', 'hex')
    directory.push(start, common, tail, Buffer.from(name))
    const whole = Buffer.concat([...local, content])
    parts.push(whole)
    offset += whole.length
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
