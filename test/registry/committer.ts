/**
 * A process that commits an import, and may be killed on the way.
 * @module
 */
import { openRegistry } from '../../src/registry/registry.js'
import { openStore } from '../../src/store/store.js'

const [address = '', id = '', who = ''] = process.argv.slice(2)
const { imports } = await openRegistry(await openStore(address))
process.send?.('ready')
await imports.commit(id, who, 'en')
process.exit()
