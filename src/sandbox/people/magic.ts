/**
 * One person and one code for every entry of table C.4, so that a program can
 * be shown each answer. Id, name and code carry the number of the entry.
 * @module
 */
import { checkCharacter } from '../../codes/id-number.js'
import {
  composeMedicalCode,
  parseMedicalCode,
} from '../../codes/medical-code.js'
import { returnCodes } from '../../dictionary/return-codes.js'
import { HOME } from '../provinces.js'
import type { Person } from './people.js'

/** How `unique` of such a code begins; one of 10^11 others does by chance. */
const MARK = '9'.repeat(11)
const NUMBER_DIGITS = 6

/** In the table's order. The person 0 is somebody whose code never wears out. */
export const magicPeople: readonly Person[] = returnCodes.map(
  ({ code }, index) => ({
    id: String(code),
    userName: `应答${code}`,
    idNo: idNumber(index),
    insuOrg: `${HOME}0100`,
    ...(code !== 0 && { answers: code }),
  }),
)

/** The code that brings the answer `code` whenever it is shown. */
function magicCode(code: number): string {
  const number = String(Math.abs(code)).padStart(NUMBER_DIGITS, '0')
  const parts = { prefix: '424', random: '00', province: HOME } as const
  return composeMedicalCode({ ...parts, unique: MARK + number })
}

/** The code that `person` always shows; undefined for all others. */
export function magicCodeOf(person: Person): string | undefined {
  const entry = returnCodes[magicPeople.indexOf(person)]
  return entry && magicCode(entry.code)
}

/** The magic person who shows `code`; undefined where it is any other code. */
export function whoShowsMagic(code: string): Person | undefined {
  const unique = parseMedicalCode(code)?.unique ?? ''
  if (!unique.startsWith(MARK)) return undefined
  const number = Number(unique.slice(MARK.length))
  const index = returnCodes.findIndex(({ code }) => Math.abs(code) === number)
  return magicPeople[index]
}

/** Region 99 is nobody's. The order is odd for men. */
function idNumber(index: number): string {
  const order = String(index + 1).padStart(3, '0')
  const digits = `99000020000101${order}`
  return digits + checkCharacter(digits)
}
