/**
 * Run by node.exe: `read-codes FILE` reads a code at each of the scanners in
 * FILE, an array of what nationec.toml has under [scanner], one after the other.
 * Prints "armed NUMBER" when a code is waited for, and then what came: "read
 * NUMBER CODE" or "failed NUMBER SYMBOL".
 * @module
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { configSchema } from '../../src/config/schema.js'
import { asFailure } from '../../src/failure.js'
import { findDevices } from '../../src/scanner/locate.js'
import { createScanner } from '../../src/scanner/scanner.js'
import { wantedScanners } from '../../src/scanner/wanted.js'

/** A person shows the code as soon as the scanner is armed. */
const READ_MS = 20_000

const tables = z
  .array(z.unknown())
  .parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')))

for (const [number, table] of tables.entries()) {
  const wanted = wantedScanners(configSchema.parse({ scanner: table }))
  const find = () => findDevices(wanted)
  const scanner = createScanner({ find, waiting: 1 })
  const armed = () => console.log(`armed ${number}`)
  await scanner.scan(AbortSignal.timeout(READ_MS), armed).then(
    code => console.log(`read ${number} ${code}`),
    thrown => console.log(`failed ${number} ${asFailure(thrown).symbol}`),
  )
  await scanner.idle()
}
