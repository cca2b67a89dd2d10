/**
 * One scanner for many calls, one call at a time.
 * @module
 */
import PQueue from 'p-queue'
import { decodeText } from '../charset.js'
import { Failure } from '../failure.js'
import { CODE_BYTES_MAX, createFramer, type Suffix } from './framer.js'
import { holdPort } from './port.js'

export interface ScannerSettings {
  /** Serial port; empty where none is configured. */
  path: string
  baudRate: number
  suffix: Suffix
  /** Calls that may wait for their turn; one more is refused. */
  waiting: number
}

export interface Scanner {
  /**
   * Waits for its turn, arms, and reads one code that was not scanned before.
   * `onArmed` is called at the moment from which a code counts. The device is
   * let go when the code is there or the signal is raised.
   *
   * Rejects with a Failure, or with the signal's reason.
   */
  scan(signal: AbortSignal, onArmed: () => void): Promise<string>
  /** Calls that wait for their turn. */
  readonly waiting: number
  /** Resolves when the device has been let go. */
  idle(): Promise<void>
}

/** The scanner of `settings`; opens nothing before the first scan. */
export function createScanner(settings: ScannerSettings): Scanner {
  const turns = new PQueue({ concurrency: 1 })
  let released: Promise<unknown> = Promise.resolve()

  async function turn(signal: AbortSignal, onArmed: () => void) {
    await released
    signal.throwIfAborted()
    const reading = readCode(settings, signal, onArmed)
    released = reading.released
    return textOf(await reading.code)
  }

  return {
    async scan(signal, onArmed) {
      const { path, waiting } = settings
      if (!path) throw new Failure('scanner-none')
      if (turns.size >= waiting && turns.pending > 0) {
        throw new Failure('queue-full', { limit: waiting })
      }
      return turns.add(() => turn(signal, onArmed), { signal })
    },
    get waiting() {
      return turns.size
    },
    idle: async () => void (await released),
  }
}

interface Reading {
  code: Promise<Buffer>
  released: Promise<unknown>
}

function readCode(
  settings: ScannerSettings,
  signal: AbortSignal,
  onArmed: () => void,
): Reading {
  const framer = createFramer(settings.suffix)
  let held: ReturnType<typeof holdPort> | undefined
  const code = new Promise<Buffer>((resolve, reject) => {
    const take = (bytes: Buffer) => {
      const framed = framer.push(bytes)
      if (framed === 'too-long') {
        reject(new Failure('code-too-long', { limit: CODE_BYTES_MAX }))
      } else if (framed) resolve(framed)
    }
    const end = () => reject(signal.reason)
    signal.addEventListener('abort', end, { once: true })
    held = holdPort(settings, take, reject)
    held.then(onArmed).catch(reject)
  })
  const released = Promise.allSettled([held, code]).then(([port]) =>
    port.status === 'fulfilled' ? port.value?.release() : undefined,
  )
  return { code, released }
}

/** Control bytes are no part of any code that is sold or shown. */
const CONTROL = /\p{Cc}/u

function textOf(code: Buffer): string {
  const text = decodeText(code, 'utf-8') ?? decodeText(code, 'gb18030')
  if (text === undefined || CONTROL.test(text)) {
    throw new Failure('code-garbled')
  }
  return text
}
