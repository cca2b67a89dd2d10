/**
 * /sandbox/people: who there is, and what a person does with the credential,
 * as on a phone.
 * @module
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { done, type Outcome } from '../answers.js'
import { check } from '../check.js'
import { spaceOf } from '../control/exchange.js'
import { activate, checkFace, checkName } from '../nation/activate.js'
import { authorise, revoke } from '../nation/authorise.js'
import type { Platforms } from '../platforms.js'
import { HOME } from '../provinces.js'
import type { SandboxServer } from '../server.js'
import { NO_TRAIL } from '../trail.js'
import { OFFICIAL } from './channels.js'
import { firstCredential } from './credential.js'
import { direct, personCalled, placeCalled } from './direct.js'
import { move } from './move.js'
import type { Person } from './people.js'
import { activateOrder, authoriseOrder, moveOrder } from './people-contract.js'
import { showPeople, showWhole } from './show-people.js'

const PERSON = '/sandbox/people/:id'

type Act = (
  platforms: Platforms,
  person: Person,
  body: unknown,
) => Promise<Outcome<unknown>> | Outcome<unknown>

/** Adds all of them. */
export function addPeopleRoutes(server: SandboxServer): void {
  server.get('/sandbox/people', request =>
    showPeople(spaceOf(request).platforms),
  )
  server.get(PERSON, (request, reply) =>
    direct(request, reply, ({ platforms }) => {
      const person = personOf(request)
      return person.ok ? done(showWhole(platforms, person.value)) : person
    }),
  )
  const acts: [string, Act][] = [
    ['activate', activateAtOnce],
    ['channels', authoriseChannel],
    ['move', movePerson],
  ]
  for (const [name, act] of acts)
    server.post(`${PERSON}/${name}`, (request, reply) =>
      asPerson(request, reply, act),
    )
  server.delete(`${PERSON}/channels/:channel`, (request, reply) =>
    asPerson(request, reply, ({ nation }, { idNo }) => {
      const { channel } = parameters.parse(request.params)
      return revoke(nation, { idNo, channel, place: HOME })
    }),
  )
}

const parameters = z.object({ id: z.string(), channel: z.string().default('') })

function personOf(request: FastifyRequest): Outcome<Person> {
  return personCalled(parameters.parse(request.params).id)
}

function asPerson(request: FastifyRequest, reply: FastifyReply, act: Act) {
  return direct(request, reply, async ({ platforms, events }) => {
    const person = personOf(request)
    if (!person.ok) return person
    const outcome = await act(platforms, person.value, request.body ?? {})
    if (outcome.ok) events.publish('person', { id: person.value.id })
    return outcome
  })
}

/** The three steps of XJ-D01-2019, 6.1.3, with what is claimed by default. */
async function activateAtOnce(
  { nation }: Platforms,
  person: Person,
  body: unknown,
): Promise<Outcome<{ authorisation: string }>> {
  const order = check(activateOrder, body, NO_TRAIL)
  if (!order.ok) return order
  const place = placeCalled(order.value.province)
  if (!place.ok) return place
  const { channel = OFFICIAL, face = person.id, password } = order.value
  const own = nation.credentials.get(person.idNo) ?? firstCredential(person)
  const named = await checkName(nation, {
    channel,
    userName: order.value.userName ?? own.userName,
    idType: order.value.idType ?? own.idType,
    idNo: order.value.idNo ?? own.idNo,
  })
  if (!named.ok) return named
  const { serial } = named.value
  const seen = await checkFace(nation, { serial, channel, face })
  if (!seen.ok) return seen
  const { faceSerial } = seen.value
  const step = { serial, channel, faceSerial, password }
  return activate(nation, { ...step, place: place.value })
}

async function authoriseChannel(
  { nation }: Platforms,
  { idNo }: Person,
  body: unknown,
): Promise<Outcome<{ authorisation: string }>> {
  const order = check(authoriseOrder, body, NO_TRAIL)
  if (!order.ok) return order
  const { channel, password, province } = order.value
  const place = placeCalled(province)
  if (!place.ok) return place
  return authorise(nation, { idNo, channel, password, place: place.value })
}

function movePerson(
  platforms: Platforms,
  person: Person,
  body: unknown,
): Outcome<{ insured: string[] }> {
  const order = check(moveOrder, body, NO_TRAIL)
  return order.ok ? move(platforms, person, order.value) : order
}
