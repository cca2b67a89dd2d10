/**
 * A master key in a file of its own.
 * @module
 */
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { text } from '../texts/index.js'
import { KEY_BYTES } from './seal.js'

/** Any right of the group or of others. */
const NOT_OURS = 0o077

/** The key file cannot be used; the message has the cure. */
export class KeyFileError extends Error {
  override name = 'KeyFileError'
  readonly code = 'KEY_FILE_UNUSABLE'
}

/**
 * The 32 bytes in the file at `path`. Throws {@link KeyFileError} where others
 * may read it (except on Windows, where the mode says nothing) or its length
 * is wrong, and the system's error (ENOENT…) where it cannot be opened.
 */
export function loadKey(path: string, platform = process.platform): Buffer {
  const file = openSync(path, 'r')
  try {
    const mode = fstatSync(file).mode & 0o777
    if (platform !== 'win32' && mode & NOT_OURS)
      throw new KeyFileError(text('key.open', { path, mode: octal(mode) }))
    const key = readFileSync(file)
    if (key.length === KEY_BYTES) return key
    throw new KeyFileError(text('key.length', { path, bytes: key.length }))
  } finally {
    closeSync(file)
  }
}

/**
 * {@link loadKey}; where there is no file, makes one with a random key and
 * mode 0600. Of two processes that make it at once, both get the same key.
 */
export function loadOrCreateKey(path: string): Buffer {
  try {
    return loadKey(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  createKey(path)
  return loadKey(path)
}

/** Written whole beside `path` first, so that a crash leaves no half key. */
function createKey(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${process.pid}`
  const file = openSync(draft, 'w', 0o600)
  try {
    writeFileSync(file, randomBytes(KEY_BYTES))
    fsyncSync(file)
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    closeSync(file)
    unlinkSync(draft)
  }
}

function octal(mode: number): string {
  return mode.toString(8).padStart(4, '0')
}
