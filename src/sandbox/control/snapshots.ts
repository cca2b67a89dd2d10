/**
 * A space at one moment, kept under a name: what its platforms remember, its
 * clock, its faults, how far its chance has come, and the registry that goes
 * with it. Snapshots stand in the file that the platforms' books stand in,
 * belong to no space, and outlive the process: what one test has set up,
 * another may begin with.
 * @module
 */
import { z } from 'zod'
import { oneTimeRows } from '../../store/one-time-rows.js'
import {
  type Book,
  type State,
  snapshot as stateSnapshot,
} from '../books/state.js'
import type { SandboxServer } from '../server.js'
import { clockState, type SnapshotSummary } from './contract.js'
import { faultOrder } from './fault-contract.js'
import { clear } from './reset.js'
import { setFault } from './set-fault.js'
import { type Space, savedTerminals } from './spaces.js'

/** Each may be as large as everything. */
export const SNAPSHOTS_MAX = 100

/** No space has this name, since names begin with a letter or a digit. */
export const SNAPSHOT_SPACE = '.snapshots'

const saved = z.object({
  state: stateSnapshot,
  /**
   * Null where others had it too. Snapshots of older programs have it in their
   * state.
   */
  oneTime: oneTimeRows.nullable().default([]),
  clock: clockState,
  faults: z.array(faultOrder),
  chance: z.object({ faults: z.int(), platforms: z.int() }),
  /** Left out where no registry goes with the space. */
  terminals: savedTerminals.optional(),
})
type Saved = z.infer<typeof saved>

export class Snapshots {
  readonly #book: Book<Saved>

  /** Those in `state`, which nothing else is kept in. */
  constructor(state: State) {
    this.#book = state.book('sandbox', 'snapshots', saved)
  }

  /** By name. */
  list(): SnapshotSummary[] {
    return this.#book.entries().map(([name, one]) => summaryOf(name, one))
  }

  /**
   * Keeps `space` under `name`, in place of what is kept there. Undefined
   * where there are {@link SNAPSHOTS_MAX} others.
   */
  async save(name: string, space: Space): Promise<SnapshotSummary | undefined> {
    const others = this.#book.entries().filter(([other]) => other !== name)
    if (others.length >= SNAPSHOTS_MAX) return undefined
    const one: Saved = {
      state: space.state.save(),
      oneTime: space.shared ? null : await space.oneTime.save(),
      clock: space.clock.state(),
      faults: space.faults.list().map(orderOf),
      chance: {
        faults: space.faultChance.position,
        platforms: space.platformChance.position,
      },
      terminals: await space.terminals?.save(),
    }
    this.#book.set(name, one)
    return summaryOf(name, one)
  }

  /**
   * Makes `space` what was kept, but for what others have, or had, as well;
   * undefined where there is no such snapshot.
   */
  async load(
    server: SandboxServer,
    name: string,
    space: Space,
  ): Promise<SnapshotSummary | undefined> {
    const one = this.#book.get(name)
    if (!one) return undefined
    clear(space)
    const { terminals } = one
    if (terminals) await space.terminals?.load(terminals)
    space.state.load(one.state)
    const issued = await loadIssued(space, one)
    const { now, frozen } = one.clock
    space.clock.apply({ set: now, ...(frozen && { freeze: true }) })
    space.faultChance.position = one.chance.faults
    for (const order of one.faults) await setFault(server, space, order)
    space.events.publish('reset', {})
    const brought = space.terminals !== undefined && terminals !== undefined
    return { ...summaryOf(name, one), issued, terminals: brought }
  }

  /** Forgets it; undefined where there is no such snapshot. */
  remove(name: string): SnapshotSummary | undefined {
    const one = this.#book.get(name)
    if (!one) return undefined
    this.#book.delete(name)
    return summaryOf(name, one)
  }
}

/** Whether there are some to load, into a space that has its own. */
async function loadIssued(
  { shared, oneTime, platformChance }: Space,
  { oneTime: rows, chance }: Saved,
): Promise<boolean> {
  if (shared || !rows) return false
  await oneTime.load(rows)
  platformChance.position = chance.platforms
  return true
}

/** A fault as it could be set again; one that has struck is the same anew. */
const orderOf = (fault: z.infer<typeof faultOrder>) =>
  faultOrder.strip().parse(fault)

function summaryOf(
  name: string,
  { clock, state, oneTime, faults, terminals }: Saved,
): SnapshotSummary {
  return {
    name,
    at: clock.now,
    entries: state.length + (oneTime?.length ?? 0),
    faults: faults.length,
    issued: oneTime !== null,
    terminals: terminals !== undefined,
  }
}
