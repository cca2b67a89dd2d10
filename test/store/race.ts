/**
 * Many processes that do the same thing at the same moment.
 * @module
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import PQueue from 'p-queue'
import type { Test } from 'tap'

export interface Racer {
  /** Its answer to `line`; undefined where it was killed before. */
  ask(line: string): Promise<string | undefined>
  kill(): void
}

/** Starting is nothing but work, so more at a time only wait for each other. */
const STARTING_MAX = 4

/**
 * `count` processes of the compiled `script`, each ready: it has printed a
 * line. From then on each prints one line for each that it is sent.
 */
export async function startRacers(
  t: Test,
  count: number,
  script: string,
  argv: string[],
): Promise<Racer[]> {
  const starting = new PQueue({ concurrency: STARTING_MAX })
  // What tap loads into each process of Node takes longer than the process.
  const { NODE_OPTIONS, ...env } = process.env
  const start = async (number: number) => {
    const child = spawn(process.execPath, [script, ...argv, String(number)], {
      env,
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    t.teardown(() => child.kill('SIGKILL'))
    return racer(child)
  }
  const numbers = Array.from({ length: count }, (_, number) => number)
  return starting.addAll(numbers.map(number => () => start(number)))
}

async function racer(
  child: ChildProcessByStdio<Writable, Readable, null>,
): Promise<Racer> {
  const lines = createInterface({ input: child.stdout })
  const waiting: ((line: string | undefined) => void)[] = []
  lines.on('line', line => waiting.shift()?.(line))
  lines.on('close', () => {
    for (const resolve of waiting.splice(0)) resolve(undefined)
  })
  child.stdin.on('error', () => {})
  const next = () =>
    new Promise<string | undefined>(resolve => waiting.push(resolve))
  if ((await next()) === undefined) throw new Error('a racer did not start')
  return {
    ask: line => {
      child.stdin.write(`${line}\n`)
      return next()
    },
    kill: () => void child.kill('SIGKILL'),
  }
}

/** A racer's own side: answers each line with what `answer` says. */
export async function race(
  answer: (line: string) => Promise<string>,
): Promise<void> {
  process.stdout.on('error', () => process.exit())
  process.stdout.write('ready\n')
  for await (const line of createInterface({ input: process.stdin }))
    process.stdout.write(`${await answer(line)}\n`)
}
