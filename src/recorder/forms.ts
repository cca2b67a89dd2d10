/**
 * Values of the same form and length as another: what a program checks of them
 * stays as it was, and nothing else does.
 * @module
 */
import { checkCharacter, isIdNumber } from '../codes/id-number.js'
import { parseMedicalCode } from '../codes/medical-code.js'
import type { Draws } from './chance.js'

/** The beginning of the 千字文, no character twice. */
const CHARACTERS =
  '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈剑号巨阙珠称夜光果珍李柰菜重芥姜海咸河淡鳞潜羽翔龙师火帝鸟官人皇始制文字乃服衣裳推位让国有虞陶唐吊民伐罪周发殷汤坐朝问道垂拱平章爱育黎首臣伏戎羌遐迩一体率宾归王鸣凤在竹白驹食场化被草木赖及万方'
/** Nobody is called so. */
const NOBODY = '某'

const DIGITS = '0123456789'
const LOWER = 'abcdefghijklmnopqrstuvwxyz'
const HEX = '0123456789abcdef'

/** Years of birth of replaced people. */
const YEAR_FIRST = 1950
const YEARS = 50
/** Every month has them. */
const DAYS = 28

/** Each character by one of its class; blanks and punctuation stay. */
export function sameForm(text: string, draws: Draws): string {
  const hex = /^(?=.*[a-f])[0-9a-f]{8,}$/i.test(text)
  return Array.from(text, character =>
    replaceCharacter(character, hex, draws),
  ).join('')
}

/** A name of as many characters that begins with 某. */
export function otherName(name: string, draws: Draws): string {
  const rest = Array.from(name).slice(1).join('')
  return name === '' ? '' : NOBODY + sameForm(rest, draws)
}

/**
 * A citizen's number of region 99 with a right check digit, of the same sex;
 * anything else by its form.
 */
export function otherIdNumber(idNo: string, draws: Draws): string {
  if (!isIdNumber(idNo)) return sameForm(idNo, draws)
  const date = otherDate(draws)
  const order = draws.below(500) * 2 + (Number(idNo[16]) % 2)
  const region = `99${pad(draws.below(10_000), 4)}`
  const digits = region + date + pad(order, 3)
  return digits + checkCharacter(digits)
}

/** `date` with other digits, which are a date as well where it is one. */
export function otherBirthday(date: string, draws: Draws): string {
  return writeDate(date, otherDate(draws)) || sameForm(date, draws)
}

/**
 * `digits`, YYYYMMDD, with what stands between the digits of `date`; '' where
 * that has not as many.
 */
export function writeDate(date: string, digits: string): string {
  if (date.replace(/\D/g, '').length !== digits.length) return ''
  let at = 0
  return date.replace(/\d/g, () => digits[at++] ?? '')
}

/** A medical code keeps its prefix, province and extension. */
export function otherCode(code: string, draws: Draws): string {
  const parts = parseMedicalCode(code)
  if (!parts) return sameForm(code, draws)
  const { prefix, unique, random, province, extension } = parts
  return prefix + sameForm(unique + random, draws) + province + extension
}

/** Whether `text` is a token as the newer platforms give them. */
export function isToken(text: string): boolean {
  return /^\d{6}ec[0-9a-z]{20,32}$/.test(text)
}

/** Region and "ec" stay where a token has them in front. */
export function otherToken(token: string, draws: Draws): string {
  const front = /^\d{6}ec/.exec(token)?.[0] ?? ''
  return front + sameForm(token.slice(front.length), draws)
}

/** An institution of region 99, where it has the twelve characters of one. */
export function otherInstitution(orgId: string, draws: Draws): string {
  const [, kind] = /^([HP])\d{11}$/.exec(orgId) ?? []
  const other = sameForm(orgId, draws)
  return kind ? `${kind}99${other.slice(3)}` : other
}

/** A 终端备案号 of nobody: 99 in front. */
export function otherFilingNumber(number: string, draws: Draws): string {
  const other = sameForm(number, draws)
  return /^\d{20}$/.test(number) ? `99${other.slice(2)}` : other
}

/** An address of the loopback interface. */
export function otherAddress(address: string, draws: Draws): string {
  if (address.includes(':')) return '::1'
  const [second, third, fourth] = [0, 0, 0].map(() => draws.below(254) + 1)
  return `127.${second}.${third}.${fourth}`
}

/** A locally administered address (IEEE 802), as no card has it. */
export function otherMac(mac: string, draws: Draws): string {
  return mac
    .replace(/[0-9a-f]/gi, () => HEX[draws.below(16)] ?? '0')
    .replace(/^../, '02')
}

function otherDate(draws: Draws): string {
  const year = YEAR_FIRST + draws.below(YEARS)
  return `${year}${pad(draws.below(12) + 1, 2)}${pad(draws.below(DAYS) + 1, 2)}`
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0')
}

function replaceCharacter(
  character: string,
  hex: boolean,
  draws: Draws,
): string {
  const pick = (from: string) => from[draws.below(from.length)] ?? ''
  if (/[0-9]/.test(character)) return pick(DIGITS)
  if (/[a-z]/.test(character)) return pick(hex ? LOWER.slice(0, 6) : LOWER)
  if (/[A-Z]/.test(character)) {
    return pick(hex ? LOWER.slice(0, 6) : LOWER).toUpperCase()
  }
  return /\p{L}|\p{N}|\p{So}/u.test(character) ? pick(CHARACTERS) : character
}
