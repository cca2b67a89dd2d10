/**
 * The parts of an XLSX file, which is a ZIP archive from who knows where.
 * @module
 */
import { promisify } from 'node:util'
import yauzl, { type Entry, type Options, type ZipFile } from 'yauzl'
import { SheetError } from './sheet-error.js'

/** All that one part may become once it is inflated. */
const PART_BYTES_MAX = 512 * 1024 * 1024
/** Sheets, styles, pictures: more than any of ours has. */
const PARTS_MAX = 1000

export interface XlsxArchive {
  /** Its text in pieces; nothing where there is none. */
  read(part: string): AsyncGenerator<string>
  /** In bytes, once inflated. */
  sizeOf(part: string): number
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
  return {
    read: part => readPart(zip, parts.get(part)),
    sizeOf: part => parts.get(part)?.uncompressedSize ?? 0,
    close: () => zip.close(),
  }
}

/** The library itself refuses a part that is longer than it says. */
async function* readPart(
  zip: ZipFile,
  entry: Entry | undefined,
): AsyncGenerator<string> {
  if (!entry) return
  if (entry.uncompressedSize > PART_BYTES_MAX)
    throw new SheetError('too-large', { megabytes: PART_BYTES_MAX >> 20 })
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error)
      else resolve(stream)
    })
  })
  stream.setEncoding('utf8')
  for await (const chunk of stream) yield String(chunk)
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
