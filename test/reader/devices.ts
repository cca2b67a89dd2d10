/**
 * Programs of makers, and how to know that they have ended.
 * @module
 */
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { packagePath } from '../../src/paths.js'

/** The command of a device that does this (see device.mjs). */
export function device(what: string, given = ''): string[] {
  return [process.execPath, packagePath('test/reader/device.mjs'), what, given]
}

const POLL_MS = 5
const PATIENCE_MS = 10_000

/** Waits until `file` holds a process's id. */
export async function pidIn(file: string): Promise<number> {
  let pid = 0
  await until(() => {
    pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
    return pid > 0
  })
  return pid
}

/** Waits until the process `pid` has ended. */
export function gone(pid: number): Promise<void> {
  return until(() => !isAlive(pid))
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function until(met: () => boolean): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    if (met()) return
    await sleep(POLL_MS)
  }
  throw new Error(`not within ${PATIENCE_MS} ms`)
}
