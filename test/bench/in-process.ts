/**
 * A host that is its own terminal: calls from a thread of its own, without a
 * socket. Its arguments are library-client.so, then those of library-client.
 * @module
 */
import koffi from 'koffi'
import { addon } from '../../src/addon.js'
import { OUT_DATA, RETURNED } from './payload.js'

const [client = '', ...plan] = process.argv.slice(2)
const returned = Buffer.from(RETURNED)
const outData = Buffer.from(OUT_DATA)

addon.serveLocalCalls((_call, answer) => answer(returned, outData))
koffi
  .load(client)
  .func('int run_client(char **arguments)')
  .async(plan, (error: Error | null, code: number) => {
    addon.stopLocalCalls()
    process.exitCode = error ? 1 : code
  })
