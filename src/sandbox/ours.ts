/**
 * Addresses at which the sandbox is directed or looked at. All others are the
 * platforms', which speak Chinese whoever asks.
 * @module
 */
import type { FastifyRequest } from 'fastify'
import { type Failure, failureIn, type Refusal } from './answers.js'
import { pathOf } from './control/facts.js'
import { askedLocale } from './control/language.js'

const OURS = /^\/(sandbox|registry|console|favicon\.ico)?(?![^/?])/

/** Whether `request` is about the sandbox itself. */
export function isOurs({ originalUrl }: FastifyRequest): boolean {
  return OURS.test(pathOf(originalUrl))
}

/** `refusal` in the language in which `request` is answered. */
export function failureFor(request: FastifyRequest, refusal: Refusal): Failure {
  const locale = isOurs(request) ? askedLocale(request) : undefined
  return failureIn(refusal, locale)
}
