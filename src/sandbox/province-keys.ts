/**
 * The keys of every province: each has its own, and its own application.
 * @module
 */
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Stream } from './control/chance.js'
import { loadKeys, type SandboxKeys } from './keys.js'
import type { Random } from './platform.js'
import { HOME, provinces } from './provinces.js'

export interface ProvinceKeys {
  /** Of the province with these digits; throws where there is none. */
  keysOf(digits: string): SandboxKeys
}

/**
 * Those in `folder`: home's in itself, a folder below for each other. A `seed`
 * has the same keys made and the same text signed in the same way each time.
 */
export function loadProvinceKeys(folder: string, seed?: number): ProvinceKeys {
  const all = new Map(
    provinces.map(({ digits }) => {
      const keys = loadKeys(made(folder, digits), chanceFor(digits, seed))
      const repeatable = seed !== undefined
      return [digits, { ...keys, party: { ...keys.party, repeatable } }]
    }),
  )
  const keysOf = (digits: string) => {
    const keys = all.get(digits)
    if (keys) return keys
    throw new Error(`province keys: no province ${digits}`)
  }
  return { keysOf }
}

function chanceFor(digits: string, seed: number | undefined): Random {
  return seed === undefined
    ? randomBytes
    : new Stream(seed, `${digits} keys`).draw
}

function made(folder: string, digits: string): string {
  if (digits === HOME) return folder
  const below = join(folder, 'province', digits)
  mkdirSync(below, { recursive: true, mode: 0o700 })
  return below
}
