/**
 * The daemon's bridge with a call that is answered at once. Its argument is
 * the socket.
 * @module
 */
import { listen } from '../../src/bridge/server.js'
import { OUT_DATA, RETURNED } from './payload.js'

const reply = {
  code: 0,
  returned: Buffer.from(RETURNED),
  outData: Buffer.from(OUT_DATA),
}

await listen(process.argv[2] ?? '', {
  trans: async () => reply,
  deadlineMs: 60_000,
  control: () => ({}),
  onError: error => {
    throw error
  },
})
process.stdout.write('ready\n')
