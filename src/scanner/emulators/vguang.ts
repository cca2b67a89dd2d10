import { hex } from '../bytes.js'
import type { Family } from './family.js'
import { lines } from './lines.js'

/** 微光互联's TX400, with its heartbeat. */
export const vguang: Family = {
  commands: {
    trigger: hex('55 AA 05 01 00 00 FB'),
    stop: hex('55 AA 05 01 00 01 FA'),
  },
  answers: {
    trigger: hex('55 AA 05 00 00 00 FA'),
    stop: hex('55 AA 05 00 00 00 FA'),
  },
  refusal: hex('55 AA 05 01 00 00 FB'),
  frames: lines('\r'),
  heartbeat: Buffer.from('www.vguang.cn\r'),
}
