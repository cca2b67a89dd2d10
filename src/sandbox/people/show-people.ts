/**
 * What /sandbox/people tells of somebody.
 * @module
 */
import type { z } from 'zod'
import { returnCode } from '../../dictionary/return-codes.js'
import type { Platforms } from '../platforms.js'
import { type Credential, credentialNumber } from './credential.js'
import { magicCodeOf, magicPeople } from './magic.js'
import { type Person, people, specialPeople } from './people.js'
import type {
  PersonShown,
  peopleShown,
  personWhole,
} from './people-contract.js'

/** Everybody, as the nation has them. */
export function showPeople(platforms: Platforms): z.infer<typeof peopleShown> {
  return {
    people: [...people, ...specialPeople].map(person =>
      showPerson(platforms, person),
    ),
    magic: magicPeople.map(person => ({
      ...showPerson(platforms, person),
      code: magicCodeOf(person) ?? '',
      message: returnCode(Number(person.id))?.message ?? '',
    })),
  }
}

/** `person` with what each platform knows. */
export function showWhole(
  platforms: Platforms,
  person: Person,
): z.infer<typeof personWhole> {
  const { nation, all } = platforms
  const credential = nation.credentials.get(person.idNo)
  return {
    ...showPerson(platforms, person),
    credential: credential ? credentialNumber(credential) : '',
    authorisations: credential?.authorisations ?? {},
    provinces: all.flatMap(({ province, credentials }) => {
      const known = credentials.get(person.idNo)
      if (!known) return []
      const { active, insured } = known
      const channels = channelsOf(known)
      return [{ province: province.digits, active, insured, channels }]
    }),
  }
}

function showPerson({ nation }: Platforms, person: Person): PersonShown {
  const { id, idNo, insuOrg, answers } = person
  const credential = nation.credentials.get(idNo)
  return {
    ...{ id, idNo, insuOrg },
    userName: credential?.userName ?? person.userName,
    insured: credential?.insured ?? [],
    active: credential?.active ?? false,
    channels: credential ? channelsOf(credential) : [],
    ...(answers !== undefined && { answers }),
  }
}

function channelsOf({ authorisations }: Credential): string[] {
  return Object.keys(authorisations).sort()
}
