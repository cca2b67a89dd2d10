/**
 * Looks at this machine as a platform would see it.
 * @module
 */
import { Failure } from '../failure.js'
import { type Card, rememberCards } from './cards.js'
import { changeOf } from './change.js'
import { type Choice, choose, findCard } from './choose.js'
import { readKept } from './kept.js'
import { localAddressToward } from './route.js'

export interface Look {
  cards: readonly Card[]
  choice: Choice
  /** What was kept of the last time, if anything. */
  kept: Choice | undefined
  /** What is different from then, or from what the configuration names. */
  change: Failure | undefined
  /** Whether the system knows a way to the platform. */
  reachable: boolean
}

/** What a look needs to know of the platform. */
export interface Way {
  /** By which what was chosen is kept. */
  host: string
  /** What is connected to: the platform, or the proxy before it. */
  hop: URL
}

/** Where the machine is read; the test's own in tests. */
export interface Eyes {
  cards(): Card[]
  localToward(hop: URL): Promise<string | undefined>
  kept(host: string): Choice | undefined
}

export const thisMachine: Eyes = {
  cards: rememberCards(),
  localToward: localAddressToward,
  kept: readKept,
}

/**
 * What this machine is toward a platform; `card` is the name or MAC of the
 * card that the configuration wants, or empty. Without a way to the platform
 * nothing is judged: the call will fail of that. Never rejects.
 */
export async function look(
  { host, hop }: Way,
  card: string,
  eyes: Eyes = thisMachine,
): Promise<Look> {
  const local = await eyes.localToward(hop)
  const cards = eyes.cards()
  const kept = eyes.kept(host)
  const wanted = card ? findCard(cards, card) : undefined
  const choice = choose(cards, local, { wanted, kept })
  const reachable = local !== undefined
  const seen = { cards, choice, kept, reachable }
  if (card && !wanted) {
    const change = new Failure('terminal-card-absent', { card })
    return { ...seen, change }
  }
  const change = kept && reachable ? changeOf(kept, choice, cards) : undefined
  return { ...seen, change }
}
