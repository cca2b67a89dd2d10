import type { Family } from './family.js'
import { lines } from './lines.js'

/** Datalogic: nothing is answered. */
export const datalogic: Family = {
  commands: { trigger: Buffer.from('T'), stop: Buffer.from('X') },
  frames: lines('\r'),
}
