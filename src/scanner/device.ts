/**
 * The device that the configuration names.
 * @module
 */
import type { Config } from '../config/schema.js'
import { DRIVERS } from './drivers/index.js'
import type { Device } from './reading.js'

/** The device of `[scanner]`, with its driver's defaults. */
export function deviceOf(scanner: Config['scanner']): Device {
  const { path, baud_rate, suffix, prefix, strip, idle_gap } = scanner
  const driver = DRIVERS[scanner.driver]
  return {
    port: { path, baudRate: baud_rate || driver.baudRate },
    driver,
    framing: {
      suffix,
      prefix: Buffer.from(prefix),
      strip,
      idleGapMs: idle_gap,
    },
  }
}
