/**
 * A serial port held for the length of one scan.
 * @module
 */
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { SerialPort } from 'serialport'
import { Failure, type FailureSymbol } from '../failure.js'

/** Opening or writing takes milliseconds; a driver that hangs takes forever. */
export const ANSWER_MS = 3000

/** How soon an unplugged device is noticed at the latest. */
export const WATCH_MS = 200

export interface PortSettings {
  path: string
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
  const port = new SerialPort({ path, baudRate, autoOpen: false })
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
  port.on('error', error => lose('scanner-broken', error))
  port.on('close', (error?: Error | null) => {
    if (error) lose('scanner-unplugged', error)
  })
  try {
    await settle(done => port.open(done))
    await settle(done => port.flush(done))
  } catch (error) {
    await release(port)
    throw openFailure(error, path)
  }
  port.on('data', onBytes)
  const watch = watchFile(path, () => lose('scanner-unplugged'))
  return {
    async send(bytes) {
      over.signal.throwIfAborted()
      const sent = settle(done => port.write(bytes, done))
        .then(() => settle(done => port.drain(done)))
        .catch(cause => {
          throw new Failure('scanner-broken', { path }, { cause })
        })
      // A port that has closed would wait for its next opening.
      await Promise.race([sent, isOver])
    },
    release() {
      over.abort()
      clearInterval(watch)
      return release(port)
    },
  }
}

/**
 * Tells when the device file is gone. serialport's own word for it does not
 * come where the line hangs up between two of its reads: it reads on forever.
 */
function watchFile(path: string, onGone: () => void): NodeJS.Timeout {
  const isFile = process.platform !== 'win32'
  return setInterval(() => {
    if (isFile && !existsSync(path)) onGone()
  }, WATCH_MS)
}

async function release(port: SerialPort): Promise<void> {
  port.removeAllListeners('data')
  if (!port.isOpen && !port.opening) return
  await settle(done => port.close(done)).catch(() => {})
}

/** A callback as a promise that rejects after {@link ANSWER_MS}. */
function settle(start: (done: (error?: Error | null) => void) => void) {
  return new Promise<void>((resolve, reject) => {
    const late = () => reject(new Error(`no answer within ${ANSWER_MS} ms`))
    const timer = setTimeout(late, ANSWER_MS)
    start(error => {
      clearTimeout(timer)
      if (error) reject(error)
      else resolve()
    })
  })
}

/** serialport tells causes by their text alone. */
const CAUSES: [RegExp, FailureSymbol][] = [
  [/no such file|file not found/i, 'scanner-absent'],
  [/cannot lock|access denied|resource busy/i, 'scanner-held'],
  [/permission denied/i, 'scanner-denied'],
]

function openFailure(error: unknown, path: string): Failure {
  const message = error instanceof Error ? error.message : String(error)
  const cause = CAUSES.find(([pattern]) => pattern.test(message))
  const symbol = cause ? cause[1] : 'scanner-broken'
  return new Failure(symbol, { path }, { cause: error })
}
