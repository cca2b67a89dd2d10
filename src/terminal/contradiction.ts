/**
 * What a caller says of the terminal, beside what the terminal knows.
 * @module
 */
import { canonicalMac } from '../dictionary/mac-address.js'
import { canonicalIp, samePlace } from './address.js'

/** The members of a request's data that are the terminal's. */
export type TerminalFields = {
  /** The 20-digit 终端备案号. */
  termId: string
  termIp: string
  /** As table 1 of XJ-D01-2019 prints it. */
  termMac: string
}

const SAME: Record<
  keyof TerminalFields,
  (given: string, own: string) => boolean
> = {
  termId: (given, own) => given.trim() === own,
  termIp: (given, own) => samePlace(canonicalIp(given), own),
  termMac: (given, own) => canonicalMac(given) === own,
}

/**
 * Those of `own` fields that the caller `given` filled in with something else.
 * Empty and null count as not filled in.
 */
export function contradicted(
  given: Record<string, unknown>,
  own: TerminalFields,
): (keyof TerminalFields)[] {
  const names = Object.keys(SAME) as (keyof TerminalFields)[]
  return names.filter(name => {
    const value = given[name] ?? ''
    return value !== '' && !SAME[name](String(value), own[name])
  })
}
