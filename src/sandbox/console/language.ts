/**
 * Which language the console speaks: the one chosen in its menu, else the
 * browser's.
 * @module
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { acceptedLocale, LOCALES, type Locale } from '../../texts/index.js'

/** A year, in seconds. */
const REMEMBERED_S = 31_536_000

const COOKIE = /(?:^|;\s*)lang=([\w-]+)/

/**
 * The language of `request`, English where it names none; a choice made by
 * ?lang= is remembered.
 */
export function languageOf(
  { query, headers }: FastifyRequest,
  reply: FastifyReply,
): Locale {
  const { lang } = query as { lang?: unknown }
  const chosen = known(lang)
  if (chosen) {
    const cookie = `lang=${chosen}; Path=/console; Max-Age=${REMEMBERED_S}`
    reply.header('set-cookie', `${cookie}; Secure; HttpOnly; SameSite=Strict`)
    return chosen
  }
  const kept = known(COOKIE.exec(headers.cookie ?? '')?.[1])
  return kept ?? acceptedLocale(headers['accept-language']) ?? 'en'
}

function known(lang: unknown): Locale | undefined {
  return LOCALES.find(locale => locale === lang)
}
