/**
 * The provinces that the sandbox plays: those that its people are insured in.
 * @module
 */

/** One province, with a mid-platform (省级电子凭证业务中台) of its own. */
export interface Province {
  /** The two digits that its codes carry, and its numbers begin with. */
  digits: string
  /** GB/T 2260, six digits. */
  region: string
  name: string
}

/** Where NationEcTrans's strUrl leads unless it names another province. */
export const HOME = '13'

export const provinces: readonly Province[] = [
  { digits: HOME, region: '130000', name: '河北' },
  { digits: '35', region: '350000', name: '福建' },
  { digits: '43', region: '430000', name: '湖南' },
  { digits: '65', region: '650000', name: '新疆' },
]

/** The digits of the province that the region `insuOrg` belongs to. */
export function provinceOf(insuOrg: string): string {
  return insuOrg.slice(0, 2)
}

/** What stands before a province's addresses. */
export function prefixOf(digits: string): string {
  return `/province/${digits}`
}
