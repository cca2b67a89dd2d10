/**
 * The keys of the sandbox and of the one application that it knows, made once
 * and kept in its folder, each in a file that a configuration can name.
 * @module
 */
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Party } from '../envelope/agreement.js'
import { writePrivateKey, writePublicKey } from '../gm/key-write.js'
import { generateKey, parsePrivateKey, parsePublicKey } from '../gm/keys.js'
import { readSecret, writeSecret } from '../secret-file.js'
import type { Random } from './platform.js'

/** As long as those that platforms give out: 32 hex characters. */
const APP_BYTES = 16

export interface SandboxKeys {
  /** The sandbox's side: its private key, the terminal's public key. */
  party: Party
  /** For a terminal; names are those of a platform in nationec.toml. */
  files: {
    app_secret_file: string
    private_key_file: string
    public_key_file: string
  }
}

/**
 * The keys in `folder`, which are made by `random` where they are missing.
 * Throws KeyFileError where others may read a secret one.
 */
export function loadKeys(
  folder: string,
  random: Random = randomBytes,
): SandboxKeys {
  const path = (name: string) => join(folder, name)
  const hex = () => random(APP_BYTES).toString('hex').toUpperCase()
  const secret = path('app-secret')
  const appSecret = keptSecret(secret, hex)
  const terminal = loadPair(path('terminal'), random)
  const platform = loadPair(path('platform'), random)
  return {
    party: {
      appId: keptSecret(path('app-id'), hex),
      appSecret,
      privateKey: platform.key,
      publicKey: terminal.publicKey,
    },
    files: {
      app_secret_file: secret,
      private_key_file: terminal.privateFile,
      public_key_file: platform.publicFile,
    },
  }
}

/** Whoever has a pair of his own puts its public key into the file `.pub`. */
function loadPair(path: string, random: Random) {
  const [privateFile, publicFile] = [`${path}.key`, `${path}.pub`]
  const made = () => writePrivateKey(generateKey(random), 'pem')
  const key = parsePrivateKey(keptSecret(privateFile, made))
  unlessThere(() => {
    writeFileSync(publicFile, writePublicKey(key, 'pem'), { flag: 'wx' })
  })
  const publicKey = parsePublicKey(readFileSync(publicFile, 'utf8'))
  return { key, publicKey, privateFile, publicFile }
}

function keptSecret(path: string, make: () => string): string {
  unlessThere(() => writeSecret(path, make()))
  return readSecret(path)
}

/** Of two that start at once, both take what the first has written. */
function unlessThere(write: () => void): void {
  try {
    write()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
