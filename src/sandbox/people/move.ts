/**
 * Somebody is insured elsewhere from now on, and only the old place knows: how
 * caches become wrong (XJ-D01-2019, 6.3.2.2 c).
 * @module
 */
import { done, type Outcome, refused } from '../answers.js'
import type { Platforms } from '../platforms.js'
import { provinceOf } from '../provinces.js'
import type { Person } from './people.js'

/**
 * Changes the 统筹区 `from` of `person`, the first where left out, to `to`, of
 * the same province, in that province's book alone. -2 where `from` is none of
 * the person's, or `to` is in another province or the person's already.
 */
export function move(
  platforms: Platforms,
  { idNo }: Person,
  { from, to }: { from?: string | undefined; to: string },
): Outcome<{ insured: string[] }> {
  const known = platforms.nation.credentials.get(idNo)?.insured ?? []
  const home = provinceOf(from ?? known[0] ?? '')
  const province = platforms.all.find(
    ({ province }) => province.digits === home,
  )
  const credential = province?.credentials.get(idNo)
  const areas = credential?.insured ?? known
  const left = from ?? areas.find(area => provinceOf(area) === home) ?? ''
  const movable =
    areas.includes(left) && provinceOf(to) === home && !areas.includes(to)
  if (!province || !credential || !movable)
    return refused(-2, 'platforms.move', { areas: areas.join(', ') })
  const insured = areas.map(area => (area === left ? to : area))
  province.credentials.set(idNo, { ...credential, insured })
  return done({ insured })
}
