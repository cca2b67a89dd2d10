/**
 * The registry of the sandbox: each request's terminal must be the one on
 * file. A demo terminal is there from the first, on any machine and for any
 * institution; an application is approved at once, since nobody reviews.
 * @module
 */
import { z } from 'zod'
import { openRegistry, type Registry } from '../registry/registry.js'
import { addRegistryRoutes } from '../registry/routes.js'
import type { AwayPolicy } from '../registry/standing.js'
import { NOTHING } from '../registry/whole.js'
import type { Store } from '../store/store.js'
import { type Failure, failureSaying } from './answers.js'
import type { Stream } from './control/chance.js'
import type { KeptTerminals } from './control/spaces.js'
import type { SandboxServer } from './server.js'
import type { Trail } from './trail.js'

/** The terminal of `nationec demo`, of examples and of tests. */
export const DEMO_TERMINAL = '99000000000000000001'

/** Whose name the history has, since nobody proves who he is here. */
const SANDBOX = 'sandbox'

export interface TerminalsOptions {
  store: Store
  /**
   * Where the sandbox has the store alone: what the names of applications are
   * made of, and so what `kept` is to bring back.
   */
  chance: Stream | undefined
  clock: () => number
  /** Whether numbers that are not on file are accepted too. */
  anyTerminal: boolean
  /** What becomes of requests while the store is away. */
  away: AwayPolicy
  /** Is told of what is done to terminals. */
  changed: (change: object) => void
}

export interface Terminals {
  /**
   * What a request is refused with for its terminal's sake, if anything; the
   * verdict is noted on `trail`.
   */
  refuse(message: unknown, trail: Trail): Promise<Failure | undefined>
  /** Adds /registry/… */
  addRoutes(server: SandboxServer): Promise<void>
  /** Undefined where others have the registry too: it is left alone then. */
  readonly kept: KeptTerminals | undefined
}

export async function openTerminals({
  store,
  chance,
  clock,
  anyTerminal,
  away,
  changed,
}: TerminalsOptions): Promise<Terminals> {
  const registry = await openRegistry(store, {
    ...{ review: 'automatic', away, clock },
    ...(chance && { random: chance.draw }),
  })
  await registry.provide(SANDBOX, demoTerminal)
  registry.onChange(changed)
  return {
    kept: chance && keep(registry, chance, changed),
    refuse: (message, trail) => refuse(registry, message, trail, anyTerminal),
    addRoutes: server =>
      addRegistryRoutes(server, registry, { anonymous: SANDBOX }),
  }
}

function keep(
  registry: Registry,
  chance: Stream,
  changed: TerminalsOptions['changed'],
): KeptTerminals {
  return {
    save: async () => ({ rows: await registry.save(), drawn: chance.position }),
    async load({ rows, drawn }) {
      await registry.load(rows)
      chance.position = drawn
      changed({ action: 'load' })
    },
    async clear() {
      await registry.load(NOTHING)
      chance.position = 0
      await registry.provide(SANDBOX, demoTerminal)
      changed({ action: 'reset' })
    },
  }
}

const demoTerminal = {
  filingNumber: DEMO_TERMINAL,
  name: '演示终端',
  purpose: '用于沙箱演示与联调',
  version: '1.0',
  institution: '演示机构',
  developer: 'nationec',
  type: 'scan-gun',
  orgId: '',
} as const

/**
 * What a message says of its terminal, where it says it. One without a
 * number, or with one that is no 20 digits, is judged with its other fields.
 */
const asking = z.object({
  orgId: z.string().optional().catch(undefined),
  data: z.object({
    termId: z.string().regex(/^\d{20}$/),
    termIp: z.string().optional().catch(undefined),
    termMac: z.string().optional().catch(undefined),
    orgId: z.string().optional().catch(undefined),
  }),
})

async function refuse(
  registry: Registry,
  message: unknown,
  trail: Trail,
  anyTerminal: boolean,
): Promise<Failure | undefined> {
  const asked = asking.safeParse(message)
  if (!asked.success) return undefined
  const { data, orgId = '' } = asked.data
  const verdict = await registry.judge({
    termId: data.termId,
    mac: data.termMac,
    ip: data.termIp,
    orgId: data.orgId ?? orgId,
  })
  trail.note({
    ...{ clause: '2.8', rule: 'terminal', ok: verdict.ok },
    ...{ found: data.termId },
  })
  if (verdict.ok) return undefined
  if (anyTerminal && verdict.refusal === 'unregistered') return undefined
  return failureSaying(verdict.refusal === 'away' ? -1 : -4, verdict.message)
}
