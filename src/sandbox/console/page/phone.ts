/**
 * The phone of one person: what the gun at the counter is to see.
 * @module
 */
import { ask } from './api.js'
import { el, main } from './dom.js'
import { attempt } from './notice.js'
import { choosePerson } from './phone-people.js'
import { showPhone } from './phone-screen.js'
import { say } from './texts.js'
import type { Person } from './types.js'

attempt(async () => {
  const { people } = await ask<{ people: Person[] }>('GET', '/sandbox/people')
  const id = decodeURIComponent(location.pathname.split('/')[3] ?? '')
  const person = id ? people.find(one => one.id === id) : people[0]
  main().append(choosePerson(people, person))
  if (person) return showPhone(person)
  main().append(
    el('p', { class: 'card empty' }, say('console.phone.nobody', { id })),
  )
})
