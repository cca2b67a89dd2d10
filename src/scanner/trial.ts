/**
 * One code read as a call reads it, and measured.
 * @module
 */
import type { Failure } from '../failure.js'
import { asFailure } from '../failure.js'
import { type HeldPort, holdPort } from './port.js'
import { type Device, readCode, type Triggered } from './reading.js'

/** What was seen; times in ms, from when it began. */
export interface Trial {
  openedAt?: number
  armedAt?: number
  /**
   * `none` where the family is told nothing; `sent` also where the code was
   * there before the answer had been heard.
   */
  trigger: Triggered | 'none'
  triggeredAt?: number
  firstByteAt?: number
  lastByteAt?: number
  readAt?: number
  /** The code, without anything around it. */
  code?: Buffer
  /** Everything that arrived from when it was armed. */
  bytes: Buffer
  failure?: Failure
}

/** A line end that comes apart from its code is waited for. */
const END_MS = 30

/**
 * Reads one code from `device`; `onStep` is told of what is new in the trial.
 * Resolves when the device has been let go; never rejects, but ends with the
 * failure, or with the signal's reason as one.
 */
export async function tryReading(
  device: Device,
  signal: AbortSignal,
  onStep: (trial: Trial) => void = () => {},
): Promise<Trial> {
  const beganAt = performance.now()
  const now = () => performance.now() - beganAt
  const hasTrigger = device.driver.trigger !== undefined
  const trial: Trial = {
    trigger: hasTrigger ? 'sent' : 'none',
    bytes: Buffer.alloc(0),
  }
  const { hold = holdPort } = device
  const listening: typeof holdPort = async (port, onBytes, onLost) => {
    const hear = (bytes: Buffer) => {
      if (trial.armedAt !== undefined) {
        trial.firstByteAt ??= now()
        if (trial.readAt === undefined) trial.lastByteAt = now()
        trial.bytes = Buffer.concat([trial.bytes, bytes])
      }
      onBytes(bytes)
    }
    const held = await hold(port, hear, onLost)
    trial.openedAt = now()
    onStep(trial)
    return lingering(held)
  }
  const reading = readCode({ ...device, hold: listening }, signal, {
    onArmed() {
      trial.armedAt = now()
      onStep(trial)
    },
    onTriggered(outcome) {
      trial.trigger = outcome
      trial.triggeredAt = now()
      onStep(trial)
    },
    wants: () => true,
  })
  try {
    trial.code = await reading.code
    trial.readAt = now()
  } catch (error) {
    trial.failure = asFailure(error)
  }
  await reading.released
  return trial
}

function lingering(held: HeldPort): HeldPort {
  return {
    ...held,
    async release() {
      await new Promise(resolve => setTimeout(resolve, END_MS))
      await held.release()
    },
  }
}
