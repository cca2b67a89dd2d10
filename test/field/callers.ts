/**
 * Programs that know the library by XJ-D01-2019, B.1.2 alone, and what they
 * see of it.
 * @module
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { decodeText } from '../../src/charset.js'
import { packagePath } from '../../src/paths.js'
import { compile } from '../native/build.js'

export const CALLERS = ['c', 'python'] as const
export type CallerName = (typeof CALLERS)[number]

/** How each program is started; undefined where this machine lacks it. */
export type Callers = Record<CallerName, string[] | undefined>

/** Why a test of `caller` cannot run here; false where it can. */
export function missing(callers: Callers, caller: CallerName) {
  return callers[caller] ? false : 'python3: apt-get install python3'
}

/** Compiles the caller in C into `folder` and looks for Python. */
export async function findCallers(folder: string): Promise<Callers> {
  const program = await compileProgram(folder, 'caller')
  const python = findPython()
  const script = packagePath('test/field/caller.py')
  return { c: [program], python: python ? [python, script] : undefined }
}

/** Compiles test/native/`name`.c, a program that knows the ABI alone. */
export function compileProgram(
  folder: string,
  name: 'caller' | 'stress',
): Promise<string> {
  const sources = [`test/native/${name}.c`, 'test/native/foreign.c']
  return compile(join(folder, name), sources, ['-pthread', '-ldl'])
}

/** What a program printed, as it was. */
export interface Seen {
  returned: string
  outData: Buffer
  /** From the program's start to its end. */
  ms: number
}

/** A program that runs; `seen` rejects where it crashed or was killed. */
export interface RunningProgram {
  pid: number
  seen: Promise<Seen>
  kill(): void
}

/** Starts `command`, which prints a line and then OutData. */
export function startProgram(
  [file = '', ...parameters]: readonly string[],
  environment: NodeJS.ProcessEnv,
): RunningProgram {
  const started = performance.now()
  const child = spawn(file, parameters, {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const seen = output(child).then(bytes => {
    const end = bytes.indexOf('\n')
    return {
      returned: bytes.toString('latin1', 0, end),
      outData: bytes.subarray(end + 1),
      ms: performance.now() - started,
    }
  })
  seen.catch(() => {})
  return { pid: child.pid ?? 0, seen, kill: () => child.kill('SIGKILL') }
}

/** These programs end with 1 where the call was not answered "0000". */
const ENDS = [0, 1]

/** What `command` prints until it ends; rejects as {@link RunningProgram}. */
export function runToEnd(
  [file = '', ...parameters]: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<Buffer> {
  return output(spawn(file, parameters, { env: environment }))
}

/** What `child` printed; rejects with its stderr where it ends badly. */
function output(child: ChildProcess): Promise<Buffer> {
  const printed: Buffer[] = []
  const complaints: Buffer[] = []
  child.stdout?.on('data', bytes => printed.push(bytes))
  child.stderr?.on('data', bytes => complaints.push(bytes))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      if (ENDS.includes(code ?? -1)) return resolve(Buffer.concat(printed))
      const why = Buffer.concat(complaints).toString()
      reject(
        new Error(`${child.spawnfile} ended with ${code ?? signal} ${why}`),
      )
    })
  })
}

export interface OutData {
  code: number
  message: string
  orgId: string
  data: Record<string, unknown>
}

/** OutData as a caller parses it; throws where it is no JSON. */
export function parse(
  { outData }: Seen,
  charset: 'utf-8' | 'gb18030' = 'utf-8',
): OutData {
  const text = decodeText(outData, charset)
  if (text === undefined) throw new Error(`OutData is not ${charset}`)
  return JSON.parse(text)
}

/** The interpreter itself: a version manager's stand-in takes 100 ms more. */
function findPython(): string {
  const script = 'import ctypes, sys; print(sys.executable)'
  return String(spawnSync('python3', ['-c', script]).stdout ?? '').trim()
}
