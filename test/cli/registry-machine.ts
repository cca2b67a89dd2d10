/**
 * A folder whose nationec.toml names a registry behind a line that may break.
 * @module
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import { openRegistry } from '../../src/registry/registry.js'
import { startRegistry } from '../../src/registry/server.js'
import { openStore } from '../../src/store/store.js'
import { shortFolder } from '../bridge/socket-caller.js'
import { startFlakyLine } from '../terminal/flaky-line.js'
import { run } from './run.js'

/** `settings` stand in the file before the registry's address. */
export async function startRegistryMachine(t: Test, settings = '') {
  const folder = shortFolder(t)
  const database = join(folder, 'registry.db')
  const server = await startRegistry({
    ...{ database, folder: join(folder, 'registry'), port: 0 },
  })
  const line = await startFlakyLine(t, server.url)
  const store = await openStore(database)
  const registry = await openRegistry(store)
  t.teardown(async () => {
    await store.close()
    await server.close()
  })
  const file = join(folder, 'nationec.toml')
  const table = `\n[registry]\nurl = "${line.url}"\npin = "${server.fingerprint}"\n`
  writeFileSync(file, settings + table)
  const nationec = (...argv: string[]) => run(argv, { folder })
  return { folder, file, line, registry, nationec }
}
