/**
 * Spaces: sandboxes within the sandbox, so that two tests at once see neither
 * each other's codes nor faults, requests and clock.
 *
 * A request belongs to the space that its header X-Nationec-Sandbox names;
 * without one, to the space that is called like its orgId, which serves
 * callers of the library, who cannot send a header; else to the space that is
 * always there. Directing a space brings it into being.
 * @module
 */
import type { Clock, Random } from '../platform.js'
import type { Platforms } from '../platforms.js'
import { ControlledClock } from './clock.js'
import { Doors } from './doors.js'
import { EventHub } from './events.js'
import { FaultBook } from './fault-book.js'
import { RequestJournal } from './request-journal.js'

/** More than tests run at once; the one that was idle longest is forgotten. */
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
  readonly chance: Random
  readonly platforms: Platforms
}

export interface SpacesOptions {
  /** The time outside. */
  clock: Clock
  /** A stream of chance for each use. */
  chance(use: string): Random
  /** Those of the space called `name`. */
  createPlatforms(name: string, clock: Clock, random: Random): Platforms
}

export class Spaces {
  readonly common: Space
  readonly #others = new Map<string, Space>()
  readonly #options: SpacesOptions

  constructor(options: SpacesOptions) {
    this.#options = options
    this.common = this.#create(COMMON_SPACE)
  }

  /** The space called `name`, which is made where there is none. */
  open(name = COMMON_SPACE): Space {
    if (name === COMMON_SPACE) return this.common
    const space = this.#others.get(name) ?? this.#create(name)
    this.#others.delete(name)
    this.#others.set(name, space)
    this.#forgetOldest()
    return space
  }

  /** The space that a request of `orgId` belongs to. */
  ofInstitution(orgId: string): Space {
    return this.#others.has(orgId) ? this.open(orgId) : this.common
  }

  /** Ends what listens for any of them. */
  close(): void {
    for (const { doors } of [this.common, ...this.#others.values()])
      doors.close()
  }

  #create(name: string): Space {
    const { clock, chance, createPlatforms } = this.#options
    const controlled = new ControlledClock(clock)
    const faultChance = chance(`${name} faults`)
    return {
      name,
      clock: controlled,
      events: new EventHub(),
      faults: new FaultBook(faultChance),
      chance: faultChance,
      doors: new Doors(),
      journal: new RequestJournal(),
      platforms: createPlatforms(
        name,
        controlled.now,
        chance(`${name} platform`),
      ),
    }
  }

  #forgetOldest(): void {
    if (this.#others.size <= SPACES_MAX) return
    const [oldest] = this.#others.keys()
    if (oldest === undefined) return
    this.#others.get(oldest)?.doors.close()
    this.#others.delete(oldest)
  }
}
