/**
 * A process that uses up whatever hash it is told, in the store it is told.
 * @module
 */
import { type OneTime, openOneTime } from '../../src/store/one-time.js'
import { openStore } from '../../src/store/store.js'
import { race } from './race.js'

const addresses = process.argv.slice(2, -1)
const stores = new Map<string, OneTime>()
for (const address of addresses)
  stores.set(address, (await openOneTime(await openStore(address)))(''))

await race(async line => {
  const [address = '', hash = ''] = line.split(' ')
  const consumption = await stores.get(address)?.consume(hash, Date.now())
  return consumption?.verdict ?? 'no such store'
})
process.exit()
