/**
 * A PostgreSQL server of a test's own, on a loopback port, to be stopped,
 * killed and started as the test likes.
 * @module
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Test } from 'tap'

/** Where Debian puts each version's programs. */
const DEBIAN_FOLDER = '/usr/lib/postgresql'

/** The server ends at once where the test is killed; it is setpriv's process. */
const WITH_PARENT = ['--pdeathsig', 'QUIT']

const START_DEADLINE_MS = 60_000

export interface Postgres {
  /** postgres://…, for openStore. */
  readonly url: string
  readonly port: number
  start(): Promise<void>
  /** An orderly end, which breaks open connections. */
  stop(): Promise<void>
  /** The end of a machine without power; the next start recovers. */
  kill(): Promise<void>
  /** Runs `sql` on a connection of its own. */
  query(sql: string): Promise<Record<string, unknown>[]>
}

/** Why the tests of a server are skipped; false where they are not. */
export function postgresMissing(): string | false {
  return !findPrograms() && 'no initdb: apt-get install postgresql'
}

/** A server that runs, and ends with the test. */
export async function startPostgres(
  t: Pick<Test, 'teardown'>,
): Promise<Postgres> {
  const programs = findPrograms()
  if (!programs) throw new Error('no PostgreSQL')
  const folder = mkdtempSync(join(tmpdir(), 'nationec-postgres-'))
  const user = unprivilegedUser()
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const port = await freePort()
  makeCluster(join(programs, 'initdb'), data, user)
  let server: ChildProcess | undefined
  const end = async (signal: NodeJS.Signals) => {
    if (!server || server.exitCode !== null || server.signalCode) return
    const ended = once(server, 'exit')
    server.kill(signal)
    await ended
  }
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  const start = async () => {
    const command = [join(programs, 'postgres'), ...serverArguments(data, port)]
    server = spawn('setpriv', [...WITH_PARENT, ...command], {
      ...user,
      cwd: folder,
      stdio: 'ignore',
    })
    await untilReady(url)
  }
  t.teardown(async () => {
    await end('SIGQUIT')
    rmSync(folder, { recursive: true, force: true })
  })
  await start()
  return {
    url,
    port,
    start,
    stop: () => end('SIGINT'),
    kill: () => end('SIGKILL'),
    query: sql => queryOnce(url, sql),
  }
}

/** The folder of initdb and postgres, of the newest version. */
function findPrograms(): string | undefined {
  if (!existsSync(DEBIAN_FOLDER)) return undefined
  return readdirSync(DEBIAN_FOLDER)
    .sort((one, other) => Number(other) - Number(one))
    .map(version => join(DEBIAN_FOLDER, version, 'bin'))
    .find(folder => existsSync(join(folder, 'initdb')))
}

/** PostgreSQL refuses to run as root; nobody is everywhere. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (userInfo().uid !== 0) return undefined
  const id = (flag: string) =>
    Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout)
  return { uid: id('-u'), gid: id('-g') }
}

function makeCluster(
  initdb: string,
  data: string,
  user: { uid: number; gid: number } | undefined,
): void {
  const { status, stderr } = spawnSync(
    initdb,
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale'],
    { ...user, cwd: join(data, '..'), encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`initdb: ${stderr}`)
}

/** Enough connections for the hundred processes of a race. */
function serverArguments(data: string, port: number): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 300,
  }
  return [
    ...['-D', data, '-p', String(port)],
    ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
  ]
}

async function untilReady(url: string): Promise<void> {
  const end = Date.now() + START_DEADLINE_MS
  for (;;) {
    try {
      await queryOnce(url, 'SELECT 1')
      return
    } catch (error) {
      if (Date.now() > end) throw error
      await sleep(50)
    }
  }
}

async function queryOnce(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query(sql)
    return rows
  } finally {
    await client.end()
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('port')
  return address.port
}
