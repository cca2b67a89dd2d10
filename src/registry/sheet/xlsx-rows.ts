/**
 * Takes rows out of the XML of a sheet. What a spreadsheet has made of a value
 * is named instead of being taken for the value: a formula, an error, a number
 * that has lost its digits.
 * @module
 */
import { type TextKey, type TextParameters, text } from '../../texts/index.js'
import type { SheetRow } from './sheet.js'
import { createXmlReader, type XmlReader } from './xml.js'

/** A cell of table 1 has less; a row has ten of them. */
export const CELL_CHARACTERS_MAX = 1000
const COLUMNS_MAX = 100

/** As many digits of a number as a spreadsheet keeps. */
const EXACT_DIGITS = 15
const EXACT_MAX = 10 ** EXACT_DIGITS

export class RowReader {
  readonly #shared: string[]
  readonly #xml: XmlReader
  #rows: SheetRow[] = []
  #row: SheetRow = { row: 0, cells: [], problems: [] }
  #column = -1
  #type = ''
  #value = ''
  #inValue = false
  #phonetic = false

  constructor(shared: string[]) {
    this.#shared = shared
    this.#xml = createXmlReader({
      open: (name, attributes) => this.#open(name, attributes),
      close: name => this.#close(name),
      text: text => {
        if (this.#inValue && this.#value.length <= CELL_CHARACTERS_MAX)
          this.#value += text
      },
    })
  }

  /** The rows that are whole once `chunk` is read. */
  read(chunk: string): SheetRow[] {
    this.#xml.write(chunk)
    return this.#rows.splice(0)
  }

  /** Throws where the sheet ends too soon. */
  close(): void {
    this.#xml.close()
  }

  #open(name: string, attributes: Record<string, string>): void {
    switch (name) {
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
        this.#complain('sheet.formula-at')
        return
      case 'rPh':
        this.#phonetic = true
        return
      case 'v':
      case 't':
        this.#inValue = !this.#phonetic
    }
  }

  #close(name: string): void {
    if (name === 'v' || name === 't') this.#inValue = false
    if (name === 'rPh') this.#phonetic = false
    if (name === 'c') this.#endCell()
    if (name === 'row') this.#rows.push(this.#row)
  }

  #endCell(): void {
    const value = this.#read()
    if (this.#column >= COLUMNS_MAX) {
      if (value) this.#complain('sheet.too-many-cells-at')
      return
    }
    const { cells } = this.#row
    while (cells.length < this.#column) cells.push('')
    cells[this.#column] = value.slice(0, CELL_CHARACTERS_MAX)
  }

  #read(): string {
    const value = this.#value
    switch (this.#type) {
      case 's':
        return unescaped(this.#shared[Number(value)] ?? '')
      case 'n':
        if (Math.abs(Number(value)) >= EXACT_MAX)
          this.#complain('sheet.rounded-at', { value })
        return plainNumber(value)
      case 'e':
        this.#complain('sheet.error-at', { value })
        return value
      case 'd':
        return value.slice(0, '2019-05-01'.length)
      default:
        return unescaped(value)
    }
  }

  #complain(key: TextKey, facts: TextParameters = {}): void {
    const { row, problems } = this.#row
    const sentence = text(key, { column: this.#column + 1, ...facts })
    if (problems.length < COLUMNS_MAX)
      problems.push({ row, field: '', sentence })
  }
}

/** As the spreadsheet shows it: 1.1 is kept as 1.1000000000000001. */
function plainNumber(value: string): string {
  const number = Number(value)
  if (value.trim() === '' || Number.isNaN(number)) return value
  return String(Number(number.toPrecision(EXACT_DIGITS)))
}

/** Excel writes a carriage return as _x000D_. */
function unescaped(value: string): string {
  return value.replace(/_x([0-9A-F]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
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
