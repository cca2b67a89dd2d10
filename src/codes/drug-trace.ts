/**
 * 药品追溯码: what is printed on a box of medicine.
 * @module
 */

/** 20 digits, of which the first seven name the medicine and begin with 8. */
const DRUG_TRACE = /^8\d{19}$/

/** Whether `text` has the form of a drug's trace code. */
export function isDrugTrace(text: string): boolean {
  return DRUG_TRACE.test(text)
}
