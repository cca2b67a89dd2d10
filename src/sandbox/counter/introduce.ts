/**
 * A person and a new token: what every way of recognising somebody ends in.
 * @module
 */
import { birthDate, gender } from '../../codes/id-number.js'
import { type Credential, credentialNumber } from '../people/credential.js'
import type { Platform } from '../platform.js'

/** Somebody whom a platform has recognised, and vouches for by a token. */
export interface Recognised {
  credential: Credential
  /** The 统筹区 that was chosen, or is the only one. */
  insuOrg: string
  ecToken: string
}

/** `credential`'s person, recognised by `platform`, with a token of its own. */
export async function recognise(
  platform: Platform,
  credential: Credential,
  insuOrg = credential.insured[0] ?? '',
): Promise<Recognised> {
  const { userName, idType, idNo } = credential
  const { region } = platform.province
  const ecToken = `${region}ec${platform.random(15).toString('hex')}`
  const owner = { userName, idType, idNo, insuOrg }
  await platform.tokens.add(ecToken, owner, platform.clock())
  return { credential, insuOrg, ecToken }
}

/** What all answers about somebody have in common, as the field has it. */
export function introduce({ credential, insuOrg, ecToken }: Recognised) {
  const { userName, idNo, idType } = credential
  return {
    userName,
    idNo,
    idType,
    insuOrg,
    ecIndexNo: credentialNumber(credential).slice(0, INDEX_CHARACTERS),
    gender: gender(idNo),
    birthday: dotted(birthDate(idNo)),
    nationality: '中国',
    ecToken,
  }
}

/** Of the field's ecIndexNo; how the platforms derive theirs is not public. */
const INDEX_CHARACTERS = 32

/** 19980101 as 1998.01.01. */
function dotted(date: string): string {
  return [date.slice(0, 4), date.slice(4, 6), date.slice(6)].join('.')
}
