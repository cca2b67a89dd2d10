/**
 * Reads the first sheet of an XLSX file as it streams by. A formula is named
 * instead of taking the value that some program once computed for it.
 * @module
 */
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { text } from '../../texts/index.js'
import type { SheetRow } from './sheet.js'
import { SheetError } from './sheet-error.js'
import { openArchive, type XlsxArchive } from './xlsx-archive.js'

/** All words of a sheet, which are kept beside its rows. */
const SHARED_CHARACTERS_MAX = 64 * 1024 * 1024

/** A cell of table 1 has less; a row has ten of them. */
const CELL_CHARACTERS_MAX = 1000
const COLUMNS_MAX = 100

/** The rows of the first sheet in the file at `path`. */
export async function* readXlsx(
  path: string,
  onProgress: (part: number) => void,
): AsyncGenerator<SheetRow> {
  const archive = await openArchive(path)
  try {
    const shared = await sharedStrings(archive)
    const sheet = await firstSheet(archive)
    const size = archive.sizeOf(sheet)
    const reader = new RowReader(shared)
    let seen = 0
    for await (const chunk of archive.read(sheet)) {
      seen += chunk.length
      onProgress(size > 0 ? seen / size : 1)
      yield* reader.read(chunk)
    }
  } catch (error) {
    if (error instanceof SheetError) throw error
    const reason = error instanceof Error ? error.message : ''
    throw new SheetError('not-xlsx', { reason: reason.slice(0, 80) })
  } finally {
    archive.close()
  }
}

/** The name of the part that the workbook lists first. */
async function firstSheet(archive: XlsxArchive): Promise<string> {
  let id: string | undefined
  await parseAll(archive, 'xl/workbook.xml', ({ name, attributes }) => {
    if (local(name) === 'sheet') id ??= attributes['r:id']
    if (/^(1|true)$/.test(attributes.date1904 ?? ''))
      throw new SheetError('not-xlsx', { reason: 'date1904' })
  })
  let target: string | undefined
  await parseAll(archive, 'xl/_rels/workbook.xml.rels', tag => {
    const { Id, Target } = tag.attributes
    if (local(tag.name) === 'Relationship' && Id === id) target = Target
  })
  if (target === undefined)
    throw new SheetError('not-xlsx', { reason: 'sheet' })
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

async function sharedStrings(archive: XlsxArchive): Promise<string[]> {
  const strings: string[] = []
  let characters = 0
  let current = ''
  let inText = false
  let phonetic = false
  const close = (name: string) => {
    if (name === 't') inText = false
    if (name === 'rPh') phonetic = false
    if (name === 'si') {
      characters += current.length
      if (characters > SHARED_CHARACTERS_MAX)
        throw new SheetError('too-large', {
          megabytes: SHARED_CHARACTERS_MAX >> 20,
        })
      strings.push(current)
      current = ''
    }
  }
  await parseAll(
    archive,
    'xl/sharedStrings.xml',
    ({ name }) => {
      if (local(name) === 't') inText = true
      if (local(name) === 'rPh') phonetic = true
    },
    close,
    text => {
      if (inText && !phonetic) current += text
    },
  )
  return strings
}

/** Nothing is read where there is no such part. */
async function parseAll(
  archive: XlsxArchive,
  part: string,
  onOpen: (tag: SaxesTagPlain) => void,
  onClose: (name: string) => void = () => {},
  onText: (text: string) => void = () => {},
): Promise<void> {
  const parser = new SaxesParser()
  parser.on('opentag', onOpen)
  parser.on('closetag', ({ name }) => onClose(local(name)))
  parser.on('text', onText)
  parser.on('error', error => {
    throw error
  })
  for await (const chunk of archive.read(part)) parser.write(chunk)
}

/** Takes <row> and <c> elements out of a sheet's XML. */
class RowReader {
  readonly #shared: string[]
  readonly #parser = new SaxesParser()
  #rows: SheetRow[] = []
  #row: SheetRow = { row: 0, cells: [], problems: [] }
  #column = -1
  #type = ''
  #value = ''
  #inValue = false

  constructor(shared: string[]) {
    this.#shared = shared
    this.#parser.on('opentag', tag => this.#open(tag))
    this.#parser.on('closetag', ({ name }) => this.#close(local(name)))
    this.#parser.on('text', text => {
      if (this.#inValue && this.#value.length <= CELL_CHARACTERS_MAX)
        this.#value += text
    })
    this.#parser.on('error', error => {
      throw error
    })
  }

  /** The rows that are whole once `chunk` is read. */
  read(chunk: string): SheetRow[] {
    this.#parser.write(chunk)
    return this.#rows.splice(0)
  }

  #open({ name, attributes }: SaxesTagPlain): void {
    switch (local(name)) {
      case 'row': {
        const row = Number(attributes.r) || this.#row.row + 1
        this.#row = { row, cells: [], problems: [] }
        this.#column = -1
        return
      }
      case 'c':
        this.#column = columnOf(attributes.r) ?? this.#column + 1
        this.#type = attributes.t ?? 'n'
        this.#value = ''
        return
      case 'f':
        this.#complain('formula')
        return
      case 'v':
      case 't':
        this.#inValue = true
    }
  }

  #close(name: string): void {
    if (name === 'v' || name === 't') this.#inValue = false
    if (name === 'c') this.#endCell()
    if (name === 'row') this.#rows.push(this.#row)
  }

  #endCell(): void {
    const shared = this.#type === 's'
    const value = shared ? this.#shared[Number(this.#value)] : this.#value
    if (this.#column >= COLUMNS_MAX) {
      if (value) this.#complain('too-many-cells')
      return
    }
    const { cells } = this.#row
    while (cells.length < this.#column) cells.push('')
    cells[this.#column] = (value ?? '').slice(0, CELL_CHARACTERS_MAX)
  }

  #complain(fault: 'formula' | 'too-many-cells'): void {
    const { row, problems } = this.#row
    const column = this.#column + 1
    const sentence = text(`sheet.${fault}-at`, { column })
    if (problems.length < COLUMNS_MAX)
      problems.push({ row, field: '', sentence })
  }
}

/** 0 for A1, 26 for AA1. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (!letters) return undefined
  const number = [...letters].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  )
  return number - 1
}

/** Some programs write a prefix: x:row. */
function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
