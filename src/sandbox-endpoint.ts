/**
 * The note that a running sandbox leaves, so that a daemon on the same machine
 * finds it and trusts its certificate.
 * @module
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { statePath } from './paths.js'

const endpoint = z.object({
  /** Loopback, without a slash at the end. */
  url: z.string().regex(/^https:\/\/(127\.0\.0\.1|\[::1\]):\d{1,5}$/),
  /** SHA-256 of the certificate, as tls' peerCertificate.fingerprint256. */
  fingerprint: z.string().regex(/^[0-9A-F]{2}(:[0-9A-F]{2}){31}$/),
  /** Of the sandbox's process. */
  pid: z.int().positive(),
})

/** Where a sandbox answers, and how to know that it is the one. */
export type SandboxEndpoint = z.infer<typeof endpoint>

/** The folder of the sandbox's files, unless it was started with another. */
export function sandboxFolder(): string {
  return statePath('sandbox')
}

/** The folder of a registry that runs as a process of its own. */
export function registryFolder(): string {
  return statePath('registry')
}

/**
 * The sandbox that runs on `folder`; undefined where there is none, its note
 * is damaged, or its process has ended without removing the note.
 */
export function readEndpoint(
  folder = sandboxFolder(),
): SandboxEndpoint | undefined {
  const noted = readNote(folder)
  return noted && isAlive(noted.pid) ? noted : undefined
}

/** Leaves the note in `folder`, which must exist. */
export function writeEndpoint(folder: string, noted: SandboxEndpoint): void {
  const draft = `${notePath(folder)}.${noted.pid}`
  writeFileSync(draft, `${JSON.stringify(noted, null, 2)}\n`)
  renameSync(draft, notePath(folder))
}

/** Takes the note away, unless another sandbox has replaced it. */
export function removeEndpoint(folder: string, noted: SandboxEndpoint): void {
  if (readNote(folder)?.url === noted.url) rmSync(notePath(folder))
}

function notePath(folder: string): string {
  return join(folder, 'endpoint.json')
}

function readNote(folder: string): SandboxEndpoint | undefined {
  try {
    return endpoint.parse(JSON.parse(readFileSync(notePath(folder), 'utf8')))
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
