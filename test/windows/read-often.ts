/**
 * Run by node.exe: `read-often PATH DRIVER CALLS` reads a code at the serial
 * port so many times, each time as soon as it has been let go. Prints each
 * code, or the symbol of the failure.
 * @module
 */
import { asFailure } from '../../src/failure.js'
import { DRIVERS, type DriverName } from '../../src/scanner/drivers/index.js'
import { readCode } from '../../src/scanner/reading.js'
import { usual } from '../scanner/stream.js'

const READ_MS = 20_000

const [, , path = '', name, calls] = process.argv
const driver = DRIVERS[name as DriverName]
const port = { path, baudRate: driver.baudRate }
const listener = { onArmed() {}, onTriggered() {}, wants: () => true }

for (let call = 0; call < Number(calls); call++) {
  const signal = AbortSignal.timeout(READ_MS)
  const device = { port, driver, framing: usual }
  const { code, released } = readCode(device, signal, listener)
  console.log(await code.then(String, thrown => asFailure(thrown).symbol))
  await released
}
