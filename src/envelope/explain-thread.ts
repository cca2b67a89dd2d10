/**
 * The thread that explains one signature: see explain-aside.ts.
 * @module
 */
import { parentPort, workerData } from 'node:worker_threads'
import type { Sm2PrivateKey, Sm2PublicKey } from '../gm/keys.js'
import type { TextParameters } from '../texts/index.js'
import type { Party } from './agreement.js'
import { EnvelopeError, type EnvelopeFault } from './envelope-error.js'
import { type Explanation, explain } from './explain.js'
import type { JsonObject } from './json.js'
import type { Dialect } from './rules.js'

export interface Question {
  body: JsonObject
  dialects: readonly Dialect[]
  party: Party
}

export type Found =
  | { explanation: Explanation }
  | { code: EnvelopeFault; parameters: TextParameters }

parentPort?.postMessage(answer(workerData))

function answer({ body, dialects, party }: Question): Found {
  try {
    return { explanation: explain(body, dialects, withBuffers(party)) }
  } catch (error) {
    if (!(error instanceof EnvelopeError)) throw error
    return { code: error.code, parameters: error.parameters }
  }
}

/** On its way from thread to thread a Buffer becomes a plain Uint8Array. */
function withBuffers({ privateKey, publicKey, ...party }: Party): Party {
  return {
    ...party,
    ...(privateKey && { privateKey: privateFrom(privateKey) }),
    ...(publicKey && { publicKey: publicFrom(publicKey) }),
  }
}

function publicFrom({ point }: Sm2PublicKey): Sm2PublicKey {
  return { point: Buffer.from(point) }
}

function privateFrom({ scalar, point }: Sm2PrivateKey): Sm2PrivateKey {
  return { scalar: Buffer.from(scalar), point: Buffer.from(point) }
}
