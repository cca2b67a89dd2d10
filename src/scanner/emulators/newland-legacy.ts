import { hex } from '../bytes.js'
import type { Family } from './family.js'
import { lines } from './lines.js'

/** Newland's older commands, as Rakinda's LV3000U answers them. */
export const newlandLegacy: Family = {
  commands: { trigger: hex('1B 31'), stop: hex('1B 30') },
  answers: { trigger: hex('06'), stop: hex('06') },
  refusal: hex('15'),
  frames: lines('\r\n'),
}
