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
import type { People, Provinces } from './types.js'

attempt(async () => {
  const [people, { provinces }] = await Promise.all([
    ask<People>('GET', '/sandbox/people'),
    ask<Provinces>('GET', '/sandbox/platforms'),
  ])
  const wanted = decodeURIComponent(location.pathname.split('/')[3] ?? '')
  const id = wanted || people.people[0]?.id
  const everybody = [...people.people, ...people.magic]
  const person = everybody.find(one => one.id === id)
  main().append(choosePerson(people, person?.id))
  if (person) return showPhone(person.id, provinces)
  const sentence = say('console.phone.nobody', { id: wanted })
  main().append(el('p', { class: 'card empty' }, sentence))
})
