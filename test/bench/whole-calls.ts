/**
 * What a whole ec.query costs: from the last byte of the code to OutData in
 * the foreign program, without the platform's time.
 * @module
 */
import { once } from 'node:events'
import { mkdirSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { request } from 'undici'
import { addon } from '../../src/addon.js'
import { libraryPath, packagePath } from '../../src/paths.js'
import { connectionsTo } from '../../src/platform/trust.js'
import type { Marks } from './daemon.js'
import { measureDisk } from './disk.js'
import { PARTS, type Part, type Parts, partsOf } from './parts.js'
import { IN_DATA } from './payload.js'
import { type Core, measure, nodeCommand, now, start } from './processes.js'
import type { Programs } from './programs.js'
import { type Quantiles, quantiles } from './quantiles.js'

/** Calls that are not counted. */
const WARM_UP = 100
/** Until a person shows the code; the daemon has nothing left to do. */
const AIM_MS = 5
/** Between two bytes of a gun at 9600 baud. */
const BYTE_MS = 1

const SANDBOX = ['sandbox', 'start', '--port', '0', '--json']

/** In ms. */
export interface WholeCalls {
  count: number
  /** All but the platform's time, from bytes sent to bytes received. */
  own: Quantiles
  /** All but the time between the journal's rows `sent` and `answered`. */
  ownByRows: Quantiles
  parts: Record<Part, Quantiles>
  /** A page written and synced: the floor of the row `sent`. */
  disk: Quantiles
}

/** Daemon, sandbox and caller are processes of their own, all on `core`. */
export async function measureWholeCalls(
  programs: Programs,
  core: Core,
  count: number,
): Promise<WholeCalls> {
  const folder = join(programs.folder, `calls ${core ?? 'anywhere'}`)
  mkdirSync(folder)
  const socket = join(folder, 'daemon.sock')
  const environment = { NATIONEC_STATE: folder, NATIONEC_SOCKET: socket }
  const gun = addon.openPseudoTerminal()
  const nationec = [process.execPath, packagePath('bin/nationec.js')]
  const sandbox = await start([...nationec, ...SANDBOX], core, environment)
  const daemonCommand = nodeCommand('daemon.js', socket, gun.path)
  const daemon = await start(daemonCommand, core, environment)
  try {
    const { strUrl, fingerprint } = JSON.parse(sandbox.firstLine)
    const order = codesFrom(strUrl, fingerprint)
    const lastBytes: number[] = []
    daemon.process.on('message', async message => {
      if (message !== 'armed') return
      lastBytes.push(await scan(gun.controller, await order()))
    })
    const client = [programs.path('library-client'), '0', `${WARM_UP + count}`]
    const call = ['0', libraryPath(), strUrl, IN_DATA]
    const spans = await measure([...client, ...call], core, environment)
    const ends = spans.map(({ end }) => end)
    daemon.process.send('marks')
    const [marks] = (await once(daemon.process, 'message')) as [Marks]
    const journal = join(folder, 'journal.db')
    const parts = partsOf(journal, marks, lastBytes, ends).slice(WARM_UP)
    return { ...summarize(parts), disk: measureDisk(folder, count) }
  } finally {
    await daemon.stop()
    await sandbox.stop()
  }
}

/** Orders codes from a sandbox, which takes each but once. */
function codesFrom(strUrl: string, pin: string): () => Promise<string> {
  const { origin } = new URL(strUrl)
  const dispatcher = connectionsTo({ url: origin, pin, caFile: '' })
  return async () => {
    const { body } = await request(`${origin}/sandbox/codes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
      dispatcher,
    })
    return ((await body.json()) as { code: string }).code
  }
}

/** Sends `code` as a gun does; the moment before its last byte. */
async function scan(gun: number, code: string): Promise<number> {
  await sleep(AIM_MS)
  writeSync(gun, code)
  await sleep(BYTE_MS)
  const moment = now()
  writeSync(gun, '\r')
  return moment
}

function summarize(calls: readonly Parts[]): Omit<WholeCalls, 'disk'> {
  const without = (...left: Part[]) => {
    const kept = PARTS.filter(part => !left.includes(part))
    return quantiles(calls.map(call => sum(kept.map(part => call[part]))))
  }
  const ofEach = PARTS.map(part => [
    part,
    quantiles(calls.map(call => call[part])),
  ])
  return {
    count: calls.length,
    own: without('platform'),
    ownByRows: without('row sent', 'sent', 'platform', 'answer'),
    parts: Object.fromEntries(ofEach),
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
