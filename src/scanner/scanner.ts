/**
 * The scanners of a terminal for many calls, one call at a time.
 * @module
 */
import PQueue from 'p-queue'
import { Failure } from '../failure.js'
import { readFirst } from './first.js'
import type { Found } from './locate.js'
import type { Triggered } from './reading.js'
import { textOf } from './text.js'

export interface ScannerSettings {
  /** Looks for the devices, once for each scan: a plug may have moved. */
  find(): Promise<readonly Found[]>
  /** Calls that may wait for their turn; one more is refused. */
  waiting: number
  /** Told where a device does not do what it was told. */
  onTriggered?: (outcome: Triggered) => void
}

export interface Scanner {
  /**
   * Waits for its turn, arms every device, and reads one code that was not
   * scanned before. `onArmed` is called at the moment from which a code counts.
   * The devices are let go when the code is there or the signal is raised.
   *
   * Rejects with a Failure, or with the signal's reason.
   */
  scan(signal: AbortSignal, onArmed: () => void): Promise<string>
  /** Calls that wait for their turn. */
  readonly waiting: number
  /** Resolves when the devices have been let go. */
  idle(): Promise<void>
}

/**
 * A device that goes on reading sends the same code every second or so: that
 * is one read, and no answer to the call that comes next.
 */
export const SAME_CODE_MS = 1000

/** The scanners of `settings`; opens nothing before the first scan. */
export function createScanner(settings: ScannerSettings): Scanner {
  const { find, waiting, onTriggered = () => {} } = settings
  const turns = new PQueue({ concurrency: 1 })
  const wants = createMemory()
  let released = Promise.resolve()

  async function turn(signal: AbortSignal, onArmed: () => void) {
    await released
    signal.throwIfAborted()
    const found = await find()
    signal.throwIfAborted()
    const listener = { onArmed, onTriggered, wants }
    const reading = readFirst(found, signal, listener)
    released = reading.released
    return textOf(await reading.code)
  }

  return {
    async scan(signal, onArmed) {
      if (turns.size >= waiting && turns.pending > 0) {
        throw new Failure('queue-full', { limit: waiting })
      }
      return turns.add(() => turn(signal, onArmed), { signal })
    },
    get waiting() {
      return turns.size
    },
    idle: () => released,
  }
}

/** Whether a code is not the latest one once more. */
function createMemory(): (code: Buffer) => boolean {
  let latest: { code: Buffer; at: number } | undefined
  return code => {
    const now = performance.now()
    const isSame = latest?.code.equals(code) && now - latest.at < SAME_CODE_MS
    if (!isSame) latest = { code, at: now }
    return !isSame
  }
}
