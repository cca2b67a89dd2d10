/**
 * Files that hold a secret as text: an appSecret, a private key.
 * @module
 */
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { KeyFileError } from './gm/key-file.js'
import { text } from './texts/index.js'

/** Any right of the group or of others. */
const NOT_OURS = 0o077

/**
 * The text in the file at `path`, without blanks around it. Throws
 * KeyFileError where others may read the file (except on Windows, where the
 * mode says nothing), and the system's error (ENOENT…) where it cannot be read.
 */
export function readSecret(path: string, platform = process.platform): string {
  const file = openSync(path, 'r')
  try {
    const mode = fstatSync(file).mode & 0o777
    if (platform !== 'win32' && mode & NOT_OURS) {
      const octal = mode.toString(8).padStart(4, '0')
      throw new KeyFileError(text('key.open', { path, mode: octal }))
    }
    return readFileSync(file, 'utf8').trim()
  } finally {
    closeSync(file)
  }
}

/**
 * Makes a file of mode 0600 at `path`, and the folders to it. Throws EEXIST
 * where there is one: a key that is overwritten is lost.
 */
export function writeSecret(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileSync(path, `${content.trimEnd()}\n`, { mode: 0o600, flag: 'wx' })
}
