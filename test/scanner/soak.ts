/**
 * Many reads from many guns, each with a code of its own, and plugs that are
 * pulled at any moment.
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from '../../src/failure.js'
import { plain } from '../../src/scanner/drivers/plain.js'
import type { Found } from '../../src/scanner/locate.js'
import { createScanner } from '../../src/scanner/scanner.js'
import {
  plugVirtualScanner,
  type VirtualScanner,
} from '../../src/scanner/virtual.js'
import { usual } from './stream.js'

export interface Soak {
  /** Codes that were shown whole, and read. */
  read: number
  /** Plugs that were pulled before the code was whole; no code was read. */
  unplugged: number
  /** What must not be: each is a sentence. */
  wrong: string[]
}

interface SoakSettings {
  reads: number
  guns: number
  seed: number
  /** After each hundredth, of all reads. */
  onProgress?: (done: number) => void
}

/** A plug is pulled in one of so many reads. */
const UNPLUG_ONE_IN = 8
/** A gun that goes on reading sends the code once more in one of so many. */
const DOUBLE_ONE_IN = 5

/** Reads `reads` codes in all. Resolves when every device has been let go. */
export async function soak({
  reads,
  guns,
  seed,
  onProgress = () => {},
}: SoakSettings): Promise<Soak> {
  const result: Soak = { read: 0, unplugged: 0, wrong: [] }
  const answered = new Set<number>()
  let next = 0
  async function lane(number: number) {
    const desk = new Desk(randomOf(seed + number))
    while (next < reads) {
      const at = next++
      await desk.readOne(codeOf(at), result, answered)
      if (at % Math.ceil(reads / 100) === 0) onProgress(at)
    }
    await desk.close()
  }
  await Promise.all(Array.from({ length: guns }, (_, number) => lane(number)))
  return result
}

const HEAD = '4243'

/** 28 digits, as a medical code has, and like no other. */
function codeOf(at: number): string {
  return `${HEAD}${`${at}`.padStart(24, '0')}`
}

type Random = (limit: number) => number

class Desk {
  readonly #random: Random
  #gun: VirtualScanner | undefined
  readonly #scanner = createScanner({
    find: async () => [this.#found()],
    waiting: 1,
  })

  constructor(random: Random) {
    this.#random = random
  }

  async readOne(code: string, result: Soak, answered: Set<number>) {
    const gun = this.#plugged()
    const { signal } = new AbortController()
    const isPulled = this.#random(UNPLUG_ONE_IN) === 0
    const act = isPulled
      ? () => this.#pull(gun, code)
      : () => this.#show(gun, code)
    let shown: Promise<void> | undefined
    const outcome = await this.#scanner
      .scan(signal, () => {
        shown = act()
      })
      .catch((reason: unknown) => reason)
    await shown
    if (typeof outcome === 'string') {
      if (outcome !== code) result.wrong.push(`${outcome} read for ${code}`)
      const at = Number(outcome.slice(HEAD.length))
      if (answered.has(at)) result.wrong.push(`${outcome} read twice`)
      answered.add(at)
      result.read++
    } else if (isPulled) result.unplugged++
    else result.wrong.push(`${code} lost: ${outcome}`)
  }

  async close() {
    await this.#scanner.idle()
    this.#gun?.unplug()
  }

  #found(): Found {
    if (!this.#gun) return new Failure('scanner-none')
    const port = { path: this.#gun.path, baudRate: 9600 }
    return { port, driver: plain, framing: usual }
  }

  #plugged(): VirtualScanner {
    this.#gun ??= plugVirtualScanner()
    return this.#gun
  }

  /** Whole, in two pieces, and sometimes once more. */
  async #show(gun: VirtualScanner, code: string) {
    const cut = this.#random(code.length)
    await gun.scan(code.slice(0, cut), '')
    await gun.scan(code.slice(cut))
    if (this.#random(DOUBLE_ONE_IN) === 0) await gun.scan(code)
  }

  /** Some of it, never its end. */
  async #pull(gun: VirtualScanner, code: string) {
    await gun.scan(code.slice(0, this.#random(code.length + 1)), '')
    await sleep(this.#random(5))
    gun.unplug()
    this.#gun = undefined
  }
}

/** Mulberry32: the same numbers for the same seed. */
function randomOf(seed: number): Random {
  let state = seed >>> 0
  return limit => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}
