/**
 * An application that has not been answered yet, kept in the state folder with
 * its key: whatever breaks, it is sent again and registered once.
 * @module
 */
import { randomUUID } from 'node:crypto'
import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import {
  applicationSchema,
  type TerminalApplication,
} from '../dictionary/terminal-fields.js'
import { statePath } from '../paths.js'

const pending = z.object({
  key: z.string(),
  application: applicationSchema,
  /** Once the registry has it. */
  receipt: z.string().optional(),
  /** When the registry took it, in milliseconds since 1970. */
  appliedAt: z.number().optional(),
})
export type PendingApplication = z.infer<typeof pending>

/** Where it is kept. */
export function pendingPath(): string {
  return statePath('application.json')
}

/** The one that waits for its answer; undefined where none does. */
export function readPending(
  path = pendingPath(),
): PendingApplication | undefined {
  try {
    return pending.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return undefined
  }
}

/** Keeps it, before it is sent and when its receipt is known. */
export function keepPending(
  application: PendingApplication,
  path = pendingPath(),
): void {
  const draft = `${path}.${process.pid}`
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileSync(draft, `${JSON.stringify(application, null, 2)}\n`)
  renameSync(draft, path)
}

/** It has been answered, or is given up. */
export function dropPending(path = pendingPath()): void {
  rmSync(path, { force: true })
}

/** A new one. */
export function newPending(
  application: TerminalApplication,
  newKey: () => string = randomUUID,
): PendingApplication {
  return { key: newKey(), application }
}

/** Whether it asks for what `application` asks for. */
export function asksFor(
  one: PendingApplication,
  application: TerminalApplication,
): boolean {
  return isDeepStrictEqual(one.application, application)
}
