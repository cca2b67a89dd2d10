/**
 * Codes that pay and do not identify: what a person shows by mistake.
 * @module
 */

const PAYMENT_CODES = [
  /** WeChat. */
  /^1[0-5]\d{16}$/,
  /** Alipay. */
  /^(2[5-9]|30)\d{14,22}$/,
  /** UnionPay. */
  /^62\d{17}$/,
]

/** Whether `text` looks like a payment code of WeChat, Alipay or UnionPay. */
export function isPaymentCode(text: string): boolean {
  return PAYMENT_CODES.some(form => form.test(text))
}
