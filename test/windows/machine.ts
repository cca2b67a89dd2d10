/**
 * A machine with Windows of its own: what is installed there, and the system's
 * pipe, are in nobody's way.
 * @module
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'smol-toml'
import type { Test } from 'tap'
import { encodeText } from '../../src/charset.js'
import { requestText } from '../field/harness.js'
import { copyPrefix, windowsPath } from './prefix.js'
import { type Bitness, type Ended, type Running, startWindows } from './wine.js'

export const PIPE = '\\\\.\\pipe\\nationec'

/** What `sc query` says of the service. */
export interface ServiceState {
  state: string
  /** An error of the system. */
  exitCode: number
  /** Of the daemon that ended by itself. */
  daemonsExitCode: number
}

export interface Machine {
  /** A folder of this machine, removed at the end. */
  folder: string
  /** Where drive C is. */
  drive: string
  start(file: string, parameters?: readonly string[]): Running
  run(file: string, parameters?: readonly string[]): Promise<Ended>
  /** test/windows/`name`.c */
  program(name: string, bitness: Bitness): Promise<string>
  /** Ends the program `name`, or does to it what `signal` says. */
  kill(name: string, signal?: NodeJS.Signals): void
  /** Ends every process, as a power cut does; services start anew. */
  cutPower(): void
}

/** Makes the machine, which ends with `t`. */
export async function startMachine(t: Test): Promise<Machine> {
  const windows = await startWindows(t)
  const prefix = join(windows.folder, 'prefix')
  copyPrefix(prefix)
  const environment = {
    WINEPREFIX: prefix,
    // The event log is printed by Wine where a process calls it.
    WINEDEBUG: '-all,err+eventlog',
    NATIONEC_SOCKET: '',
    NATIONEC_STATE: '',
  }
  const cutPower = () => {
    const env = { ...process.env, WINEPREFIX: prefix }
    spawnSync('wineserver', ['-k'], { env })
  }
  t.teardown(cutPower)
  const start = (file: string, parameters: readonly string[] = []) =>
    windows.start(file, parameters, environment)
  return {
    folder: windows.folder,
    drive: join(prefix, 'drive_c'),
    start,
    run: (file, parameters) => start(file, parameters).ended,
    program: (name, bitness) => windows.program(name, bitness),
    kill: (name, signal = 'SIGKILL') => kill(name, prefix, signal),
    cutPower,
  }
}

/** By this machine's own means: taskkill does not see services under Wine. */
function kill(name: string, prefix: string, signal: NodeJS.Signals): void {
  for (const entry of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    const read = (file: string) => readIfThere(`/proc/${entry}/${file}`)
    const [file = ''] = read('cmdline').split('\0')
    if (!file.endsWith(name)) continue
    const variables = read('environ').split('\0')
    if (variables.includes(`WINEPREFIX=${prefix}`))
      process.kill(Number(entry), signal)
  }
}

/** A process may have ended meanwhile. */
function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** A file in the service's data folder. */
export function dataPath({ drive }: Machine, ...parts: string[]): string {
  return join(drive, 'ProgramData/nationec', ...parts)
}

/** What the service's daemon has printed. */
export function daemonLog(machine: Machine): string {
  const path = dataPath(machine, 'daemon.log')
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/** Writes the service's nationec.toml. */
export function configure(
  machine: Machine,
  tables: Record<string, unknown>,
): void {
  writeFileSync(dataPath(machine, 'nationec.toml'), stringify(tables))
}

/** The service's state; undefined where it is not registered. */
export async function serviceState(
  machine: Machine,
): Promise<ServiceState | undefined> {
  const { code, stdout } = await machine.run('sc', ['query', 'nationec'])
  if (code !== 0) return undefined
  const line = (name: string) =>
    new RegExp(`${name}\\s*: (.*?)\\s*[(\\r\\n]`).exec(String(stdout))?.[1] ??
    ''
  return {
    state: line('\\bSTATE').replace(/^\d+\s+/, ''),
    exitCode: Number(line('WIN32_EXIT_CODE')),
    daemonsExitCode: Number(line('SERVICE_EXIT_CODE')),
  }
}

/** What the daemon answers to nationec status; undefined where none is. */
export async function daemonStatus(
  machine: Machine,
): Promise<Record<string, unknown> | undefined> {
  const program = await machine.program('command', 'x64')
  const { code, stdout } = await machine.run(program, [PIPE, 'status'])
  return code === 0 ? JSON.parse(String(stdout)) : undefined
}

let files = 0

/** Starts a 32-bit program that calls the library at `library`. */
export async function startClient(
  machine: Machine,
  library: string,
  strUrl: string,
  inData = encodeText(requestText(), 'gb18030'),
): Promise<Running> {
  const file = join(machine.folder, `request-${files++}`)
  writeFileSync(file, inData)
  const parameters = [library, 'NationEcTrans', strUrl, windowsPath(file)]
  return machine.start(await machine.program('client', 'x86'), parameters)
}
