/**
 * 10,000 random messages between our SM2 and sm-crypto's, in both directions,
 * by two processes; about five minutes. One argument: another number. The
 * seed is printed first, and GM_SEED repeats it.
 * @module
 */
import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { gmEngine } from '../../src/gm/engine.js'
import { sm2 } from '../../src/gm/sm2.js'
import { disagreements, seeded } from '../gm/differential.js'

const MESSAGES = 10_000
const PROCESSES = 2

const [count, seed] = process.argv.slice(2)
if (seed === undefined) await parent(Number(count ?? MESSAGES))
else worker(Number(count), seed)

async function parent(messages: number): Promise<void> {
  const whole = process.env.GM_SEED ?? randomBytes(8).toString('hex')
  console.log(`GM_SEED=${whole}, engine ${gmEngine()}`)
  const started = Date.now()
  const share = String(Math.ceil(messages / PROCESSES))
  const ends = Array.from({ length: PROCESSES }, async (_, part) => {
    const child = fork(fileURLToPath(import.meta.url), [
      share,
      `${whole}.${part}`,
    ])
    const [code] = await once(child, 'exit')
    return code === 0
  })
  const right = (await Promise.all(ends)).every(Boolean)
  const seconds = ((Date.now() - started) / 1000).toFixed(0)
  console.log(`${messages} messages, ${seconds} s: ${right ? 'ok' : 'WRONG'}`)
  process.exitCode = right ? 0 : 1
}

function worker(messages: number, part: string): void {
  const random = seeded(part)
  for (let round = 0; round < messages; round++) {
    const wrong = disagreements(sm2, random)
    if (wrong.length === 0) continue
    console.log(`seed ${part}, message ${round}: ${wrong}`)
    process.exitCode = 1
  }
}
