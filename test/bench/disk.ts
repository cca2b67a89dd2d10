/**
 * What the disk takes for itself: no journal can be faster.
 * @module
 */
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { now } from './processes.js'
import { type Quantiles, quantiles } from './quantiles.js'

/** A page of SQLite. */
const PAGE_BYTES = 4096

/**
 * Writes a page `count` times over itself and waits for the disk, in ms. The
 * first time, which makes the file longer, does not count.
 */
export function measureDisk(folder: string, count: number): Quantiles {
  const file = openSync(join(folder, 'page'), 'w')
  const page = Buffer.alloc(PAGE_BYTES, 1)
  const times = Array.from({ length: count + 1 }, () => {
    const begin = now()
    writeSync(file, page, 0, PAGE_BYTES, 0)
    fdatasyncSync(file)
    return now() - begin
  })
  closeSync(file)
  return quantiles(times.slice(1))
}
