/**
 * What was seen of a call: who asked for what, and how it ended.
 * @module
 */
import type { JsonObject } from '../envelope/json.js'
import type { TextKey, TextParameters } from '../texts/index.js'

/** A sentence of the catalogue, to be said in either language. */
export interface Said {
  key: TextKey
  parameters?: TextParameters
}

/** In what a program of the field writes, and expects its answer. */
export type CallerCharset = 'utf-8' | 'gb18030'

/** A person of the sandbox whose code was shown. */
export interface Person {
  id: string
  userName: string
  idNo: string
  insuOrg: string
}

/** What the caller gave. */
export interface Asked {
  charset: CallerCharset
  /** Empty where the request has none. */
  orgId: string
  /** 业务流水号, where the transaction has one. */
  outBizNo?: string | undefined
}

/** A code that was held before the scanner. */
export interface Shown {
  code: string
  /** Unknown where a person showed an own phone. */
  person?: Person | undefined
}

/** How a call ended. */
export type Ended =
  | {
      how: 'answered'
      /** null for a null pointer; undefined where a program tells nothing. */
      returned: string | null | undefined
      /** The bytes up to the NUL; all where there is none. */
      outData: Buffer
      terminated: boolean
      /** Bytes written outside the buffer, in front of and behind it. */
      before: number
      beyond: number
    }
  | { how: 'died'; reason: string }
  | { how: 'hung'; seconds: number }

/** A request as it came to the platform. */
export interface Arrival {
  method: string
  contentType: string
  transType: string
  /** Decrypted where it came so. */
  body: JsonObject
}

/** A call that was made. */
export interface CallSeen {
  asked: Asked
  shown: Shown | undefined
  ended: Ended
  /** What came to the platform meanwhile, where that was looked at. */
  arrivals?: readonly Arrival[]
}

/** A call that came back. */
export type Answered = Omit<CallSeen, 'ended'> & {
  ended: Extract<Ended, { how: 'answered' }>
}

/** Whether the call came back, with whatever. */
export function isAnswered(seen: CallSeen): seen is Answered {
  return seen.ended.how === 'answered'
}
