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

/** Of a port, which every command that has one takes from --port. */
const OF_PORTS: Record<string, TextKey> = {
  EACCES: 'cli.system.port-denied',
  EPERM: 'cli.system.port-denied',
  EADDRINUSE: 'cli.system.port-taken',
}

/** As Node throws it, with what it refuses. */
export interface SystemError extends NodeJS.ErrnoException {
  dest?: string
  address?: string
  /** -1 where what is listened at is no port. */
  port?: number
}

/** The sentence for `error`; undefined where the system did not throw it. */
export function systemSentence(error: unknown): string | undefined {
  if (!(error instanceof Error)) return
  const { code = '', syscall, port } = error as SystemError
  const isPort = syscall === 'listen' && port !== undefined && port >= 0
  const key = (isPort && OF_PORTS[code]) || SENTENCES[code]
  if (!key || !syscall) return
  return text(key, { what: refusedThing(error), code })
}

/** Of a link the new name; of a port its address; else the path. */
function refusedThing(error: SystemError): string {
  const { path, dest, address, port } = error
  const place = port !== undefined && port >= 0 ? `${address}:${port}` : address
  return dest ?? path ?? place ?? error.message
}
