import { hex } from '../bytes.js'
import { sCmd as driver } from '../drivers/r-cmd.js'
import type { Family } from './family.js'
import { lines } from './lines.js'

const ok = Buffer.from('OK\r\n')

/** A box with a CH34x inside. */
export const rCmd: Family = {
  commands: {
    trigger: Buffer.from('R_CMD_100B\r\n'),
    stop: Buffer.from('R_CMD_100A\r\n'),
  },
  answers: { trigger: ok, stop: ok },
  frames: lines('\r\n'),
}

/** A module that is spoken to in frames, and answers bare. */
export const sCmd: Family = {
  commands: {
    ...(driver.wake && { wake: driver.wake.bytes }),
    ...(driver.trigger && { trigger: driver.trigger }),
    ...(driver.stop && { stop: driver.stop }),
  },
  answers: {
    wake: hex('90 00'),
    trigger: hex('5A 01 00 02 90 00 93 A5'),
    stop: hex('90 00'),
  },
  sleeps: true,
  frames: lines('\r\n'),
}
