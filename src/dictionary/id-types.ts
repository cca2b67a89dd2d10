/**
 * XJ-D01-2019, table C.2: what kind of document `idNo` stands on, `idType`.
 * @module
 */

/** One entry. */
export interface IdType {
  code: string
  name: string
}

const entries: [string, string][] = [
  ['01', '居民身份证（户口簿）'],
  ['02', '中国人民解放军军官证'],
  ['03', '中国人民武装警察警官证'],
  ['04', '香港特区护照/港澳居民来往内地通行证'],
  ['05', '澳门特区护照/港澳居民来往内地通行证'],
  ['06', '台湾居民来往大陆通行证'],
  ['07', '外国人永久居留证'],
  ['08', '外国人护照'],
  ['11', '外国人就业证'],
  ['12', '外国专家证'],
  ['13', '外国人常驻记者证'],
  ['14', '台港澳人员就业证'],
  ['15', '回国（来华）定居专家证'],
  ['16', '出生医学证明'],
  ['17', '港澳台居民居住证'],
  ['99', '其他身份证件'],
]

/** Every type, in the table's order. */
export const idTypes: readonly IdType[] = entries.map(([code, name]) => ({
  code,
  name,
}))

/** A citizen's card. */
export const ID_CARD = '01'

const byCode = new Map(idTypes.map(entry => [entry.code, entry]))

/** The entry of `code`, or undefined for one that is not in the table. */
export function idType(code: string): IdType | undefined {
  return byCode.get(code)
}
