/**
 * Faults that can be asked for by name.
 * @module
 */
import type { Faults } from './device.js'

export const FAULTS = {
  /** The first trigger is not answered. */
  'lost-answer': { lostAnswers: 1 },
  /** No trigger is ever answered. */
  silent: { lostAnswers: Number.POSITIVE_INFINITY },
  refuses: { refuses: true },
  asleep: { asleep: true },
  /** The first frame leaves with a bit turned. */
  damaged: { damagedFrames: 1 },
  /** The first frame leaves twice. */
  doubled: { doubledFrames: 1 },
  noise: { noise: Buffer.from([0xff, 0x00, 0x7f]) },
  /** As slow as 300 baud. */
  slow: { byteMs: 30 },
  /** Gone after ten bytes. */
  unplugged: { unplugAfter: 10 },
} satisfies Record<string, Faults>

export type FaultName = keyof typeof FAULTS

export const FAULT_NAMES = Object.keys(FAULTS) as FaultName[]
