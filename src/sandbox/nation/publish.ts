/**
 * What the nation decides about a credential is told to every province that
 * it concerns (XJ-D01-2019, 6.1.2.3 c, 6.1.3.3 d, 6.1.4.3 b).
 * @module
 */
import type { Credential } from '../people/credential.js'
import { provinceOf } from '../provinces.js'
import type { Nation } from './nation.js'

/**
 * Keeps `credential`, and tells it where the person is insured and, where that
 * is another province, where the business is done.
 */
export async function publish(
  nation: Nation,
  credential: Credential,
  place: string,
): Promise<void> {
  const { credentials, provinces, trail } = nation
  credentials.set(credential.idNo, credential)
  const concerned = new Set([...credential.insured.map(provinceOf), place])
  for (const digits of concerned)
    await provinces.get(digits)?.receiveCredential(credential, trail)
}
