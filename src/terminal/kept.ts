/**
 * What this machine was the last time, kept in the state folder, so that a
 * change is noticed.
 * @module
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { statePath } from '../paths.js'
import type { Choice } from './choose.js'

/** More platforms than a terminal calls; the oldest is forgotten. */
const PLATFORMS_MAX = 32

const choice = z.object({
  interface: z.string(),
  mac: z.string(),
  ip: z.string(),
})
const file = z.object({ platforms: z.record(z.string(), choice) })

/** Where it is kept. */
export function keptPath(): string {
  return statePath('terminal.json')
}

/**
 * What was chosen toward the platform at `host` the last time; undefined where
 * nothing was, or the file is damaged.
 */
export function readKept(host: string, path = keptPath()): Choice | undefined {
  return readAll(path).get(host)
}

/** Keeps `chosen` for `host`. Throws the system's error. */
export function keep(host: string, chosen: Choice, path = keptPath()): void {
  const all = readAll(path)
  all.delete(host)
  all.set(host, chosen)
  const platforms = Object.fromEntries([...all].slice(-PLATFORMS_MAX))
  const draft = `${path}.${process.pid}`
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileSync(draft, `${JSON.stringify({ platforms }, null, 2)}\n`)
  renameSync(draft, path)
}

function readAll(path: string): Map<string, Choice> {
  try {
    const { platforms } = file.parse(JSON.parse(readFileSync(path, 'utf8')))
    return new Map(Object.entries(platforms))
  } catch {
    return new Map()
  }
}
