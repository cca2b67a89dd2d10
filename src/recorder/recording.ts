/**
 * A recording's file: written so that a crash keeps what was recorded, and
 * read so that a line it cut short does no harm.
 * @module
 */
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs'
import { text } from '../texts/index.js'
import { type Exchange, exchange, header, RECORDING_VERSION } from './format.js'

export interface RecordingFile {
  /** Is on the disk when it returns. Throws the system's error. */
  append(exchange: Exchange): void
  close(): void
}

/**
 * Makes the file `path`, which nobody else may read. Throws EEXIST where there
 * is one: a recording is never written over.
 */
export function createRecording(
  path: string,
  startedAt = new Date(),
): RecordingFile {
  const file = openSync(path, 'wx', 0o600)
  const write = (line: object) => {
    writeSync(file, `${JSON.stringify(line)}\n`)
    fsyncSync(file)
  }
  write({
    format: 'nationec-recording',
    version: RECORDING_VERSION,
    startedAt: startedAt.toISOString(),
  })
  return { append: write, close: () => closeSync(file) }
}

export interface Recording {
  exchanges: Exchange[]
  /** Whether the last line was cut short, as by a crash. */
  cut: boolean
}

/**
 * Reads the file `path`. Throws the system's error, or one that says which
 * line is at fault.
 */
export function readRecording(path: string): Recording {
  const [first = '', ...lines] = readFileSync(path, 'utf8').split('\n')
  const known = header.safeParse(parse(first))
  if (!known.success) throw new Error(text('recorder.no-recording', { path }))
  const { version } = known.data
  if (version !== RECORDING_VERSION) {
    const facts = { path, version, known: RECORDING_VERSION }
    throw new Error(text('recorder.version', facts))
  }
  const last = lines.pop() ?? ''
  const exchanges = lines.map((line, at) => {
    const read = exchange.safeParse(parse(line))
    if (read.success) return read.data
    throw new Error(text('recorder.line', { path, line: at + 2 }))
  })
  return { exchanges, cut: last !== '' }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
