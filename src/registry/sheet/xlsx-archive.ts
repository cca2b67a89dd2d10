/**
 * The parts of an XLSX file, which is a ZIP archive from who knows where.
 * @module
 */
import { promisify } from 'node:util'
import { crc32 } from 'node:zlib'
import yauzl, { type Entry, type Options, type ZipFile } from 'yauzl'
import { SheetError } from './sheet-error.js'

/** All that is read of one file once it is inflated. */
const INFLATED_BYTES_MAX = 512 * 1024 * 1024
/** Sheets, styles, pictures: more than any of ours has. */
const PARTS_MAX = 1000

export interface XlsxArchive {
  /**
   * Its text in pieces. `onProgress` is told which part of it is read, from 0
   * to 1. Throws where there is none, where it is damaged, and where all that
   * has been read of the file is more than any of ours has.
   */
  read(
    part: string,
    onProgress?: (part: number) => void,
  ): AsyncGenerator<string>
  close(): void
}

export async function openArchive(path: string): Promise<XlsxArchive> {
  const open = promisify<string, Options, ZipFile>(yauzl.open)
  const zip = await open(path, { lazyEntries: true, autoClose: false }).catch(
    (error: Error) => {
      throw new SheetError('not-xlsx', { reason: error.message })
    },
  )
  const parts = await entriesOf(zip).catch(error => {
    zip.close()
    throw error
  })
  let inflated = 0
  const count = (bytes: number) => {
    inflated += bytes
    if (inflated > INFLATED_BYTES_MAX) throw tooLarge()
  }
  return {
    read: async function* (part, onProgress = () => {}) {
      const entry = parts.get(part)
      if (!entry) throw new SheetError('not-xlsx', { reason: part })
      let seen = 0
      yield* readEntry(zip, entry, bytes => {
        count(bytes)
        seen += bytes
        onProgress(seen / entry.uncompressedSize)
      })
    },
    close: () => zip.close(),
  }
}

/** The library itself refuses a part that is longer than it says. */
async function* readEntry(
  zip: ZipFile,
  entry: Entry,
  count: (bytes: number) => void,
): AsyncGenerator<string> {
  if (entry.uncompressedSize > INFLATED_BYTES_MAX) throw tooLarge()
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error)
      else resolve(stream)
    })
  })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let sum = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    count(chunk.length)
    sum = crc32(chunk, sum)
    yield decoder.decode(chunk, { stream: true })
  }
  if (sum !== entry.crc32)
    throw new SheetError('not-xlsx', { reason: `CRC-32: ${entry.fileName}` })
}

function tooLarge(): SheetError {
  return new SheetError('inflates', { megabytes: INFLATED_BYTES_MAX >> 20 })
}

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const parts = new Map<string, Entry>()
    zip.on('entry', (entry: Entry) => {
      parts.set(entry.fileName, entry)
      if (parts.size > PARTS_MAX)
        reject(new SheetError('not-xlsx', { reason: String(PARTS_MAX) }))
      else zip.readEntry()
    })
    zip.on('end', () => resolve(parts))
    zip.on('error', reject)
    zip.readEntry()
  })
}
