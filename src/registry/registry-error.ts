/**
 * What the registry does not do, and why.
 * @module
 */
import { type Locale, type TextParameters, text } from '../texts/index.js'

/** The HTTP status of each; its sentence is `registry.error.<code>`. */
export const ERROR_STATUS = {
  'not-found': 404,
  'wrong-state': 409,
  'mac-taken': 409,
  'key-reused': 409,
  'too-many-waiting': 503,
  'operator-exists': 409,
  'operator-name': 400,
  'import-done': 409,
  'import-rows': 413,
  unauthorised: 401,
  busy: 503,
  away: 503,
} as const
export type RegistryErrorCode = keyof typeof ERROR_STATUS

/** Its message is English; {@link RegistryError.sentence} is for people. */
export class RegistryError extends Error {
  override name = 'RegistryError'
  readonly status: (typeof ERROR_STATUS)[RegistryErrorCode]

  constructor(
    readonly code: RegistryErrorCode,
    readonly parameters: TextParameters = {},
    options?: ErrorOptions,
  ) {
    super(text(`registry.error.${code}`, parameters, 'en'), options)
    this.status = ERROR_STATUS[code]
  }

  sentence(locale: Locale): string {
    return text(`registry.error.${this.code}`, this.parameters, locale)
  }
}
