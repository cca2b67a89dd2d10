/**
 * Which sheets an XLSX file has, and the words that they share.
 * @module
 */
import { SheetError } from './sheet-error.js'
import type { XlsxArchive } from './xlsx-archive.js'
import { CELL_CHARACTERS_MAX } from './xlsx-rows.js'
import { createXmlReader, type XmlEvents } from './xml.js'

/** All words of a sheet, which are kept beside its rows. */
const SHARED_CHARACTERS_MAX = 64 * 1024 * 1024
/** The cells of the largest sheet that is taken, each with a word of its own. */
const SHARED_WORDS_MAX = 2_100_000

export interface Workbook {
  /** In the order of their tabs. */
  sheets: { name: string; part: string }[]
  /** What is meant by the cells that have a number for a word. */
  shared: string[]
}

export async function readWorkbook(archive: XlsxArchive): Promise<Workbook> {
  const listed: { name: string; id: string | undefined }[] = []
  await parseAll(archive, 'xl/workbook.xml', {
    open: (tag, attributes) => {
      const { name = '', date1904 = '' } = attributes
      if (tag === 'sheet') listed.push({ name, id: attributes['r:id'] })
      if (/^(1|true)$/.test(date1904)) throw new SheetError('date-1904')
    },
  })
  const parts = new Map<string | undefined, string>()
  let sharedPart: string | undefined
  await parseAll(archive, 'xl/_rels/workbook.xml.rels', {
    open: (tag, { Id, Type = '', Target = '' }) => {
      if (tag !== 'Relationship') return
      const part = Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`
      parts.set(Id, part)
      if (Type.endsWith('/sharedStrings')) sharedPart = part
    },
  })
  const sheets = listed.flatMap(({ name, id }) => {
    const part = parts.get(id)
    return part === undefined ? [] : [{ name, part }]
  })
  if (sheets.length === 0) throw new SheetError('not-xlsx', { reason: 'sheet' })
  const shared = sharedPart ? await sharedWords(archive, sharedPart) : []
  return { sheets, shared }
}

async function sharedWords(
  archive: XlsxArchive,
  part: string,
): Promise<string[]> {
  const words: string[] = []
  let characters = 0
  let word = ''
  let inText = false
  /** How the word is spoken, which Japanese and some Chinese sheets add. */
  let phonetic = false
  await parseAll(archive, part, {
    open: tag => {
      if (tag === 't') inText = true
      if (tag === 'rPh') phonetic = true
    },
    close: tag => {
      if (tag === 't') inText = false
      if (tag === 'rPh') phonetic = false
      if (tag !== 'si') return
      characters += word.length
      if (characters > SHARED_CHARACTERS_MAX || words.length > SHARED_WORDS_MAX)
        throw new SheetError('inflates', {
          megabytes: SHARED_CHARACTERS_MAX >> 20,
        })
      words.push(word)
      word = ''
    },
    text: text => {
      if (inText && !phonetic && word.length <= CELL_CHARACTERS_MAX)
        word += text
    },
  })
  return words
}

async function parseAll(
  archive: XlsxArchive,
  part: string,
  events: XmlEvents,
): Promise<void> {
  const reader = createXmlReader(events)
  for await (const chunk of archive.read(part)) reader.write(chunk)
  reader.close()
}
