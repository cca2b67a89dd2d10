/**
 * What a journal keeps.
 * @module
 */
import type { Recorded } from '../../../src/sandbox/control/request-journal.js'

/** A request whose body has so many bytes. */
export function entry(bytes = 0): Omit<Recorded, 'id'> {
  return {
    ...{ at: 0, ms: 0, method: 'POST', route: '', url: '', headers: {} },
    ...{ transType: '', orgId: '', termId: '', ecQrCode: '' },
    ...{ status: 200, code: 0, message: '', fault: null, steps: [] },
    body: Buffer.alloc(bytes),
  }
}
