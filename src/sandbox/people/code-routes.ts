/**
 * /sandbox/codes: a code for somebody to show, good or not.
 * @module
 */
import type { z } from 'zod'
import { done, type Outcome, refused } from '../answers.js'
import { CODE_LIFE_MS } from '../books/code-book.js'
import { check } from '../check.js'
import type { Platform } from '../platform.js'
import type { Platforms } from '../platforms.js'
import { type ShowRequest, showCode } from '../province/show-code.js'
import type { SandboxServer } from '../server.js'
import { NO_TRAIL } from '../trail.js'
import { OFFICIAL } from './channels.js'
import { direct, personCalled, placeCalled } from './direct.js'
import { CODE_KINDS, issueCode } from './issue-code.js'
import { magicCodeOf } from './magic.js'
import { type codeIssued, codeOrder } from './people-contract.js'

/** Adds POST /sandbox/codes. */
export function addCodeRoutes(server: SandboxServer): void {
  server.post('/sandbox/codes', (request, reply) =>
    direct(request, reply, async ({ platforms, events }) => {
      const issued = await issue(platforms, request.body ?? {})
      if (issued.ok) events.publish('code', issued.value)
      return issued
    }),
  )
}

type Issued = z.infer<typeof codeIssued>

async function issue(
  platforms: Platforms,
  body: unknown,
): Promise<Outcome<Issued>> {
  const checked = check(codeOrder, body, NO_TRAIL)
  if (!checked.ok) return checked
  const { kind: name = 'medical', channel = OFFICIAL } = checked.value
  const person = personCalled(checked.value.person)
  if (!person.ok) return person
  const place = placeCalled(checked.value.province)
  if (!place.ok) return place
  const kind = CODE_KINDS.find(one => one === name)
  if (!kind)
    return refused(-2, 'sandbox.kind', { kinds: CODE_KINDS.join(', ') })
  const platform = platforms.province(place.value)
  if (kind !== 'medical' || magicCodeOf(person.value)) {
    const code = await issueCode(platform, person.value, kind)
    const lifeMs = kind === 'expired' ? 0 : CODE_LIFE_MS
    return done({ code, expiresAt: platform.clock() + lifeMs })
  }
  const { idNo } = person.value
  const { insuOrg } = checked.value
  return show(platform, { idNo, channel, insuOrg })
}

/** Who is asked to choose takes the first 统筹区. */
async function show(
  platform: Platform,
  request: ShowRequest,
): Promise<Outcome<Issued>> {
  const shown = await showCode(platform, request)
  if (!shown.ok) return shown
  if ('code' in shown.value) {
    const { code, expiresAt } = shown.value
    return done({ code, expiresAt })
  }
  const [insuOrg] = shown.value.choose
  return show(platform, { ...request, insuOrg })
}
