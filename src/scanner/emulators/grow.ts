import { hex } from '../bytes.js'
import type { Family } from './family.js'
import { lines } from './lines.js'

const ok = hex('02 00 00 01 00 33 31')

/** Grow's GM65. */
export const grow: Family = {
  commands: {
    trigger: hex('7E 00 08 01 00 02 01 AB CD'),
    stop: hex('7E 00 08 01 00 02 00 AB CD'),
  },
  answers: { trigger: ok, stop: ok },
  frames: lines('\r\n'),
}
