/**
 * Which language who directs the sandbox wants to read. Platforms always
 * answer in Chinese.
 * @module
 */
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { acceptedLocale, type Locale } from '../../texts/index.js'

/** A browser's EventSource has no headers, so the address may say it too. */
const inQuery = z.object({ lang: z.string() })

/** What `request` asks for by ?lang= or accept-language, if it does. */
export function askedLocale({
  query,
  headers,
}: FastifyRequest): Locale | undefined {
  const { data } = inQuery.safeParse(query)
  return acceptedLocale(data?.lang ?? headers['accept-language'])
}
