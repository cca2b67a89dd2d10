/**
 * One code from the first of several scanners that reads one.
 * @module
 */
import { Failure, type FailureSymbol } from '../failure.js'
import type { Found } from './locate.js'
import { type Listener, type Reading, readCode } from './reading.js'

/**
 * Arms each of `found`. The first to read wins, and the others are disarmed.
 * A device that fails leaves the rest armed; when all have failed, it rejects
 * with the failure that a person can do most about. A code that is no code
 * (too long, cut off) ends it, whoever read it.
 *
 * The listener is told once that it is armed: when the first device is.
 */
export function readFirst(
  found: readonly Found[],
  signal: AbortSignal,
  listener: Listener,
): Reading {
  const over = new AbortController()
  const either = AbortSignal.any([signal, over.signal])
  const shared = once(listener)
  const readings = found.map(one =>
    one instanceof Failure ? failed(one) : readCode(one, either, shared),
  )
  const code = firstOf(readings.map(({ code }) => code))
  code.catch(() => {}).then(() => over.abort())
  const released = Promise.all(readings.map(({ released }) => released))
  return { code, released: released.then(() => {}) }
}

/** Several devices as one: armed once, and one code in the end. */
function once(listener: Listener): Listener {
  let isArmed = false
  let isRead = false
  return {
    ...listener,
    onArmed() {
      if (!isArmed) listener.onArmed()
      isArmed = true
    },
    // Two may read at the same moment, before the other is disarmed.
    wants(code) {
      if (isRead) return false
      isRead = listener.wants(code)
      return isRead
    },
  }
}

function failed(failure: Failure): Reading {
  return { code: Promise.reject(failure), released: Promise.resolve() }
}

function firstOf(codes: Promise<Buffer>[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const failures: Failure[] = []
    const onFailure = (reason: unknown) => {
      if (!isOfDevice(reason)) return reject(reason)
      failures.push(reason)
      if (failures.length === codes.length) reject(mostUseful(failures))
    }
    if (codes.length === 0) reject(new Failure('scanner-none'))
    for (const code of codes) code.then(resolve, onFailure)
  })
}

/** Whether a scanner failed, not the call and not who showed a code. */
function isOfDevice(reason: unknown): reason is Failure {
  return reason instanceof Failure && reason.symbol.startsWith('scanner-')
}

/** Those of devices that are there before those of devices that are not. */
const USEFUL: readonly FailureSymbol[] = [
  'scanner-unplugged',
  'scanner-grabbed',
  'scanner-held-by',
  'scanner-held',
  'scanner-denied',
  'scanner-mismatch',
  'scanner-keyboard',
  'scanner-other',
  'scanner-several',
  'scanner-broken',
  'scanner-absent',
  'scanner-missing',
  'scanner-none',
]

function mostUseful(failures: readonly Failure[]): Failure | undefined {
  const rank = ({ symbol }: Failure) => USEFUL.indexOf(symbol)
  return [...failures].sort((one, other) => rank(one) - rank(other))[0]
}
