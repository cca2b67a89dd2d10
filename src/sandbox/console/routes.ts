/**
 * /console/…: the sandbox in a browser. Its scripts direct the sandbox through
 * /sandbox/… as anybody may; there is nothing here that only they can do.
 * @module
 */
import { readFile } from 'node:fs/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { refused } from '../answers.js'
import { spaceName } from '../control/contract.js'
import { failureFor } from '../ours.js'
import type { SandboxServer } from '../server.js'
import { listFiles } from './files.js'
import { languageOf } from './language.js'
import { PAGES } from './pages.js'
import { FILES, noSuchPage, shell } from './shell.js'

/**
 * Everything comes from the sandbox, nothing is framed, and a script cannot
 * make HTML of text even if it tries.
 */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}

/** Longer than any code of the field; the finest picture holds some 2300. */
const QR_TEXT_MAX = 512

const picture = z.object({ text: z.string().min(1).max(QR_TEXT_MAX) })
const asked = z.object({ space: spaceName })
const TOO_LONG = refused(-2, 'sandbox.qr', { max: QR_TEXT_MAX })

export function addConsoleRoutes(server: SandboxServer): void {
  server.get('/', (_request, reply) => reply.redirect('/console/'))
  server.get('/console', (_request, reply) => reply.redirect('/console/'))
  for (const page of PAGES)
    for (const route of [page.route, page.detail ?? []].flat())
      server.get(route, (request, reply) =>
        send(reply, 'text/html; charset=utf-8').send(
          shell(page, languageOf(request, reply), spaceIn(request)),
        ),
      )
  server.get('/console/*', (request, reply) =>
    send(reply.status(404), 'text/html; charset=utf-8').send(
      noSuchPage(languageOf(request, reply), spaceIn(request)),
    ),
  )
  addFiles(server)
  addQrCode(server)
}

/** What ?space= names, the common space where that is no name. */
function spaceIn({ query }: FastifyRequest): string {
  return asked.safeParse(query).data?.space ?? ''
}

function addFiles(server: SandboxServer) {
  const files = listFiles()
  server.get<{ Params: { name: string } }>(
    `${FILES}:name`,
    async ({ params: { name } }, reply) => {
      const file = files.get(name)
      if (!file) return reply.callNotFound()
      return send(reply, file.type).send(await readFile(file.path))
    },
  )
}

/** The picture of what a phone shows. */
function addQrCode(server: SandboxServer) {
  server.get('/console/qr', async (request, reply) => {
    const wanted = picture.safeParse(request.query)
    if (!wanted.success)
      return reply.status(400).send(failureFor(request, TOO_LONG))
    const { toString: draw } = await import('qrcode')
    const drawn = await draw(wanted.data.text, { type: 'svg', margin: 2 })
    return send(reply, 'image/svg+xml').send(drawn)
  })
}

function send(reply: FastifyReply, type: string): FastifyReply {
  return reply.headers(HEADERS).type(type)
}
