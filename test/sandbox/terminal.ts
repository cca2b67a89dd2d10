/**
 * The terminal's side of a sandbox's keys.
 * @module
 */
import { readFileSync } from 'node:fs'
import type { Party, Style } from '../../src/envelope/agreement.js'
import { parsePrivateKey, parsePublicKey } from '../../src/gm/keys.js'
import type { SandboxKeys } from '../../src/sandbox/keys.js'

/** How a terminal usually seals. */
export const ENCRYPTED: Style = {
  form: 'encrypted',
  dialect: 'A',
  sign: 'SM2',
  version: '1',
}

export function terminalOf({ party, files }: SandboxKeys): Party {
  const read = (file: string) => readFileSync(file, 'utf8')
  return {
    appId: party.appId,
    appSecret: party.appSecret,
    privateKey: parsePrivateKey(read(files.private_key_file)),
    publicKey: parsePublicKey(read(files.public_key_file)),
  }
}
