/**
 * How soon the sandbox is ready, beside a Node that does nothing:
 * `npm run bench:start`.
 * @module
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { packagePath } from '../../src/paths.js'
import { median } from './quantiles.js'

const STARTS = 10

const SANDBOX = [packagePath('bin/nationec.js'), 'sandbox', 'start']

const times = {
  bare: [] as number[],
  new: [] as number[],
  kept: [] as number[],
}
for (let count = 0; count < STARTS; count++) {
  const folder = mkdtempSync(join(tmpdir(), 'nationec-bench-'))
  times.bare.push(await lifeOf(['-e', '0']))
  times.new.push(await startIn(folder))
  times.kept.push(await startIn(folder))
  rmSync(folder, { recursive: true })
}
const bare = median(times.bare)
console.log(`median of ${STARTS}, from the spawn on`)
console.log(`node -e 0                   ${bare.toFixed(0)} ms`)
show('sandbox, in an empty folder', median(times.new))
show('sandbox, started before    ', median(times.kept))

function show(what: string, ms: number) {
  console.log(`${what} ${ms.toFixed(0)} ms, ratio ${(ms / bare).toFixed(1)}`)
}

/** Milliseconds until a Node with `args` has ended. */
async function lifeOf(args: string[]): Promise<number> {
  const start = performance.now()
  await once(spawn(process.execPath, args), 'exit')
  return performance.now() - start
}

/** Milliseconds until a sandbox that keeps its state in `folder` is ready. */
async function startIn(folder: string): Promise<number> {
  const start = performance.now()
  const sandbox = spawn(process.execPath, [...SANDBOX, '--port', '0'], {
    env: { ...process.env, NATIONEC_STATE: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(createInterface(sandbox.stdout), 'line')
  const ms = performance.now() - start
  sandbox.kill()
  await once(sandbox, 'exit')
  return ms
}
