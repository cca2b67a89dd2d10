/**
 * What a call asks of the rooms beside it. They do not know each other.
 * @module
 */
import type { Failure } from '../failure.js'
import type { JsonObject } from './in-data.js'

/** The steps of a call, in their order. */
export type Step =
  | 'received'
  | 'armed'
  | 'scanned'
  | 'sent'
  | 'answered'
  | 'delivered'

/** A row of the journal, written before the step happens. */
export interface JournalRow {
  call: string
  step: Step
  facts: Record<string, string | number | boolean | null>
  /** Personal data, sealed before it is stored. */
  sealed?: Record<string, unknown> | undefined
}

/** What tells who a person is: a shown code, a face, an id card. */
export type ReaderName = 'code' | 'face' | 'card'

/** What was read of a person. */
export interface Reading {
  /** For the journal: what a code was taken for, or "face", or "card". */
  kind: string
  /** What goes into the request's data. */
  fields: Record<string, string>
  /** Why it is not sent: somebody showed something else. */
  refusal?: Failure | undefined
}

/** Something at the terminal that reads one person at a time. */
export interface Reader {
  /**
   * Waits for its turn and reads one person. `onArmed` is called at the moment
   * from which a person is seen.
   *
   * Rejects with a Failure, or with the signal's reason.
   */
  read(signal: AbortSignal, onArmed: () => void): Promise<Reading>
}

/** A platform that strUrl names and the configuration allows. */
export interface Target {
  url: URL
  /**
   * Posts `body` and judges the reply in the order of table A.1: protocol,
   * business, state. Rejects with a Failure, or the signal's reason.
   */
  post(body: JsonObject, signal: AbortSignal): Promise<PlatformReply>
}

export interface PlatformReply {
  /** 0, or the platform's own code, passed through. */
  code: number
  message: string
  data: JsonObject
}

/** What the terminal adds to a request. */
export interface Identity {
  /** What goes into the request's data, above what the caller wrote. */
  fields: Record<string, string>
  /** For the journal: what about the terminal is not as it should be. */
  facts: Record<string, string>
}

export interface Rooms {
  platform: {
    /** Fails with url-malformed or url-not-allowed. */
    target(strUrl: string): Target
  }
  terminal: {
    /**
     * Which terminal asks `target`, for a caller that gave `data`. Throws or
     * rejects with a Failure where it may not ask.
     */
    identify(target: Target, data: JsonObject): Promise<Identity>
  }
  readers: Record<ReaderName, Reader>
  journal: { append(row: JournalRow): void }
}
