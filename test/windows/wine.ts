/**
 * Runs programs of Windows, the bundle's and those that are compiled for a test.
 * Their output goes through files, since node.exe under Wine takes no pipe, and
 * an auto-started daemon would keep it open.
 * @module
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Test } from 'tap'
import { packagePath } from '../../src/paths.js'
import { compile } from '../native/build.js'
import {
  makePrefixes,
  sharedPrefix,
  windowsPath,
  wineEnvironment,
} from './prefix.js'

export const BITNESSES = ['x86', 'x64'] as const
export type Bitness = (typeof BITNESSES)[number]

const COMPILERS = {
  x86: 'i686-w64-mingw32-gcc',
  x64: 'x86_64-w64-mingw32-gcc',
}

/** tap adds options for its own Node.js to each child's environment. */
const WINE = ['-u', 'NODE_OPTIONS', 'wine']

/** Node.js under Wine on a busy machine starts in ten seconds. */
const PROGRAM_MS = 90_000
const POLL_MS = 20

const { version } = JSON.parse(
  readFileSync(packagePath('package.json'), 'utf8'),
)

/** The unpacked bundle whose node.exe is of this bitness. */
export function bundle(bitness: Bitness, ...parts: string[]): string {
  const name = `nationec-${version}-windows-${bitness}`
  return packagePath('build/windows', name, ...parts)
}

/** Why nothing of Windows can be run here; false where it can. */
export function lacking(): string | false {
  const tools = [...Object.values(COMPILERS), 'wine']
  const missing = tools.filter(
    tool => spawnSync(tool, ['--version']).status !== 0,
  )
  if (missing.length > 0) return `${missing.join(', ')}: run .ci/packages`
  const built = BITNESSES.every(bitness => existsSync(bundle(bitness)))
  return built ? false : 'no bundle: npm run build:windows'
}

/** How a program ended and what it printed. */
export interface Ended {
  code: number | null
  stdout: Buffer
  stderr: string
  ms: number
}

export interface Running {
  pid: number
  ended: Promise<Ended>
  /** What it has printed so far. */
  printed(): string
  kill(): void
}

/** A place for the processes of one test file; they end with it. */
export interface Windows {
  /** A folder that is removed at the end. */
  folder: string
  /** The pipe that its processes use. */
  pipe: string
  start(
    file: string,
    parameters?: readonly string[],
    environment?: NodeJS.ProcessEnv,
  ): Running
  run(
    file: string,
    parameters?: readonly string[],
    environment?: NodeJS.ProcessEnv,
  ): Promise<Ended>
  /** test/windows/`name`.c */
  program(name: string, bitness: Bitness): Promise<string>
  /** Sends a command to the daemon; undefined where there is none. */
  command(
    command: 'status' | 'stop',
  ): Promise<Record<string, unknown> | undefined>
}

let places = 0

/** Makes the prefix if there is none, and a place that ends with `t`. */
export async function startWindows(t: Test): Promise<Windows> {
  makePrefixes()
  const folder = mkdtempSync(join(tmpdir(), 'nationec-windows-'))
  const place = new Place(folder, `${process.pid}-${places++}`)
  t.teardown(() => place.stop())
  return place
}

/** Waits until `look` finds something; rejects after a program's time. */
export async function until<T>(
  look: () => T | Promise<T>,
  what: string,
): Promise<NonNullable<T>> {
  for (const end = Date.now() + PROGRAM_MS; Date.now() < end; ) {
    const found = await look()
    if (found) return found
    await sleep(POLL_MS)
  }
  throw new Error(`${what}: not within ${PROGRAM_MS} ms`)
}

class Place implements Windows {
  readonly pipe: string
  readonly #environment: NodeJS.ProcessEnv
  readonly #running = new Set<Running>()
  readonly #programs = new Map<string, Promise<string>>()
  #files = 0

  constructor(
    readonly folder: string,
    name: string,
  ) {
    this.pipe = `\\\\.\\pipe\\nationec-test-${name}`
    this.#environment = {
      ...wineEnvironment(sharedPrefix),
      NATIONEC_SOCKET: this.pipe,
      NATIONEC_STATE: windowsPath(folder),
    }
  }

  start(
    file: string,
    parameters: readonly string[] = [],
    environment: NodeJS.ProcessEnv = {},
  ): Running {
    const output = join(this.folder, `printed-${this.#files++}`)
    const [stdout, stderr] = [
      openSync(output, 'w'),
      openSync(`${output}e`, 'w'),
    ]
    const child = spawn('env', [...WINE, file, ...parameters], {
      cwd: this.folder,
      env: { ...this.#environment, ...environment },
      stdio: ['ignore', stdout, stderr],
    })
    for (const descriptor of [stdout, stderr]) closeSync(descriptor)
    const ended = watch(child, output)
    const running: Running = {
      pid: child.pid ?? 0,
      ended,
      printed: () => readFileSync(output, 'utf8'),
      kill: () => child.kill('SIGKILL'),
    }
    this.#running.add(running)
    ended.finally(() => this.#running.delete(running)).catch(() => {})
    return running
  }

  run(
    file: string,
    parameters: readonly string[] = [],
    environment: NodeJS.ProcessEnv = {},
  ): Promise<Ended> {
    return this.start(file, parameters, environment).ended
  }

  program(name: string, bitness: Bitness): Promise<string> {
    const output = join(this.folder, `${name}-${bitness}.exe`)
    const found = this.#programs.get(output)
    if (found) return found
    const sources = [`test/windows/${name}.c`]
    const flags = ['-static', '-lole32', '-ladvapi32']
    const compiled = compile(output, sources, flags, COMPILERS[bitness])
    this.#programs.set(output, compiled)
    return compiled
  }

  async command(command: 'status' | 'stop') {
    const program = await this.program('command', 'x64')
    const { code, stdout } = await this.run(program, [this.pipe, command])
    return code === 0 ? JSON.parse(stdout.toString()) : undefined
  }

  /** Also a daemon that a library has started. */
  async stop() {
    await this.command('stop').catch(() => {})
    for (const running of this.#running) running.kill()
    await Promise.allSettled([...this.#running].map(({ ended }) => ended))
    rmSync(this.folder, { recursive: true, maxRetries: 10 })
  }
}

function watch(child: ChildProcess, output: string): Promise<Ended> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), PROGRAM_MS)
    child.once('error', reject)
    child.once('close', code => {
      clearTimeout(timer)
      resolve({
        code,
        stdout: readFileSync(output),
        stderr: readFileSync(`${output}e`, 'utf8'),
        ms: performance.now() - started,
      })
    })
  })
}
