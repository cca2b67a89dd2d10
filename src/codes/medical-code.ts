/**
 * The 28 characters behind the QR picture of a 医保电子凭证, and behind a face
 * that was recognised. No standard prints the layout; a vendor's source and
 * every published sample agree on it.
 * @module
 */

/** 424: the national bureau; opc: the open platform; ano: a face. */
export type MedicalCodePrefix = '424' | 'opc' | 'ano'

/** The parts of a code, each as the digits that stand there. */
export interface MedicalCode {
  prefix: MedicalCodePrefix
  /** 17 digits. */
  unique: string
  /** 2 digits. */
  random: string
  /** 2 digits: the first two of the region that generated the code. */
  province: string
  /** 4 digits. */
  extension: string
}

/** No extension is known to be in use. */
const NO_EXTENSION = '0000'

const LAYOUT = /^(424|opc|ano)(\d{17})(\d{2})(\d{2})(\d{4})$/

/** The parts of `text`, or undefined if it is no such code. */
export function parseMedicalCode(text: string): MedicalCode | undefined {
  const [, prefix, unique, random, province, extension] =
    LAYOUT.exec(text) ?? []
  if (!unique || !random || !province || !extension) return undefined
  return {
    prefix: prefix as MedicalCodePrefix,
    unique,
    random,
    province,
    extension,
  }
}

/**
 * The 28 characters of a code. Throws a RangeError where a part has not the
 * digits that it should have.
 */
export function composeMedicalCode(
  parts: Omit<MedicalCode, 'extension'>,
): string {
  const { prefix, unique, random, province } = parts
  const code = prefix + unique + random + province + NO_EXTENSION
  if (LAYOUT.test(code)) return code
  throw new RangeError('medical code: 17 + 2 + 2 digits are needed')
}
