/**
 * A terminal on Windows: the daemon of the bundle under Wine, the sandbox over
 * HTTPS, and a gun at a COM port.
 * @module
 */
import { writeFileSync } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { stringify } from 'smol-toml'
import type { Test } from 'tap'
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.js'
import { plugVirtualScanner } from '../../src/scanner/virtual.js'
import { type ComPort, plug, windowsPath } from './prefix.js'
import {
  type Bitness,
  bundle,
  type Ended,
  type Running,
  startWindows,
  until,
  type Windows,
} from './wine.js'

const QUERY = '/localcfc/api/hsecfc/localQrCodeQuery'

/** A person who holds the code before the gun until it beeps. */
const SHOW_MS = 150

/** What client.c printed. */
export interface Seen {
  returned: string
  /** What the call left otherwise than it found it, or "-". */
  disturbed: string
  outData: Buffer
}

/** What is around a daemon: the platform, and a person before the gun. */
export interface Surroundings {
  sandbox: Sandbox
  strUrl: string
  /** nationec.toml of a daemon that is to know them. */
  tables: Record<string, unknown>
  /** The gun reads fresh codes of `person` until `end` has come. */
  show<T>(person: string, end: Promise<T>): Promise<T>
}

export interface Terminal extends Surroundings {
  windows: Windows
  daemon: Running
}

/** Starts all of it with the gun at `port`; it ends with `t`. */
export async function startTerminal(
  t: Test,
  port: ComPort,
  bitness: Bitness = 'x64',
): Promise<Terminal> {
  const windows = await startWindows(t)
  const surroundings = await startSurroundings(t, windows.folder, port)
  const daemon = await startDaemon(windows, bitness, surroundings.tables)
  return { ...surroundings, windows, daemon }
}

/** Starts the platform, and plugs the gun in at `port`. */
export async function startSurroundings(
  t: Test,
  folder: string,
  port: ComPort,
): Promise<Surroundings> {
  const sandbox = await startSandbox({
    port: 0,
    folder: join(folder, 'sandbox'),
  })
  t.teardown(() => sandbox.close())
  const gun = plugVirtualScanner()
  t.teardown(() => gun.unplug())
  plug(port, gun.path)
  return {
    sandbox,
    strUrl: sandbox.url + QUERY,
    tables: {
      terminal: { filing_number: '99000000000000000001' },
      scanner: { path: port },
      platforms: [{ url: `${sandbox.url}/`, pin: sandbox.fingerprint }],
    },
    async show(person, end) {
      let over = false
      const ended = end.finally(() => {
        over = true
      })
      while (!over) {
        await Promise.race([ended.catch(() => {}), sleep(SHOW_MS)])
        if (!over) await gun.scan(await sandbox.issueCode(person))
      }
      return ended
    },
  }
}

/** Starts the bundle's daemon and waits until it is ready. */
export async function startDaemon(
  windows: Windows,
  bitness: Bitness,
  tables: Record<string, unknown>,
): Promise<Running> {
  const config = join(windows.folder, 'nationec.toml')
  writeFileSync(config, stringify(tables))
  const daemon = startNode(windows, bitness, ['daemon', '--config', config])
  let over: Ended | undefined
  daemon.ended.then(ended => {
    over = ended
  })
  await until(() => {
    if (over) throw new Error(`the daemon ended: ${over.stderr}`)
    return daemon.printed().includes(windows.pipe)
  }, 'the daemon')
  return daemon
}

/** Starts nationec with `parameters`; a path among them may be of Linux. */
export function startNode(
  windows: Windows,
  bitness: Bitness,
  parameters: readonly string[],
  environment?: NodeJS.ProcessEnv,
): Running {
  const own = (value: string) =>
    value.replace(/^(@?)(\/.*)/, (_, at, path) => at + windowsPath(path))
  const script = bundle(bitness, 'bin/nationec.js')
  const all = [script, ...parameters].map(own)
  return windows.start(bundle(bitness, 'node.exe'), all, environment)
}

/** How client.c is told to call. */
export interface CallOptions {
  bitness: Bitness
  strUrl: string
  inData: Buffer | string
  library?: string
  name?: string
  how?: string
}

/** A copy of the library that has no bundle beside it; its path. */
export async function loneLibrary(
  windows: Windows,
  bitness: Bitness,
  folder = `alone-${bitness}`,
): Promise<string> {
  const copy = join(windows.folder, folder, 'NationECCode.dll')
  await mkdir(join(windows.folder, folder), { recursive: true })
  await copyFile(bundle('x64', bitness, 'NationECCode.dll'), copy)
  return copy
}

let files = 0

/** Starts a client that calls the library of the x64 bundle. */
export async function startCall(
  windows: Windows,
  options: CallOptions,
): Promise<Running> {
  const { bitness, strUrl, inData } = options
  const { name = 'NationEcTrans', how = '1' } = options
  const library = options.library ?? bundle('x64', bitness, 'NationECCode.dll')
  const file = join(windows.folder, `in-data-${files++}`)
  writeFileSync(file, inData)
  const parameters = [
    windowsPath(library),
    name,
    strUrl,
    windowsPath(file),
    how,
  ]
  return windows.start(await windows.program('client', bitness), parameters)
}

/** What client.c saw; throws with its complaint where it did not call. */
export function seenBy({ code, stdout, stderr }: Ended): Seen {
  const first = stdout.indexOf('\n')
  const second = stdout.indexOf('\n', first + 1)
  if (second < 0) throw new Error(`client ended with ${code}: ${stderr}`)
  const line = (from: number, to: number) =>
    stdout.toString('latin1', from, to).trim()
  return {
    returned: line(0, first),
    disturbed: line(first, second),
    outData: stdout.subarray(second + 1),
  }
}

/** Calls once; see {@link startCall}. */
export async function call(
  windows: Windows,
  options: CallOptions,
): Promise<Seen> {
  const running = await startCall(windows, options)
  return seenBy(await running.ended)
}
