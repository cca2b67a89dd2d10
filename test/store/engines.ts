/**
 * The same test on both engines.
 * @module
 */
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { type Postgres, postgresMissing, startPostgres } from './postgres.js'

const skip = postgresMissing()

/** One database of the server for each test. */
let databases = 0

/**
 * Runs `test` with the address of an empty database: a SQLite file, then a
 * PostgreSQL server that all tests of this file share.
 */
export function onBothEngines(
  name: string,
  test: (t: Test, address: string) => Promise<void>,
): void {
  t.test(`sqlite: ${name}`, t => test(t, join(t.testdir({}), 'store.db')))
  t.test(`postgres: ${name}`, { skip }, async t =>
    test(t, await emptyDatabase(await sharedServer())),
  )
}

/** The address of a database of its own on `server`. */
export async function emptyDatabase(server: Postgres): Promise<string> {
  const name = `test_${++databases}`
  await server.query(`CREATE DATABASE ${name}`)
  return server.url.replace(/postgres$/, name)
}

let server: Promise<Postgres> | undefined

function sharedServer(): Promise<Postgres> {
  server ??= startPostgres(t)
  return server
}
