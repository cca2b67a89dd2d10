/**
 * /sandbox/…: how the command line and tests direct the sandbox.
 * @module
 */
import { z } from 'zod'
import { failure } from './answers.js'
import { check } from './check.js'
import { CODE_LIFE_MS } from './code-book.js'
import { spaceOf } from './control/exchange.js'
import { CODE_KINDS, issueCode } from './issue-code.js'
import { findPerson, people, personIds } from './people.js'
import type { Platform } from './platform.js'
import type { SandboxServer } from './server.js'

/** The body of POST /sandbox/codes; it may be left out. */
const order = z.object({
  person: z.string().optional(),
  kind: z.string().optional(),
})

export function addControlRoutes(server: SandboxServer) {
  server.get('/sandbox/health', () => ({ ok: true }))
  server.get('/sandbox/people', () => ({ people }))
  server.post('/sandbox/codes', (request, reply) => {
    const answer = answerOrder(
      spaceOf(request).platforms.home,
      request.body ?? {},
    )
    return reply.status('success' in answer ? 400 : 200).send(answer)
  })
}

function answerOrder(platform: Platform, body: unknown) {
  const checked = check(order, body)
  if (!checked.ok) return checked.failure
  const { person: id, kind: name = 'medical' } = checked.value
  const person = findPerson(id)
  if (!person) return failure(-2, 'sandbox.person', { people: personIds() })
  const kind = CODE_KINDS.find(one => one === name)
  if (!kind)
    return failure(-2, 'sandbox.kind', { kinds: CODE_KINDS.join(', ') })
  const lifeMs = kind === 'expired' ? 0 : CODE_LIFE_MS
  return {
    code: issueCode(platform, person, kind),
    expiresAt: platform.clock() + lifeMs,
  }
}
