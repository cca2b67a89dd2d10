/**
 * Codes that are surely no 医保电子凭证 are answered at once.
 * @module
 */
import type { CodeKind } from '../codes/classify.js'
import { Failure, type FailureSymbol } from '../failure.js'

/** What may be right is for the platform to judge. */
const REFUSALS: Record<CodeKind, FailureSymbol | undefined> = {
  medical: undefined,
  face: undefined,
  unknown: undefined,
  payment: 'payment-scanned',
  'id-number': 'id-number-scanned',
  'health-card': 'health-card-scanned',
  fusion: 'fusion-scanned',
  'social-security': 'social-security-scanned',
  'drug-trace': 'drug-trace-scanned',
  gs1: 'gs1-scanned',
  url: 'url-scanned',
}

/**
 * Why a code of `kind` is not sent: what it is and what to show instead; or
 * undefined where it is sent.
 */
export function refusalOf(kind: CodeKind): Failure | undefined {
  const symbol = REFUSALS[kind]
  return symbol && new Failure(symbol)
}
