/**
 * A process that approves whatever application it is told, in the database
 * that it is told.
 * @module
 */
import { openRegistry, type Registry } from '../../src/registry/registry.js'
import { RegistryError } from '../../src/registry/registry-error.js'
import { openStore } from '../../src/store/store.js'
import { race } from '../store/race.js'

const addresses = process.argv.slice(2, -1)
const who = `operator-${process.argv.at(-1)}`
const registries = new Map<string, Registry>()
for (const address of addresses)
  registries.set(address, await openRegistry(await openStore(address)))

await race(async line => {
  const [address = '', receipts = ''] = line.split(' ')
  const own = receipts.split(',')[Number(process.argv.at(-1))] ?? ''
  try {
    await registries.get(address)?.takeStep(who, own, 'approve')
    return 'ok'
  } catch (error) {
    return error instanceof RegistryError ? error.code : String(error)
  }
})
process.exit()
