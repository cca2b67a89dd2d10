/**
 * What people do in place of the rule, each as a change to an attempt that
 * keeps it. The commonest come first: where two explain a signature, the
 * first is named.
 * @module
 */
import type { Sm2PrivateKey } from '../gm/keys.js'
import type { Party } from './agreement.js'
import type { Attempt, Scheme } from './attempt.js'
import type { JsonObject } from './json.js'
import { DIALECTS, type Rules } from './rules.js'
import { cutKey, ownKey, signByteKey } from './wrong-keys.js'

/** What a variant may look at beside the attempt. */
export interface Facts {
  /** The envelope as it came, data not decrypted. */
  received: JsonObject
  party: Party
  /** Of who signed, where the technician has it. */
  signerKey?: Sm2PrivateKey | undefined
}

export interface Variant {
  name: VariantName
  /** What it changes. */
  kind: 'text' | 'user' | 'signature' | 'key' | 'scheme'
  /** Each way to do it; none where it does not apply. */
  change(attempt: Attempt, facts: Facts): Attempt[]
}

export type VariantName =
  | 'other-dialect'
  | 'no-secret'
  | 'signed-encrypted'
  | 'unsorted'
  | 'data-unsorted'
  | 'empties-kept'
  | 'blanks'
  | 'escaped'
  | 'extra-signed'
  | 'no-app-id'
  | 'user-id-secret'
  | 'user-id-empty'
  | 'user-id-app'
  | 'hex-signature'
  | 'swapped'
  | 'reversed'
  | 'key-sign-byte'
  | 'key-cut'
  | 'own-key'
  | 'no-z'
  | 'no-hash'
  | 'hashed-twice'
  | 'digest'

/** Every variant, texts first, then the commonest. */
export const VARIANTS: readonly Variant[] = [
  text('other-dialect', attempt => {
    const { A, B } = DIALECTS
    return { rules: attempt.rules.idMember === A.idMember ? B : A }
  }),
  text('no-secret', () => ({ appSecret: undefined })),
  text('signed-encrypted', ({ rules }, { received }) => ({
    envelope: { ...received, data: received.encData ? '' : received.data },
    rules: without(rules, 'encData'),
  })),
  text('data-unsorted', ({ rules }) => ({
    rules: { ...rules, sort: 'members' },
  })),
  text('unsorted', ({ rules }) => ({ rules: { ...rules, sort: 'none' } })),
  text('empties-kept', ({ rules }) => ({ rules: { ...rules, prune: 'none' } })),
  text('escaped', ({ rules }) => ({ rules: { ...rules, escape: true } })),
  text('blanks', ({ rules }) => ({ rules: { ...rules, gap: ' ' } })),
  text('extra-signed', ({ rules }) => ({ rules: without(rules, 'extra') })),
  text('no-app-id', ({ rules }) => ({
    rules: { ...rules, unsigned: [...rules.unsigned, 'appId', 'appCode'] },
  })),
  user('user-id-secret', ({ appSecret }) => appSecret),
  user('user-id-empty', () => ''),
  user('user-id-app', ({ appId }) => appId),
  signature('hex-signature', (_, signData) =>
    /^([0-9a-f]{2})+$/i.test(signData) ? [Buffer.from(signData, 'hex')] : [],
  ),
  signature('swapped', bytes => [
    Buffer.concat([bytes.subarray(32), bytes.subarray(0, 32)]),
  ]),
  signature('reversed', bytes => [
    Buffer.concat([
      Buffer.from(bytes.subarray(0, 32)).reverse(),
      Buffer.from(bytes.subarray(32)).reverse(),
    ]),
    Buffer.from(bytes).reverse(),
  ]),
  key(
    'key-sign-byte',
    ({ party }) => party.publicKey && signByteKey(party.publicKey),
  ),
  key('key-cut', ({ signerKey }) => signerKey && cutKey(signerKey)),
  key('own-key', ({ party, signerKey }) => ownKey(party, signerKey)),
  scheme('hashed-twice'),
  scheme('no-z'),
  scheme('no-hash'),
  {
    name: 'digest',
    kind: 'scheme',
    change: (attempt, { received }) => {
      const signature = Buffer.from(String(received.signData), 'hex')
      return [{ ...attempt, scheme: 'digest', signature }]
    },
  },
]

function text(
  name: VariantName,
  change: (attempt: Attempt, facts: Facts) => Partial<Attempt>,
): Variant {
  return {
    name,
    kind: 'text',
    change: (attempt, facts) => [{ ...attempt, ...change(attempt, facts) }],
  }
}

function user(name: VariantName, idOf: (party: Party) => string): Variant {
  return {
    name,
    kind: 'user',
    change: (attempt, { party }) => [{ ...attempt, userId: idOf(party) }],
  }
}

function signature(
  name: VariantName,
  others: (bytes: Buffer, signData: string) => Buffer[],
): Variant {
  return {
    name,
    kind: 'signature',
    change: (attempt, { received }) =>
      others(attempt.signature, String(received.signData)).map(signature => ({
        ...attempt,
        signature,
      })),
  }
}

function key(
  name: VariantName,
  keyOf: (facts: Facts) => Attempt['key'],
): Variant {
  return {
    name,
    kind: 'key',
    change(attempt, facts) {
      const key = keyOf(facts)
      return key ? [{ ...attempt, key }] : []
    },
  }
}

function scheme(name: Exclude<Scheme, 'standard' | 'digest'>): Variant {
  return {
    name,
    kind: 'scheme',
    change: attempt => [{ ...attempt, scheme: name }],
  }
}

function without(rules: Rules, name: string): Rules {
  return { ...rules, unsigned: rules.unsigned.filter(other => other !== name) }
}
