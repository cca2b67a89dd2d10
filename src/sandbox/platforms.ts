/**
 * The platforms of the standard, connected: the nation above, and below
 * it the provinces, each with a line to the nation alone.
 * @module
 */

import { nationDesk } from './nation/desk.js'
import { createNation, type Nation } from './nation/nation.js'
import { lineToNation, lineToProvince, type ProvinceDesk } from './network.js'
import { createPlatform, type Platform, type Surroundings } from './platform.js'
import { provinceDesk } from './province/desk.js'
import { HOME, provinces } from './provinces.js'

export interface Platforms {
  readonly nation: Nation
  /** The province behind an address that names none. */
  readonly home: Platform
  /** In the order of {@link provinces}. */
  readonly all: readonly Platform[]
  /** The one with these digits. Throws where there is none. */
  province(digits: string): Platform
}

/** All platforms, with what the state in `surroundings` has of them. */
export function createPlatforms(surroundings: Surroundings): Platforms {
  const desks = new Map<string, ProvinceDesk>()
  const nation = createNation(desks, surroundings)
  const line = lineToNation(nationDesk(nation))
  const all = provinces.map(province =>
    createPlatform(province, line, surroundings),
  )
  for (const platform of all)
    desks.set(platform.province.digits, lineToProvince(provinceDesk(platform)))
  const province = (digits: string) => {
    const found = all.find(({ province }) => province.digits === digits)
    if (found) return found
    throw new Error(`platforms: no province ${digits}`)
  }
  return { nation, home: province(HOME), all, province }
}
