/**
 * The addresses at which a province serves terminals and counters.
 * @module
 */
import type { Party } from '../envelope/agreement.js'
import { directed } from './control/exchange.js'
import { answerInKind } from './in-kind.js'
import { answerTokenCheck } from './local-ec-token-check.js'
import { answerQuery } from './local-qr-code-query.js'
import type { Platform } from './platform.js'
import { answerSettle } from './province/settle.js'
import { prefixOf } from './provinces.js'
import type { SandboxServer } from './server.js'

type Transaction = (platform: Platform, body: unknown) => Promise<object>

/** The first two as in the field; the last is ours, see settle.ts. */
const routes: [string, Transaction][] = [
  ['localQrCodeQuery', answerQuery],
  ['localEcTokenCheck', answerTokenCheck],
  ['settle', answerSettle],
]

/** Adds those of the province with these digits, which speaks as `party`. */
export function addPlatformRoutes(
  server: SandboxServer,
  digits: string,
  party: Party,
): void {
  for (const [name, answer] of routes)
    server.post(`${prefixOf(digits)}/localcfc/api/hsecfc/${name}`, request => {
      const { space, refusal, ...times } = directed(request)
      const platform = space.platforms.province(digits)
      return platform.durably(() =>
        answerInKind(
          request.body,
          party,
          times,
          async message => refusal ?? answer(platform, message),
        ),
      )
    })
}
