/**
 * What a scanner read, told from its form alone.
 * @module
 */
import { isDrugTrace } from './drug-trace.js'
import { isGs1 } from './gs1.js'
import { fusionToken, isHealthCard } from './health-card.js'
import { isIdNumber } from './id-number.js'
import { parseMedicalCode } from './medical-code.js'
import { isPaymentCode } from './payment-code.js'

/**
 * medical: 医保电子凭证; face: a recognised face's 医保 authorisation;
 * health-card: 电子健康卡; fusion: 融合码; social-security: 电子社保卡;
 * id-number: a citizen's number; payment: a payment code; drug-trace:
 * 药品追溯码; gs1: a bar code of goods; url: a web address, or a link into an app.
 */
export type CodeKind =
  | 'drug-trace'
  | 'face'
  | 'fusion'
  | 'gs1'
  | 'health-card'
  | 'id-number'
  | 'medical'
  | 'payment'
  | 'social-security'
  | 'unknown'
  | 'url'

/**
 * The 电子社保卡 shows digits of no published form. Fewer than 15 are the bar
 * code of some goods (a GTIN has 14 at most).
 */
const SOCIAL_SECURITY = /^\d{15,64}$/

const URL = /^[a-z][a-z0-9+.-]*:\/\//i

/**
 * The kind of `text`, the whole of what was read. A payment code of 18 digits
 * is a right citizen's number by chance, once in ten thousand, and then counts
 * as one.
 */
export function classify(text: string): CodeKind {
  const medical = parseMedicalCode(text)
  if (medical) return medical.prefix === 'ano' ? 'face' : 'medical'
  if (fusionToken(text) !== undefined) return 'fusion'
  if (isHealthCard(text)) return 'health-card'
  if (isIdNumber(text)) return 'id-number'
  if (isPaymentCode(text)) return 'payment'
  if (URL.test(text)) return 'url'
  if (isDrugTrace(text)) return 'drug-trace'
  if (isGs1(text)) return 'gs1'
  if (SOCIAL_SECURITY.test(text)) return 'social-security'
  return 'unknown'
}
