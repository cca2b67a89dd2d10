/**
 * So many signatures to be explained that nobody else has a turn.
 * @module
 */
import { setMaxListeners } from 'node:events'
import { explainAside, WAITING_MAX } from '../../src/envelope/explain-aside.js'
import { sealEnvelope } from '../../src/envelope/seal.js'
import { sm2 } from '../../src/gm/sm2.js'
import { message, NOW, platform, terminal, terminalKey } from './parties.js'

const signature = sm2.sign(Buffer.from('something else'), terminalKey)

/** Rightly made by somebody, of a text that no slip leads to. */
export const inexplicable = {
  ...sealEnvelope(
    message,
    { form: 'signed', dialect: 'A', sign: 'SM2', version: '1.0.0' },
    terminal,
    NOW,
  ),
  signData: signature.toString('base64'),
}

/**
 * One has its turn at once and the others wait, and there are always as many,
 * until they are told to leave.
 */
export function crowd(): { leave(): Promise<void> } {
  const left = new AbortController()
  setMaxListeners(0, left.signal)
  const asked = Array.from({ length: WAITING_MAX + 1 }, async () => {
    while (!left.signal.aborted)
      await explainAside(inexplicable, ['A', 'B'], platform, left.signal)
  })
  return {
    async leave() {
      left.abort()
      await Promise.all(asked)
    },
  }
}
