/**
 * A process that serves local calls and ends, in the way its argument says.
 * Prints what its own callers saw.
 * @module
 */
import { addon } from '../../src/addon.js'
import { callAddon, LONG_MS } from './native-callers.js'

const ways: Record<string, () => void> = {
  /** Nothing to do but a registered handler. */
  idle: () => addon.serveLocalCalls(() => {}),

  /** process.exit() while callers wait in libuv's pool. */
  exit: () => {
    addon.serveLocalCalls(() => process.exit(0))
    for (let caller = 0; caller < 3; caller++) void callAddon('{}', LONG_MS)
  },

  /** A handler that throws is an uncaught exception like any other. */
  throw: () => {
    addon.serveLocalCalls(() => {
      throw new Error('thrown by the handler')
    })
    process.once('uncaughtException', error =>
      process.stdout.write(`${error.message}\n`),
    )
    void callAddon('{}', LONG_MS).then(({ result }) =>
      process.stdout.write(`${result}\n`),
    )
  },
}

ways[process.argv[2] ?? '']?.()
