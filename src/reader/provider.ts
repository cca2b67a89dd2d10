/**
 * Devices that recognise a person otherwise than by a code: a camera, an id
 * card reader. Each maker has a program or a library of his own, so a provider
 * stands between.
 * @module
 */
import type { FailureSymbol } from '../failure.js'

/** What a provider says of the person that it has read. */
export interface Reading {
  kind: 'face' | 'card'
  /** What goes into the request's data. */
  fields: Record<string, string>
}

export interface Provider {
  /**
   * Waits for its turn and reads one person. `onArmed` is called when the
   * device has begun to look. The device is let go when there is a reading or
   * the signal is raised.
   *
   * Rejects with a Failure, or with the signal's reason.
   */
  read(signal: AbortSignal, onArmed: () => void): Promise<Reading>
  /** Resolves when the device has been let go. */
  idle(): Promise<void>
}

/** How the two kinds of devices differ. */
export interface Device {
  kind: Reading['kind']
  /** What a provider gives; every one is text. */
  gives: readonly string[]
  /** The request's fields for what was given, in the order of `gives`. */
  fields(given: Record<string, string>): Record<string, string>
  /** Nothing is configured; it broke; nobody came. */
  failures: Record<'none' | 'failed' | 'nobody', FailureSymbol>
}

/**
 * A camera gives what its maker's service makes of a recognised face: opaque
 * text. No public source shows the request that carries it; `faceToken` is
 * ours.
 */
export const FACE: Device = {
  kind: 'face',
  gives: ['face'],
  fields: ({ face = '' }) => ({ faceToken: face }),
  failures: { none: 'face-none', failed: 'face-failed', nobody: 'no-face' },
}

/**
 * An id card gives its number and name. No public source shows the request;
 * the names are those of table A.6.
 */
export const CARD: Device = {
  kind: 'card',
  gives: ['idNo', 'userName'],
  fields: given => ({ idType: '01', ...given }),
  failures: { none: 'card-none', failed: 'card-failed', nobody: 'no-card' },
}
