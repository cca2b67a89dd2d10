/**
 * Spaces: sandboxes within the sandbox, so that two tests at once see neither
 * each other's codes nor faults, requests and clock.
 *
 * A request belongs to the space that its header X-Nationec-Sandbox names;
 * without one, to the space that is called like its orgId, which serves
 * callers of the library, who cannot send a header; else to the space that is
 * always there. Directing a space brings it into being, with nothing in it,
 * and it ends with the process.
 * @module
 */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { whole } from '../../registry/whole.js'
import type { Kept } from '../../store/group-commit.js'
import type { OneTime } from '../../store/one-time.js'
import type { State } from '../books/state.js'
import type { Clock, Surroundings } from '../platform.js'
import type { Platforms } from '../platforms.js'
import { Stream } from './chance.js'
import { ControlledClock } from './clock.js'
import type { EventType } from './contract.js'
import { Doors } from './doors.js'
import { EventHub } from './events.js'
import { FaultBook } from './fault-book.js'
import { JournalRoom } from './journal-room.js'
import { RequestJournal } from './request-journal.js'

/**
 * More than tests run at once; the one that was idle longest is forgotten. A
 * space is not idle while somebody watches it.
 */
export const SPACES_MAX = 100

/** The name of the space that is always there. */
export const COMMON_SPACE = ''

export interface Space {
  readonly name: string
  readonly clock: ControlledClock
  readonly events: EventHub
  readonly faults: FaultBook
  readonly doors: Doors
  readonly journal: RequestJournal
  /** For what faults make up. */
  readonly faultChance: Stream
  /** Where `shared`, one that was never there: each code is given but once. */
  readonly platformChance: Stream
  /** What its platforms remember. */
  readonly state: State
  /** What they have given out. */
  readonly oneTime: OneTime
  /** Whether others have that too: it is left alone then. */
  readonly shared: boolean
  readonly platforms: Platforms
  /** Of all that its platforms change: an answer waits for it. */
  watch(): Kept
  /**
   * The registry that goes with it: with the common space, once it is open;
   * undefined where others have it too.
   */
  terminals?: KeptTerminals | undefined
}

/** The registry of terminals at one moment, as plain JSON. */
export const savedTerminals = z.object({
  rows: whole,
  /** How far chance has come. */
  drawn: z.int(),
})
export type SavedTerminals = z.infer<typeof savedTerminals>

/** A registry of terminals that nobody else has. */
export interface KeptTerminals {
  save(): Promise<SavedTerminals>
  load(saved: SavedTerminals): Promise<void>
  /** As it was when the sandbox was new. */
  clear(): Promise<void>
}

export interface SpacesOptions {
  /** The time outside. */
  clock: Clock
  seed: number
  /** What the space called `name` has in the file. */
  openState(name: string, clock: Clock): State
  openOneTime(name: string): OneTime
  isShared(name: string): boolean
  createPlatforms(surroundings: Surroundings): Platforms
}

export class Spaces {
  readonly common: Space
  readonly #others = new Map<string, Space>()
  readonly #options: SpacesOptions
  readonly #room = new JournalRoom()

  constructor(options: SpacesOptions) {
    this.#options = options
    this.common = this.#create(COMMON_SPACE)
  }

  /** The space called `name`, which is made where there is none. */
  open(name: string): Space {
    if (name === COMMON_SPACE) return this.common
    const space = this.#others.get(name) ?? this.#createEmpty(name)
    this.#others.delete(name)
    this.#others.set(name, space)
    this.#forgetOldest()
    return space
  }

  /** The space that a request of `orgId` belongs to. */
  ofInstitution(orgId: string): Space {
    return this.#others.has(orgId) ? this.open(orgId) : this.common
  }

  /** All that there are: the common one, then the last used first. */
  list(): Space[] {
    return [this.common, ...[...this.#others.values()].reverse()]
  }

  /** Tells whoever watches one of them what is common to all. */
  tell(type: EventType, data: unknown): void {
    for (const { events } of this.list()) events.publish(type, data)
  }

  /** Ends what listens for any of them. */
  close(): void {
    for (const { doors } of this.list()) doors.close()
  }

  /** What an earlier process has left under this name is nobody's any more. */
  #createEmpty(name: string): Space {
    const space = this.#create(name)
    empty(space)
    return space
  }

  #create(name: string): Space {
    const { clock: outside, seed, ...options } = this.#options
    const clock = new ControlledClock(outside)
    const faultChance = new Stream(seed, `${name} faults`)
    const shared = options.isShared(name)
    const use = shared ? `platforms ${randomUUID()}` : `${name} platforms`
    const platformChance = new Stream(seed, use)
    const state = options.openState(name, clock.now)
    const oneTime = options.openOneTime(name)
    const random = platformChance.draw
    return {
      ...{ name, clock, state, oneTime, shared, faultChance, platformChance },
      events: new EventHub(),
      faults: new FaultBook(faultChance.draw),
      doors: new Doors(),
      journal: new RequestJournal(this.#room),
      platforms: options.createPlatforms({
        ...{ state, oneTime, clock: clock.now, random },
      }),
      watch() {
        const [books, vouchers] = [state.watch(), oneTime.watch()]
        return async () => void (await Promise.all([books(), vouchers()]))
      },
    }
  }

  #forgetOldest(): void {
    if (this.#others.size <= SPACES_MAX) return
    const others = [...this.#others.values()]
    const idle = others.find(({ events }) => events.listeners === 0)
    const oldest = idle ?? others[0]
    if (!oldest) return
    oldest.doors.close()
    oldest.journal.clear()
    empty(oldest)
    this.#others.delete(oldest.name)
  }
}

/**
 * Nobody waits for it: what is asked of the space later is done later. If it
 * cannot be done, whoever asks the space for something hears why.
 */
function empty({ state, oneTime }: Space): void {
  state.load([])
  oneTime.clear().catch(() => {})
}
