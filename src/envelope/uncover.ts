/**
 * Hidden data made readable, also where they were hidden in another way than
 * the rule says.
 * @module
 */
import type { Form, Party } from './agreement.js'
import { EnvelopeError } from './envelope-error.js'
import { type JsonObject, parseObject } from './json.js'
import { decryptText, deriveKey } from './key.js'
import { decrypted, hiddenData } from './open.js'

/**
 * The key was cut from hex in lower case; or it is appSecret itself, its first
 * 16 characters or its bytes.
 */
export type HiddenAs = 'key-lower-case' | 'key-is-secret'

export interface Uncovered {
  envelope: JsonObject
  form: Form
  /** Set where it was not done as the rule says. */
  hidden?: HiddenAs
}

/** `body` with readable data. Throws EnvelopeError `cipher` or `data`. */
export function uncover(body: JsonObject, party: Party): Uncovered {
  try {
    return decrypted(body, party)
  } catch (error) {
    if (!(error instanceof EnvelopeError)) throw error
    const found = tryKeys(hiddenData(body) ?? '', party)
    if (!found) throw error
    const { data, hidden } = found
    return { envelope: { ...body, data }, form: 'encrypted', hidden }
  }
}

function tryKeys(encData: string, { appId, appSecret }: Party) {
  const keys: [HiddenAs, () => string][] = [
    ['key-lower-case', () => deriveKey(appId, appSecret).key.toLowerCase()],
    ['key-is-secret', () => appSecret.slice(0, 16)],
  ]
  for (const [hidden, key] of keys) {
    const data = readableWith(encData, key)
    if (data) return { hidden, data }
  }
  return undefined
}

function readableWith(encData: string, key: () => string) {
  try {
    return parseObject(decryptText(encData, key()))
  } catch {
    return undefined
  }
}
