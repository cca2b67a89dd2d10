/**
 * XML from who knows where, as it streams by: nothing in it can make the
 * reader remember ever more.
 * @module
 */
import { SaxesParser } from 'saxes'

/** A sheet's tags stand nine deep. */
const DEPTH_MAX = 100

/**
 * Characters without a tag or a text that has ended: a cell of Excel has no
 * more than 32 767.
 */
const SILENCE_MAX = 1024 * 1024

export interface XmlEvents {
  /** A name is without its prefix: some programs write x:row. */
  open?(name: string, attributes: Record<string, string>): void
  close?(name: string): void
  text?(text: string): void
}

export interface XmlReader {
  /** Throws where it is no XML, too deep, or one thing without end. */
  write(chunk: string): void
  /** Throws where it ends too soon. */
  close(): void
}

export function createXmlReader(events: XmlEvents): XmlReader {
  const parser = new SaxesParser()
  let depth = 0
  let silent = 0
  parser.on('opentag', ({ name, attributes }) => {
    silent = 0
    depth += 1
    if (depth > DEPTH_MAX) throw new Error(`> ${DEPTH_MAX} levels`)
    events.open?.(local(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    silent = 0
    depth -= 1
    events.close?.(local(name))
  })
  parser.on('text', text => {
    silent = 0
    events.text?.(text)
  })
  parser.on('error', error => {
    throw error
  })
  return {
    write: chunk => {
      parser.write(chunk)
      silent += chunk.length
      if (silent > SILENCE_MAX) throw new Error(`> ${SILENCE_MAX} characters`)
    },
    close: () => void parser.close(),
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
