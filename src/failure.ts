/**
 * Every way in which a call can fail on the terminal's side: one symbol, one
 * number of table C.4, one sentence in each language.
 * @module
 */
import { type Locale, type TextParameters, text } from './texts/index.js'

/**
 * The number that a caller reads for each symbol (XJ-D01-2019, table C.4; -2
 * for "no scan" as kiosks use it; 500159 for a wrong kind of code, as the
 * platforms of the field have it). Its sentence is `failure.<symbol>` in
 * texts/call.ts. Symbols are stable and never reused.
 */
export const FAILURE_CODES = {
  unforeseen: -1,
  'answer-too-long': -1,
  'daemon-stopping': -1,
  'no-charset': -2,
  'not-json': -2,
  'not-object': -2,
  'too-deep': -2,
  'field-missing': -2,
  'field-type': -2,
  'field-too-long': -2,
  'field-value': -2,
  'trans-type-unknown': -2,
  'nothing-scanned': -2,
  'code-too-long': -2,
  'code-garbled': -2,
  'code-cut': -2,
  'payment-scanned': 500159,
  'id-number-scanned': 500159,
  'health-card-scanned': 500159,
  'fusion-scanned': 500159,
  'social-security-scanned': 500159,
  'drug-trace-scanned': 500159,
  'gs1-scanned': 500159,
  'url-scanned': 500159,
  'no-face': -2,
  'no-card': -2,
  'caller-left': -2,
  'platform-silent': -3,
  'terminal-unregistered': -4,
  'terminal-card-changed': -4,
  'terminal-way-changed': -4,
  'terminal-address-changed': -4,
  'terminal-card-absent': -4,
  'terminal-contradicted': -4,
  'url-malformed': -5,
  'url-not-allowed': -5,
  'scanner-busy': -6,
  'queue-full': -6,
  'scanner-held': -6,
  'scanner-held-by': -6,
  'scanner-grabbed': -6,
  'face-busy': -6,
  'card-busy': -6,
  'scanner-none': -1,
  'scanner-missing': -1,
  'scanner-several': -1,
  'scanner-other': -1,
  'scanner-mismatch': -1,
  'scanner-keyboard': -1,
  'scanner-portless': -1,
  'scanner-absent': -1,
  'scanner-denied': -1,
  'scanner-unplugged': -1,
  'scanner-broken': -1,
  'face-none': -1,
  'card-none': -1,
  'face-failed': -1,
  'card-failed': -1,
  'reader-absent': -1,
  'reader-garbled': -1,
  'reader-too-long': -1,
  'platform-unreachable': -1,
  'platform-untrusted': -1,
  'platform-cut': -1,
  'platform-too-long': -1,
  'platform-http': -1,
  'platform-not-json': -1,
  'platform-refused': -1,
  'platform-no-address': -1,
  'platform-no-tls': -1,
  'platform-wants-certificate': -4,
  'proxy-refused': -1,
  'platform-keys': -1,
  'platform-unsigned': -4,
  'platform-signature': -4,
  'platform-sealed': -4,
  'platform-skew': -4,
  'platform-other-reply': -1,
} as const satisfies Record<string, number>

/** The name of one way to fail. */
export type FailureSymbol = keyof typeof FAILURE_CODES

interface FailureOptions extends ErrorOptions {
  sealed?: Record<string, unknown>
}

/**
 * A call that ends without a person. Its message is English and holds nothing
 * personal, so it may be logged.
 */
export class Failure extends Error {
  readonly code: number
  /** Private, so that whoever prints the error does not print it. */
  readonly #sealed: Readonly<Record<string, unknown>>

  constructor(
    readonly symbol: FailureSymbol,
    readonly parameters: TextParameters = {},
    { sealed = {}, ...options }: FailureOptions = {},
  ) {
    super(text(`failure.${symbol}`, parameters, 'en'), options)
    this.name = 'Failure'
    this.code = FAILURE_CODES[symbol]
    this.#sealed = sealed
  }

  /** What may be personal, for the journal alone. */
  get sealed(): Readonly<Record<string, unknown>> {
    return this.#sealed
  }

  /** The sentence for the person at the window. */
  sentence(locale: Locale): string {
    return text(`failure.${this.symbol}`, this.parameters, locale)
  }
}

/** What was thrown, as a Failure: itself, or `unforeseen` with it as cause. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown
  return new Failure('unforeseen', {}, { cause: thrown })
}
