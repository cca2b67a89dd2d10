/**
 * 10,000 reads with plugs that are pulled at random, and the memory they take.
 * Exit code 1 where one was lost or doubled, or where memory grows.
 *
 *   node --expose-gc dist/test/bench/scanner-soak.js [--reads N] [--guns N] [--seed N]
 * @module
 */
import { parseArgs } from 'node:util'
import { soak } from '../scanner/soak.js'

/** Of the heap after a fifth of the reads, when everything has been used. */
const GROWTH_MAX = 1.3

const { values } = parseArgs({
  options: {
    reads: { type: 'string', default: '10000' },
    guns: { type: 'string', default: '32' },
    seed: { type: 'string', default: `${Date.now() % 2 ** 31}` },
  },
})
const reads = Number(values.reads)
const seed = Number(values.seed)
console.log(`${reads} reads, --seed ${seed}`)

let early = 0
const result = await soak({
  reads,
  guns: Number(values.guns),
  seed,
  onProgress(done) {
    if (early === 0 && done >= reads / 5) early = heap()
  },
})
const late = heap()
const { read, unplugged, wrong } = result
console.log(`read ${read}, unplugged ${unplugged}, wrong ${wrong.length}`)
for (const sentence of wrong.slice(0, 10)) console.log(`  ${sentence}`)
console.log(
  `heap after a fifth ${megabytes(early)}, at the end ${megabytes(late)}`,
)
if (wrong.length > 0 || late > early * GROWTH_MAX) process.exitCode = 1

function heap(): number {
  global.gc?.()
  return process.memoryUsage().heapUsed
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`
}
