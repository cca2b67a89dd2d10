/**
 * Which members of a message say something of a person, an institution or a
 * machine, and which may be kept. What stands in neither list is replaced:
 * nobody knows what a platform of the field puts there.
 * @module
 */

/** How a value is replaced; see disguise.ts. */
export type Kind =
  | 'name'
  | 'id-number'
  | 'code'
  | 'token'
  | 'institution'
  | 'filing-number'
  | 'address'
  | 'mac'
  | 'birthday'
  | 'message'
  | 'form'

/** Kept where the value is one that says nothing of anybody. */
const KEPT: Readonly<Record<string, RegExp>> = {
  code: /^-?\d{1,6}$/,
  success: /^(true|false)$/,
  type: /^[a-z]{1,10}$/,
  transType: /^[A-Za-z]+(\.[A-Za-z]+){0,4}$/,
  encType: /^(SM2|SM4|plain|)$/i,
  signType: /^(SM2|SM3|plain|)$/i,
  version: /^\d\.\d\.\d$/,
  businessType: /^\d{1,5}$/,
  idType: /^\d{2}$/,
  flag: /^[01]$/,
  gender: /^(男|女|[0-9]|null|)$/,
  nationality: /^(中国|CHN|null|)$/,
  insuOrg: /^\d{6}$/,
  deviceType: /^(SelfService|)$/,
  gainWay: /^(MOBILE|FACE|ALL)$/,
  medicalSettleState: /^(SUCCESS|FAIL)$/,
}

const KINDS: Readonly<Record<string, Kind>> = {
  userName: 'name',
  operatorName: 'name',
  doctorName: 'name',
  officeName: 'name',
  hospitalName: 'name',
  idNo: 'id-number',
  ecQrCode: 'code',
  authNo: 'code',
  ecToken: 'token',
  orgId: 'institution',
  termId: 'filing-number',
  termIp: 'address',
  termMac: 'mac',
  birthday: 'birthday',
  message: 'message',
}

/** Whether `value` of the member `name` may be kept. */
export function isKept(name: string, value: string): boolean {
  return Object.hasOwn(KEPT, name) && KEPT[name]?.test(value) === true
}

/** How the member `name` is replaced: by its form where nobody knows better. */
export function kindOf(name: string): Kind {
  return Object.hasOwn(KINDS, name) ? (KINDS[name] ?? 'form') : 'form'
}

/** Names of members are kept where they are names, and no data. */
export function isMemberName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z_0-9]{0,39}$/.test(name) && !/\d{4}/.test(name)
}

/** Words of an address and short numbers, as in /province/13/localcfc/…. */
export function isPathPart(part: string): boolean {
  return part === '' || /^([A-Za-z][A-Za-z_.-]{0,39})?\d{0,3}$/.test(part)
}
