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
import type { Store } from '../store/store.js'
import { type Failure, failureSaying } from './answers.js'
import type { SandboxServer } from './server.js'
import { compared } from './trail.js'

/** The terminal of `nationec demo`, of examples and of tests. */
export const DEMO_TERMINAL = '99000000000000000001'

/** Whose name the history has, since nobody proves who he is here. */
const SANDBOX = 'sandbox'

export interface TerminalsOptions {
  store: Store
  clock: () => number
  /** Whether numbers that are not on file are accepted too. */
  anyTerminal: boolean
  /** What becomes of requests while the store is away. */
  away: AwayPolicy
}

export interface Terminals {
  /** What a request is refused with for its terminal's sake, if anything. */
  refuse(message: unknown): Promise<Failure | undefined>
  /** Adds /registry/… and tells `changed` of what is done there. */
  addRoutes(
    server: SandboxServer,
    changed: (change: object) => void,
  ): Promise<void>
}

export async function openTerminals({
  store,
  clock,
  anyTerminal,
  away,
}: TerminalsOptions): Promise<Terminals> {
  const registry = await openRegistry(store, {
    review: 'automatic',
    away,
    clock,
  })
  await registry.provide(SANDBOX, demoTerminal)
  return {
    refuse: message => refuse(registry, message, anyTerminal),
    addRoutes: async (server, changed) => {
      registry.onChange(changed)
      await addRegistryRoutes(server, registry, { anonymous: SANDBOX })
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
  compared({
    ...{ clause: '2.8', rule: 'terminal', ok: verdict.ok },
    ...{ found: data.termId },
  })
  if (verdict.ok) return undefined
  if (anyTerminal && verdict.refusal === 'unregistered') return undefined
  return failureSaying(verdict.refusal === 'away' ? -1 : -4, verdict.message)
}
