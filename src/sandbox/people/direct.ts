/**
 * How /sandbox/… has something done by the platforms: what comes of it is
 * durable before it is answered, and a refusal is in a platform's own words,
 * for whoever does not ask for English.
 * @module
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { durably } from '../../store/group-commit.js'
import { done, failureIn, type Outcome, refused } from '../answers.js'
import { spaceOf } from '../control/exchange.js'
import { askedLocale } from '../control/language.js'
import type { Space } from '../control/spaces.js'
import { HOME, provinces } from '../provinces.js'
import { findPerson, type Person, personIds } from './people.js'

/** Sends what `act` comes to: 400 with the refusal, or the value. */
export async function direct(
  request: FastifyRequest,
  reply: FastifyReply,
  act: (space: Space) => Promise<Outcome<unknown>> | Outcome<unknown>,
): Promise<FastifyReply> {
  const space = spaceOf(request)
  const outcome = await durably(space, () => act(space))
  if (outcome.ok) return reply.send(outcome.value)
  return reply.status(400).send(failureIn(outcome, askedLocale(request)))
}

/** The person called `id`, the first where none is named; else -2. */
export function personCalled(id?: string): Outcome<Person> {
  const person = findPerson(id)
  if (person) return done(person)
  return refused(-2, 'sandbox.person', { people: personIds() })
}

/** `digits`, where they are those of a province, home by default; else 500053. */
export function placeCalled(province = HOME): Outcome<string> {
  const known = provinces.map(({ digits }) => digits)
  if (known.includes(province)) return done(province)
  return refused(500053, 'platforms.province', {
    province,
    known: known.join(', '),
  })
}
