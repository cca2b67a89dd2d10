/**
 * A library under test, in a process of its own that may crash or hang.
 * @module
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { atExit } from '../at-exit.js'
import { text } from '../texts/index.js'
import { greeting, type Order, type Outcome, outcome } from './library-wire.js'
import type { Ended } from './seen.js'

/** Calls that run at the same time need a thread each. */
const THREADS = 32
/** Node starts in a tenth of this on a busy machine. */
const LOAD_MS = 30_000
/** What it said before it died has arrived by then. */
const LAST_WORDS_MS = 200
/** What a library may do when its process ends. */
const END_MS = 3000

/** The arguments of one call; null stands for a null pointer. */
export type Arguments = Omit<Order, 'id'>

/** What can be called and looked at. */
export interface Subject {
  /** Never rejects: what the call does to its process is its end. */
  call(given: Arguments): Promise<Ended>
  /**
   * Ends the process. Resolves to how it died where it did not end well, as
   * with a damaged heap.
   */
  close(): Promise<string | undefined>
}

/** A library that cannot be loaded at all. */
export class LoadError extends Error {}

/**
 * Loads the library `file` into a new process whose environment has
 * `variables` as well. A call that takes longer than `deadlineMs` has hung.
 * Rejects with a LoadError.
 */
export async function loadSubject(
  file: string,
  variables: NodeJS.ProcessEnv,
  deadlineMs: number,
): Promise<Subject> {
  const host = fileURLToPath(new URL('library-host.js', import.meta.url))
  const child = fork(host, [file], {
    env: { ...process.env, ...heapChecks(), ...variables },
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const loaded = new LoadedLibrary(child, file, deadlineMs)
  await loaded.greeted
  return loaded
}

/** glibc looks after its blocks where it is asked to; others ignore it. */
function heapChecks(): NodeJS.ProcessEnv {
  const threads = { UV_THREADPOOL_SIZE: String(THREADS) }
  if (process.platform !== 'linux') return threads
  const { LD_PRELOAD } = process.env
  const preload = [LD_PRELOAD, 'libc_malloc_debug.so.0'].filter(Boolean)
  return { ...threads, MALLOC_CHECK_: '3', LD_PRELOAD: preload.join(':') }
}

type Settle = (ended: Ended) => void

class LoadedLibrary implements Subject {
  /** Rejects where the library is not loaded. */
  readonly greeted: Promise<void>
  readonly #child: ChildProcess
  readonly #deadlineMs: number
  readonly #ended: Promise<string | undefined>
  readonly #calls = new Map<number, Settle>()
  #last = 0
  #complaint = ''

  constructor(child: ChildProcess, file: string, deadlineMs: number) {
    this.#child = child
    this.#deadlineMs = deadlineMs
    child.stderr?.on('data', bytes => {
      this.#complaint ||= HEAP.exec(String(bytes))?.[0] ?? ''
    })
    const complained = child.stderr ? once(child.stderr, 'close') : undefined
    const end = atExit(() => child.kill('SIGKILL'))
    this.#ended = once(child, 'exit').then(async ([code, signal]) => {
      end()
      await Promise.race([complained, sleep(LAST_WORDS_MS)])
      const reason = this.#howItDied(code, signal)
      this.#settleAll({ how: 'died', reason: reason ?? 'exit 0' })
      return reason
    })
    this.greeted = this.#greeting(file)
    child.on('message', message => {
      const done = outcome.safeParse(message)
      if (done.success) this.#settle(done.data)
    })
  }

  call(given: Arguments): Promise<Ended> {
    const id = ++this.#last
    const seconds = this.#deadlineMs / 1000
    return new Promise(resolve => {
      const late = setTimeout(() => {
        settle({ how: 'hung', seconds })
        this.#child.kill('SIGKILL')
      }, this.#deadlineMs)
      const settle = (ended: Ended) => {
        clearTimeout(late)
        this.#calls.delete(id)
        resolve(ended)
      }
      this.#calls.set(id, settle)
      if (this.#child.connected) {
        this.#child.send({ id, ...given } satisfies Order, () => {})
      } else settle({ how: 'died', reason: text('certify.died.before') })
    })
  }

  async close(): Promise<string | undefined> {
    const killed = this.#child.killed
    if (this.#child.connected) this.#child.disconnect()
    const late = setTimeout(() => this.#child.kill('SIGKILL'), END_MS)
    const reason = await this.#ended
    clearTimeout(late)
    return killed ? undefined : reason
  }

  async #greeting(file: string): Promise<void> {
    const late = setTimeout(() => this.#child.kill('SIGKILL'), LOAD_MS)
    const said = await Promise.race([
      once(this.#child, 'message').then(([message]) => greeting.parse(message)),
      this.#ended.then(how => ({ loaded: false as const, reason: how ?? '' })),
    ])
    clearTimeout(late)
    if (said.loaded) return
    // The system's own sentence, which has an end.
    const reason = said.reason.replace(/[\s.。]+$/, '')
    throw new LoadError(text('certify.load', { file, reason }))
  }

  #settle({ id, returned, outData, before, beyond }: Outcome): void {
    const bytes = Buffer.from(outData)
    const end = bytes.indexOf(0)
    this.#calls.get(id)?.({
      how: 'answered',
      returned,
      outData: end < 0 ? bytes : bytes.subarray(0, end),
      terminated: end >= 0 || bytes.length === 0,
      before,
      beyond,
    })
  }

  #settleAll(ended: Ended): void {
    for (const settle of [...this.#calls.values()]) settle(ended)
  }

  #howItDied(code: number | null, signal: string | null): string | undefined {
    if (code === 0) return undefined
    const how = signal ?? `exit ${code}`
    return this.#complaint ? `${how}: ${this.#complaint}` : how
  }
}

/** What glibc says of a damaged heap before it ends the process. */
const HEAP =
  /(free\(\)|malloc\w*\(\)|realloc\(\)|munmap_chunk\(\)|corrupted|double free)[ :\w()!]*/
