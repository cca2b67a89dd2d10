/**
 * A device's port held for the length of one scan.
 * @module
 */
import { once } from 'node:events'
import { Failure, type FailureSymbol } from '../failure.js'
import { isPipe, pipeLine } from './pipe.js'
import { serialLine } from './serial.js'

export interface PortSettings {
  /** A serial port, or a named pipe. */
  path: string
  /** Of no meaning to a pipe. */
  baudRate: number
}

/** An open port; `onBytes` and `onLost` are told what happens to it. */
export interface HeldPort {
  /** Sends bytes to the device; rejects with what befell the port. */
  send(bytes: Buffer): Promise<void>
  /** Lets the device go. Never rejects. */
  release(): Promise<void>
}

/**
 * Opens the port exclusively and drops what had arrived before.
 *
 * Fails with scanner-absent, scanner-denied, scanner-held or scanner-broken;
 * `onLost` gets scanner-unplugged or scanner-broken later on.
 */
export async function holdPort(
  { path, baudRate }: PortSettings,
  onBytes: (bytes: Buffer) => void,
  onLost: (failure: Failure) => void,
): Promise<HeldPort> {
  const line = isPipe(path) ? pipeLine(path) : serialLine(path, baudRate)
  const over = new AbortController()
  const isOver = once(over.signal, 'abort').then(() => {
    throw over.signal.reason
  })
  isOver.catch(() => {})
  const lose = (symbol: FailureSymbol, cause?: Error) => {
    const failure = new Failure(symbol, { path }, { cause })
    over.abort(failure)
    onLost(failure)
  }
  try {
    await line.open({ onBytes, onLost: lose })
  } catch (error) {
    await line.close()
    throw openFailure(error, path)
  }
  return {
    async send(bytes) {
      over.signal.throwIfAborted()
      const sent = line.send(bytes).catch(cause => {
        throw new Failure('scanner-broken', { path }, { cause })
      })
      // A port that has closed would wait for its next opening.
      await Promise.race([sent, isOver])
    },
    release() {
      over.abort()
      return line.close()
    },
  }
}

/** serialport tells causes by their text alone. */
const CAUSES: [RegExp, FailureSymbol][] = [
  [/no such file|file not found|ENOENT/i, 'scanner-absent'],
  [/cannot lock|access denied|resource busy|EBUSY/i, 'scanner-held'],
  [/permission denied|EACCES|EPERM/i, 'scanner-denied'],
]

function openFailure(error: unknown, path: string): Failure {
  const message = error instanceof Error ? error.message : String(error)
  const cause = CAUSES.find(([pattern]) => pattern.test(message))
  const symbol = cause ? cause[1] : 'scanner-broken'
  return new Failure(symbol, { path }, { cause: error })
}
