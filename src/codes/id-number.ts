/**
 * The 18 characters of a citizen's number, GB 11643-1999: region (6), date of
 * birth (8), order (3), check character.
 * @module
 */

/**
 * The first two digits of a region (GB/T 2260; 66 is the 兵团 in the codes of
 * the 医保 platforms, 81 to 83 are residence permits). 99 is nobody's: numbers
 * made for demonstrations carry it.
 */
const PROVINCE = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-6]|71|8[1-3]|99)/

const LAYOUT = /^\d{17}[\dX]$/
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'

/** The years that a number can name: the standard's own sample says 1880. */
const YEAR_MIN = 1800
const YEAR_MAX = 2099

/** Whether region, date of birth and check character are all right. */
export function isIdNumber(text: string): boolean {
  return (
    LAYOUT.test(text) &&
    PROVINCE.test(text) &&
    isDate(text.slice(6, 14)) &&
    text.endsWith(checkCharacter(text))
  )
}

/**
 * The check character for the first 17 digits of `digits` (ISO 7064
 * MOD 11-2).
 */
export function checkCharacter(digits: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, place) => total + weight * Number(digits[place]),
    0,
  )
  return CHECK_CHARACTERS.charAt(sum % 11)
}

/** The date of birth of a right number, as YYYYMMDD. */
export function birthDate(idNumber: string): string {
  return idNumber.slice(6, 14)
}

/** The sex of the owner of a right number: the order is odd for men. */
export function gender(idNumber: string): '男' | '女' {
  return Number(idNumber[16]) % 2 === 1 ? '男' : '女'
}

function isDate(digits: string): boolean {
  const [year, month, day] = [
    Number(digits.slice(0, 4)),
    Number(digits.slice(4, 6)),
    Number(digits.slice(6, 8)),
  ]
  const date = new Date(Date.UTC(year, month - 1, day))
  return (
    year >= YEAR_MIN &&
    year <= YEAR_MAX &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day
  )
}
