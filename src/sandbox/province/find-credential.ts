/**
 * What a province knows of somebody, or learns from the nation.
 * @module
 */
import { done, type Outcome } from '../answers.js'
import type { Credential } from '../people/credential.js'
import type { Platform } from '../platform.js'

/**
 * The credential of the person with this number: the province's own, or that
 * of the nation, which is kept for the next time (XJ-D01-2019, 6.2.2.2 b and
 * c 1). 500001 where the nation knows nobody.
 */
export async function findCredential(
  platform: Platform,
  idNo: string,
): Promise<Outcome<Credential>> {
  const known = platform.credentials.get(idNo)
  if (known) return done(known)
  const asked = await platform.nation.findCredential({ idNo }, platform.trail)
  if (asked.ok) platform.credentials.set(idNo, asked.value)
  return asked
}
