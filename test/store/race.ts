/**
 * A hundred processes that want the same thing at the same moment, on each
 * engine, some of them killed at it.
 * @module
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import PQueue from 'p-queue'
import t, { type Test } from 'tap'
import { postgresMissing, startPostgres } from './postgres.js'

export const RACERS = 100
/** Of these rounds nobody is killed; after so many ms, in each of the others. */
const KILLED_AFTER_MS = [undefined, undefined, 0, 5, 20]
const KILLED = 8

/** A hundred processes take as long to start as the machine lets them. */
const DEADLINE_MS = 600_000

/** Starting is nothing but work, so more at a time only wait for each other. */
const STARTING_MAX = 4

/** What is raced for in a `Room` of the store. */
export interface Race<Room> {
  /** The compiled script of a racer: it calls race of racer.ts. */
  claimant: string
  open(t: Test, address: string): Promise<Room>
  /** What a racer answers who came too late; the winner says "ok". */
  late: string
  /** Makes what the racers want: the line they are told, and what is left. */
  round(
    room: Room,
    number: number,
  ): Promise<{ line: string; after(t: Test): Promise<void> }>
}

/** Runs the race on a SQLite file, then on PostgreSQL. */
export async function raceOnBothEngines<Room>(
  name: string,
  race: Race<Room>,
): Promise<void> {
  t.setTimeout(DEADLINE_MS)
  const skip = postgresMissing()
  const sqlite = join(t.testdir({}), 'store.db')
  const postgres = skip ? '' : (await startPostgres(t)).url
  const addresses = skip ? [sqlite] : [sqlite, postgres]
  // Whoever starts finds the tables, and both stores open before the race.
  const rooms = new Map<string, Room>()
  for (const address of addresses)
    rooms.set(address, await race.open(t, address))
  const start = (numbers: number[]) =>
    startRacers(t, numbers, race.claimant, addresses)
  const racers = await start(Array.from({ length: RACERS }, (_, at) => at))
  const run = async (t: Test, address: string) => {
    const room = rooms.get(address)
    if (room === undefined) throw new Error('race: no such store')
    for (const [number, killAfter] of KILLED_AFTER_MS.entries()) {
      const { line, after } = await race.round(room, number)
      const dying =
        killAfter === undefined ? [] : Array.from({ length: KILLED }, chosen)
      const heard = await runRound(
        racers,
        `${address} ${line}`,
        dying,
        killAfter,
      )
      judge(t, heard, race.late, number)
      await after(t)
      const others = await start(dying)
      for (const [at, racer] of dying.entries())
        racers[racer] = others[at] as Racer
    }
  }
  t.test(`sqlite: ${name}`, t => run(t, sqlite))
  t.test(`postgres: ${name}`, { skip }, t => run(t, postgres))
}

/** No two alike: every twelfth. */
const chosen = (_: unknown, at: number) => at * 12

/** What each racer answered to `line`; undefined where it was killed before. */
async function runRound(
  racers: readonly Racer[],
  line: string,
  dying: number[],
  killAfter = 0,
): Promise<(string | undefined)[]> {
  const answers = Promise.all(racers.map(racer => racer.ask(line)))
  await sleep(killAfter)
  for (const racer of dying) racers[racer]?.kill()
  return answers
}

/** Exactly one has won, who may have been killed before it could say so. */
function judge(
  t: Test,
  heard: (string | undefined)[],
  late: string,
  round: number,
): void {
  const count = (answer?: string) => heard.filter(one => one === answer).length
  const [wins, silent] = [count('ok'), count(undefined)]
  // Whoever had to wait still hears how it ended: no lock is given up on.
  const others = heard.filter(one => one && one !== 'ok' && one !== late)
  t.same(others, [], 'no other end')
  t.ok(silent > 0 ? wins <= 1 : wins === 1, `round ${round}: ${wins} won`)
}

interface Racer {
  /** Its answer to `line`; undefined where it was killed before. */
  ask(line: string): Promise<string | undefined>
  kill(): void
}

/** Processes with these numbers, each ready: it has printed a line. */
async function startRacers(
  t: Test,
  numbers: number[],
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
