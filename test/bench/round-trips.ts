/**
 * The round trip of a call, beside other ways to carry the same bytes.
 * @module
 */
import { type Client, type Mode, openPaths, PATHS, type Path } from './paths.js'
import type { Programs } from './programs.js'
import { median, type Quantiles, quantiles } from './quantiles.js'

/** What one run of a client does, and how many runs there are. */
export interface Plan {
  name: string
  rounds: number
  warm: number
  count: number
  pauseMs: number
}

/** In µs: the medians of the rounds' quantiles. */
export interface RoundTrip extends Quantiles {
  path: Path
  /** Of p50 to that of the floor, and of the floor with threads. */
  toFloor: number
  toThreads: number
  /** p50 of each round. */
  rounds: number[]
}

/** Until V8 has compiled what it will compile. */
const WARM_UP: Plan = {
  name: 'warm-up',
  rounds: 1,
  warm: 0,
  count: 5000,
  pauseMs: 0,
}

/** Every path by each of `plans`, after a warm-up. */
export async function measureRoundTrips(
  programs: Programs,
  mode: Mode,
  plans: readonly Plan[],
): Promise<RoundTrip[][]> {
  const { clients, close } = await openPaths(programs, mode)
  try {
    await measurePaths(clients, WARM_UP)
    const results: RoundTrip[][] = []
    for (const plan of plans) {
      const rounds = await measurePaths(clients, plan)
      results.push(summarize(rounds))
    }
    return results
  } finally {
    await close()
  }
}

type Rounds = Map<Path, Quantiles[]>

/** All paths in each round, so that what disturbs one disturbs all. */
async function measurePaths(
  clients: Record<Path, Client>,
  { rounds, warm, count, pauseMs }: Plan,
): Promise<Rounds> {
  const paths = Object.keys(PATHS) as Path[]
  const measured: Rounds = new Map(paths.map(path => [path, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [path, quantilesOf] of measured) {
      const spans = await clients[path]([warm, count, pauseMs].map(String))
      const times = spans.map(({ begin, end }) => (end - begin) * 1000)
      quantilesOf.push(quantiles(times))
    }
  }
  return measured
}

function summarize(rounds: Rounds): RoundTrip[] {
  const p50s = (path: Path) => (rounds.get(path) ?? []).map(({ p50 }) => p50)
  const floor = median(p50s('floor'))
  const threads = median(p50s('floor, threads'))
  return [...rounds].map(([path, measured]) => {
    const p50 = median(p50s(path))
    return {
      path,
      p50,
      p99: median(measured.map(({ p99 }) => p99)),
      toFloor: p50 / floor,
      toThreads: p50 / threads,
      rounds: p50s(path),
    }
  })
}
