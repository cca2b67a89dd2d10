/**
 * A device's port held for the length of one scan.
 * @module
 */
import { once } from 'node:events'
import { Failure, type FailureSymbol } from '../failure.js'
import type { Transport } from './driver.js'
import { hidLine } from './hid.js'
import { type Line, lossOf } from './line.js'
import { openFailure } from './open-failure.js'
import { isPipe, pipeLine } from './pipe.js'
import { serialLine } from './serial.js'
import { typingLine } from './typing.js'

export interface PortSettings {
  /** A serial port or a named pipe; or what `over` says. */
  path: string
  /** `serial` where left out. */
  over?: Transport
  /** Of no meaning to anything but a serial port. */
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
 * Fails with scanner-absent, -denied, -held, -held-by, -grabbed or -broken;
 * `onLost` gets scanner-unplugged or scanner-broken later on.
 */
export async function holdPort(
  settings: PortSettings,
  onBytes: (bytes: Buffer) => void,
  onLost: (failure: Failure) => void,
): Promise<HeldPort> {
  const { path } = settings
  const line = lineTo(settings)
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
        throw new Failure(lossOf(cause), { path }, { cause })
      })
      // A device that is gone lets a write wait.
      await Promise.race([sent, isOver])
    },
    release() {
      over.abort()
      return line.close()
    },
  }
}

function lineTo({ path, over = 'serial', baudRate }: PortSettings): Line {
  if (over === 'hid') return hidLine(path)
  if (over === 'keyboard') return typingLine(path)
  return isPipe(path) ? pipeLine(path) : serialLine(path, baudRate)
}
