/**
 * Bar codes of goods, as the GS1 General Specifications have them.
 * @module
 */

/** FNC1, which scanners send as a group separator. */
const FNC1 = '\u001d'
/** EAN-8, UPC-A, EAN-13 and ITF-14 hold a GTIN and nothing else. */
const GTIN = /^(\d{8}|\d{12,14})$/
/** Application identifier 01, a GTIN of 14 digits, then the next identifier. */
const ELEMENTS = /^01(\d{14})(?:$|1[0-7]|2[01]|30|37|710)/
/** The same as it is printed, with brackets. */
const PRINTED = /^\(01\)(\d{14})/
/** 00: the number of a shipping unit. */
const SHIPPING_UNIT = /^(?:00|\(00\))(\d{18})$/

/** Whether `text` is a bar code of goods, with its check digit right. */
export function isGs1(text: string): boolean {
  if (text.includes(FNC1)) return true
  return [GTIN, ELEMENTS, PRINTED, SHIPPING_UNIT].some(form => {
    const number = form.exec(text)?.[1]
    return number !== undefined && hasRightCheckDigit(number)
  })
}

/** From the right, digits count once and three times by turns. */
function hasRightCheckDigit(number: string): boolean {
  const sum = [...number]
    .reverse()
    .reduce((sum, digit, at) => sum + Number(digit) * (at % 2 ? 3 : 1), 0)
  return sum % 10 === 0
}
