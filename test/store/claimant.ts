/**
 * A process that uses up whatever hash it is told, as the sandbox does.
 * @module
 */
import { durably } from '../../src/store/group-commit.js'
import { openOneTime } from '../../src/store/one-time.js'
import { openStore } from '../../src/store/store.js'
import { race } from './racer.js'

await race(
  async address => (await openOneTime(await openStore(address)))(''),
  async (oneTime, hash) => {
    const consume = () => oneTime.consume(hash, Date.now())
    return (await durably(oneTime, consume)).verdict
  },
)
