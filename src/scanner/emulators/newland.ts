import type { Family } from './family.js'
import { lines } from './lines.js'

/** Newland's unified commands, as an FM430 answers them. */
export const newland: Family = {
  commands: { trigger: command('SCNTRG1'), stop: command('SCNTRG0') },
  answers: {
    trigger: answer('SCNTRG1', 0x06),
    stop: answer('SCNTRG0', 0x06),
  },
  refusal: answer('SCNTRG1', 0x15),
  frames: lines('\r'),
}

function command(name: string): Buffer {
  return Buffer.from(`~\u00010000#${name};\u0003`)
}

function answer(name: string, verdict: number): Buffer {
  const said = `\u0002\u00010000#${name}${String.fromCharCode(verdict)};\u0003`
  return Buffer.from(said)
}
