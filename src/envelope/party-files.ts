/**
 * A party's keys, each in a file of its own.
 * @module
 */
import { readFileSync } from 'node:fs'
import { parsePrivateKey, parsePublicKey } from '../gm/keys.js'
import { readSecret } from '../secret-file.js'
import type { Party } from './agreement.js'

export interface PartyFiles {
  appId: string
  appSecretFile: string
  /** Of this side; empty or missing where SM3 signs. */
  privateKeyFile?: string
  /** Of the other side; empty or missing where SM3 signs. */
  publicKeyFile?: string
}

/**
 * Reads the files; keys are in any form that keys.ts knows. Throws
 * KeyFileError where others may read a secret, GmError where a key is none,
 * and the system's error where a file cannot be read.
 */
export function readParty(files: PartyFiles): Party {
  const { appId, appSecretFile, privateKeyFile, publicKeyFile } = files
  return {
    appId,
    appSecret: readSecret(appSecretFile),
    ...(privateKeyFile && {
      privateKey: parsePrivateKey(readSecret(privateKeyFile)),
    }),
    ...(publicKeyFile && {
      publicKey: parsePublicKey(readFileSync(publicKeyFile, 'utf8')),
    }),
  }
}
