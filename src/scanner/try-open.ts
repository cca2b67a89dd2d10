/**
 * Whether a scanner can be opened now.
 * @module
 */
import { asFailure, Failure } from '../failure.js'
import type { Found } from './locate.js'
import { holdPort, type PortSettings } from './port.js'

/**
 * Opens a device as a call does, and lets it go at once; nothing is sent.
 * Resolves to what was opened, or to why it was not.
 */
export async function tryOpen(found: Found): Promise<PortSettings | Failure> {
  if (found instanceof Failure) return found
  const nothing = () => {}
  try {
    const held = await holdPort(found.port, nothing, nothing)
    await held.release()
    return found.port
  } catch (error) {
    return asFailure(error)
  }
}
