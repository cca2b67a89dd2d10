/**
 * A process that approves its own one of the applications it is told.
 * @module
 */
import { openRegistry } from '../../src/registry/registry.js'
import { RegistryError } from '../../src/registry/registry-error.js'
import { openStore } from '../../src/store/store.js'
import { race } from '../store/racer.js'

await race(
  async address => openRegistry(await openStore(address)),
  async (registry, receipts, number) => {
    const own = receipts.split(',')[number] ?? ''
    try {
      await registry.takeStep(`operator-${number}`, own, 'approve')
      return 'ok'
    } catch (error) {
      return error instanceof RegistryError ? error.code : String(error)
    }
  },
)
