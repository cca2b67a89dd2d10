/**
 * A person and a new token: what every way of recognising somebody ends in.
 * @module
 */
import { describe, type Person } from './people.js'
import type { Platform } from './platform.js'

/** What all answers about `person` have in common. */
export function introduce(platform: Platform, person: Person) {
  return { ...describe(person), ecToken: giveToken(platform, person) }
}

/** 38 characters: the region, "ec" and 30 more, as the newer platforms do. */
function giveToken(platform: Platform, person: Person): string {
  const token = `${person.insuOrg}ec${platform.random(15).toString('hex')}`
  platform.tokens.add(token, person.id, platform.clock())
  return token
}
