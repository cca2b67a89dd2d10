/**
 * A process that uses up whatever hash it is told, as the sandbox does.
 * @module
 */
import { openOneTime } from '../../src/store/one-time.js'
import { openStore } from '../../src/store/store.js'
import { race } from './racer.js'

await race(
  async address => (await openOneTime(await openStore(address)))(''),
  async ({ consume, watch }, hash) => {
    const kept = watch()
    const { verdict } = await consume(hash, Date.now())
    await kept()
    return verdict
  },
)
