/**
 * Processes of the benchmark, each on the core that a mode gives it.
 * @module
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

/** A core by its number; undefined where the system may choose. */
export type Core = number | undefined

type Environment = Record<string, string>

export interface Started {
  process: ChildProcess
  /** What it printed when it was ready. */
  firstLine: string
  stop(): Promise<void>
}

/** When a call began and ended, in ms of CLOCK_MONOTONIC. */
export interface Span {
  begin: number
  end: number
}

/** Now, in ms of CLOCK_MONOTONIC. */
export function now(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

/** Starts a server and waits until it prints its first line. */
export async function start(
  command: string[],
  core: Core,
  environment: Environment = {},
): Promise<Started> {
  const [file = '', ...rest] = onCore(command, core)
  const child = spawn(file, rest, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  const [line] = await Promise.race([
    once(child.stdout as Readable, 'data'),
    once(child, 'exit').then(() => {
      throw new Error(`${command.join(' ')}: ended at once`)
    }),
  ])
  return { process: child, firstLine: String(line).trim(), stop: stop(child) }
}

/** Runs a client to its end and reads the times it prints. */
export async function measure(
  command: string[],
  core: Core,
  environment: Environment = {},
): Promise<Span[]> {
  const [file = '', ...rest] = onCore(command, core)
  const env = { ...process.env, ...environment }
  const stdout = await new Promise<string>((resolve, reject) => {
    execFile(file, rest, { env, maxBuffer: 2 ** 26 }, (error, out, err) =>
      error ? reject(new Error(err || error.message)) : resolve(out),
    )
  })
  return readSpans(stdout)
}

/** The command that runs a compiled module of this folder. */
export function nodeCommand(module: string, ...rest: string[]): string[] {
  const file = fileURLToPath(new URL(module, import.meta.url))
  return [process.execPath, file, ...rest]
}

/** Nothing of ours goes on when the benchmark has failed. */
const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill()
})

function readSpans(printed: string): Span[] {
  return printed
    .trim()
    .split('\n')
    .map(line => {
      const [begin = 0, end = 0] = line.split(' ').map(ns => Number(ns) / 1e6)
      return { begin, end }
    })
}

function onCore(command: string[], core: Core): string[] {
  return core === undefined ? command : ['taskset', '-c', `${core}`, ...command]
}

function stop(child: ChildProcess): () => Promise<void> {
  return async () => {
    if (child.exitCode !== null || child.signalCode) return
    const ended = once(child, 'exit')
    child.kill()
    await ended
  }
}
