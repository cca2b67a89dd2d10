/**
 * What could be set better, told from one trial.
 * @module
 */
import type { Device } from './reading.js'
import { stripped } from './strip.js'
import type { Trial } from './trial.js'

/**
 * nak, silent: the device does not do what it is told; identifier: it puts
 * AIM's before the code; end: the code ends with silence, which is slow;
 * no-end: the line end is not there that is waited for; garbled: it is no text.
 */
export type Advice =
  | 'nak'
  | 'silent'
  | 'identifier'
  | 'end'
  | 'no-end'
  | 'garbled'

/** Everything that could be better, what matters most first. */
export function judge(trial: Trial, { framing }: Device): Advice[] {
  const { trigger, failure, code, bytes } = trial
  const advice: Advice[] = []
  if (failure?.symbol === 'code-cut') advice.push('no-end')
  if (failure?.symbol === 'code-garbled') advice.push('garbled')
  if (trigger === 'nak' || trigger === 'silent') advice.push(trigger)
  const hasIdentifier = code && stripped(code, 'aim').length < code.length
  if (hasIdentifier && framing.strip === 'none') advice.push('identifier')
  // What it waits for in vain could have ended the code at once.
  if (framing.suffix === 'none' && endsLine(bytes)) advice.push('end')
  return advice
}

function endsLine(bytes: Buffer): boolean {
  return [0x0d, 0x0a].includes(bytes.at(-1) ?? 0)
}
