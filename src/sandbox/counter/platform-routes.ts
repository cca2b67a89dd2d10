/**
 * The addresses at which a province serves terminals and counters.
 * @module
 */
import type { Party } from '../../envelope/agreement.js'
import { directed } from '../control/exchange.js'
import { openedFacts } from '../control/facts.js'
import type { Platform } from '../platform.js'
import { answerSettle } from '../province/settle.js'
import { HOME, prefixOf } from '../provinces.js'
import type { SandboxServer } from '../server.js'
import { unlessAway } from '../store-away.js'
import type { Terminals } from '../terminals.js'
import { answerInKind } from './in-kind.js'
import { answerTokenCheck } from './local-ec-token-check.js'
import { answerQuery } from './local-qr-code-query.js'

type Transaction = (platform: Platform, body: unknown) => Promise<object>

/** The first two as in the field; the last is ours, see settle.ts. */
const routes: [string, Transaction][] = [
  ['localQrCodeQuery', answerQuery],
  ['localEcTokenCheck', answerTokenCheck],
  ['settle', answerSettle],
]

/** The last parts of their paths. */
export const ROUTE_NAMES: readonly string[] = routes.map(([name]) => name)

/**
 * Adds those of the province with these digits, which speaks as `party`:
 * behind its prefix, and for home without one as well. `terminals` says whose
 * requests are taken.
 */
export function addPlatformRoutes(
  server: SandboxServer,
  digits: string,
  party: Party,
  terminals: Terminals,
): void {
  const prefixes = [prefixOf(digits), ...(digits === HOME ? [''] : [])]
  for (const prefix of prefixes)
    for (const [name, answer] of routes)
      server.post(`${prefix}/localcfc/api/hsecfc/${name}`, request => {
        const { space, refusal, ...circumstances } = directed(request)
        const { trail } = circumstances
        const platform = { ...space.platforms.province(digits), trail }
        const answerTo = async (message: unknown) => {
          if (request.exchange) request.exchange.inner = openedFacts(message)
          if (refusal) return refusal
          const failure = await terminals.refuse(message, trail)
          return failure ?? answer(platform, message)
        }
        return answerInKind(request.body, party, circumstances, message =>
          unlessAway(() => answerTo(message)),
        )
      })
}
