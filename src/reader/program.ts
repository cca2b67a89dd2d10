/**
 * A maker's program, run once: what it printed, and that it has ended.
 * @module
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { Failure, type FailureSymbol } from '../failure.js'

/** Far more than a number, a name and a service's token. */
export const OUTPUT_BYTES_MAX = 65_536

/** A program that was asked to end and has not is killed after this time. */
export const KILL_MS = 1000

export interface RunningProgram {
  /**
   * All that it printed, once it has ended with 0. Rejects with
   * reader-absent, reader-too-long, the symbol for a program that failed, or
   * the signal's reason.
   */
  output: Promise<Buffer>
  /** Resolves when it has ended; it is ended when `output` is settled. */
  ended: Promise<void>
}

/** In a process group of its own, so that its helpers end with it. */
const GROUPS = process.platform !== 'win32'

/**
 * Runs `command` without a shell. What it writes to stderr is dropped, since
 * nobody knows what it holds. `onStarted` is called when it runs.
 */
export function runProgram(
  command: readonly string[],
  failed: FailureSymbol,
  signal: AbortSignal,
  onStarted: () => void,
): RunningProgram {
  const [file = '', ...parameters] = command
  const child = spawn(file, parameters, {
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: GROUPS,
    windowsHide: true,
  })
  const ended = new Promise<void>(resolve => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const output = collect(child, file, failed, signal, onStarted)
  output.catch(() => {}).finally(() => end(child, ended))
  return { output, ended }
}

function collect(
  child: ChildProcess,
  file: string,
  failed: FailureSymbol,
  signal: AbortSignal,
  onStarted: () => void,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const printed: Buffer[] = []
    let bytes = 0
    child.once('spawn', () => attempt(onStarted, reject))
    child.once('error', ({ code }: NodeJS.ErrnoException) => {
      const reason = code ?? 'unknown'
      reject(new Failure('reader-absent', { file, reason }))
    })
    child.stdout?.on('data', (some: Buffer) => {
      printed.push(some)
      bytes += some.length
      if (bytes <= OUTPUT_BYTES_MAX) return
      const limit = OUTPUT_BYTES_MAX
      reject(new Failure('reader-too-long', { file, limit }))
    })
    const stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop)
    child.once('close', (exit, killedBy) => {
      signal.removeEventListener('abort', stop)
      if (exit === 0) return resolve(Buffer.concat(printed))
      const reason = killedBy ?? `exit ${exit}`
      reject(new Failure(failed, { file, reason }))
    })
  })
}

function attempt(work: () => void, onThrown: (thrown: unknown) => void): void {
  try {
    work()
  } catch (thrown) {
    onThrown(thrown)
  }
}

function end(child: ChildProcess, ended: Promise<void>): void {
  if (child.exitCode !== null || child.signalCode !== null) return
  kill(child, 'SIGTERM')
  const timer = setTimeout(() => kill(child, 'SIGKILL'), KILL_MS)
  ended.then(() => clearTimeout(timer))
}

function kill({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    process.kill(GROUPS ? -pid : pid, signal)
  } catch {
    // It has ended meanwhile.
  }
}
