/**
 * What becomes of a code at the counters.
 * @module
 */
import { ask, step } from './api.js'
import { on } from './live.js'
import { attempt } from './notice.js'
import type { RequestSummary, RequestWhole } from './types.js'

/** 权限校验异常: who asks was not believed, so nothing was read. */
const NOT_BELIEVED = -4

/** Under load, most requests are about other codes: some are not looked at. */
const LOOKS_MAX = 20

/** Calls `listener` with each request that asks about the code of `shown`. */
export function onUse(
  shown: () => string,
  listener: (request: RequestSummary) => void,
): void {
  let looks = 0
  on<RequestSummary>('request', request => {
    if (request.code === NOT_BELIEVED || looks >= LOOKS_MAX) return
    looks += 1
    attempt(async () => {
      const path = `/sandbox/requests/${step(request.id)}`
      const { body, explanation } = await ask<RequestWhole>('GET', path)
      const said = explanation.signature?.data ?? body.content
      if (shown() && said.includes(shown())) listener(request)
    }).finally(() => {
      looks -= 1
    })
  })
}
