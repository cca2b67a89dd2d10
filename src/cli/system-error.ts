/**
 * What the system refuses, as a sentence with its cure: Node's own words name
 * neither, and stand in one language.
 * @module
 */
import { type TextKey, text } from '../texts/index.js'

/** Of the file or address that the system would not give. */
const SENTENCES: Record<string, TextKey> = {
  EACCES: 'cli.system.denied',
  EPERM: 'cli.system.denied',
  EROFS: 'cli.system.read-only',
  ENOENT: 'cli.system.missing',
  ENOTDIR: 'cli.system.missing',
  EISDIR: 'cli.system.folder',
  EEXIST: 'cli.system.there',
  ENOSPC: 'cli.system.full',
  EADDRINUSE: 'cli.system.taken',
}

/** The sentence for `error`; undefined where the system did not throw it. */
export function systemSentence(error: unknown): string | undefined {
  if (!(error instanceof Error)) return
  const { code = '', syscall } = error as NodeJS.ErrnoException
  const key = SENTENCES[code]
  if (!key || !syscall) return
  return text(key, { what: refusedThing(error), code })
}

/** Of a link the new name; of a port its address; else the path. */
function refusedThing(error: NodeJS.ErrnoException): string {
  const { path, dest, address, port } = error as NodeJS.ErrnoException & {
    dest?: string
    address?: string
    port?: number
  }
  const place = port !== undefined && port >= 0 ? `${address}:${port}` : address
  return dest ?? path ?? place ?? error.message
}
