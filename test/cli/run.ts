/**
 * The command line in a process of its own, in a folder of its own.
 * @module
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Test } from 'tap'
import { packagePath } from '../../src/paths.js'

export interface Finished {
  code: number | null
  stdout: string
  stderr: string
}

interface RunOptions {
  /** Working folder and state folder; its `socket` is the daemon's. */
  folder: string
  /** LC_ALL; English by default. */
  locale?: string
  /** Standard input. */
  input?: string | Buffer
  /** More of its environment. */
  variables?: NodeJS.ProcessEnv
}

/** Runs `nationec ...argv` to its end. */
export async function run(
  argv: string[],
  { input, ...options }: RunOptions,
): Promise<Finished> {
  const child = start(argv, options)
  child.stdin.on('error', () => {}).end(input)
  const texts = [child.stdout, child.stderr].map(async stream => {
    stream.setEncoding('utf8')
    let text = ''
    for await (const more of stream) text += more
    return text
  })
  const [code] = await once(child, 'close')
  const [stdout = '', stderr = ''] = await Promise.all(texts)
  return { code, stdout, stderr }
}

/** Starts `nationec ...argv`, which ends with the test, up to its first line. */
export async function startCommand(
  t: Test,
  argv: string[],
  options: RunOptions,
): Promise<{ child: ReturnType<typeof start>; line: string }> {
  const child = start(argv, options)
  t.teardown(() => child.kill('SIGKILL'))
  child.stderr.resume()
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return { child, line }
}

/** Resolves to the exit code of a process that has been told to end. */
export async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode
  const [code] = await once(child, 'exit')
  return code
}

/** Starts `nationec ...argv`, which the caller ends. */
export function start(
  argv: string[],
  { folder, locale = 'C', variables }: RunOptions,
) {
  const { NATIONEC_CONFIG, ...env } = process.env
  return spawn(process.execPath, [packagePath('bin/nationec.js'), ...argv], {
    cwd: folder,
    env: {
      ...env,
      LC_ALL: locale,
      NATIONEC_STATE: folder,
      NATIONEC_SOCKET: `${folder}/socket`,
      ...variables,
    },
  })
}
