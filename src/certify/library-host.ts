/**
 * The process that a library under test is loaded into: what it breaks, it
 * breaks here. Started by library-subject.ts, which it answers over IPC.
 * @module
 */
import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { openLibrary, type RawTrans } from '../library.js'
import { order } from './library-wire.js'

/** Watched on either side of the caller's buffer. */
const GUARD_BYTES = 256 * 1024

/** The library is the process's one argument. */
function serve(file: string): void {
  const trans = load(file)
  if (!trans) return
  process.on('message', message => {
    const { id, ...call } = order.parse(message)
    void make(trans, call).then(result => process.send?.({ id, ...result }))
  })
  process.once('disconnect', () => process.exit())
  process.send?.({ loaded: true })
}

function load(file: string): RawTrans | undefined {
  try {
    return openLibrary(file)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    process.send?.({ loaded: false, reason }, () => process.disconnect())
    return undefined
  }
}

type Call = Omit<z.output<typeof order>, 'id'>

async function make(trans: RawTrans, { strUrl, inData, outBytes }: Call) {
  const end = GUARD_BYTES + (outBytes ?? 0)
  const memory = randomBytes(end + GUARD_BYTES)
  const before = Buffer.from(memory)
  const outData = memory.subarray(GUARD_BYTES, end)
  const target = outBytes === null ? null : outData
  const returned = await trans(strUrl, inData, target)
  const behind = changed(memory, before, end, memory.length).at(-1)
  return {
    returned,
    outData,
    before: changed(memory, before, 0, GUARD_BYTES).length,
    beyond: behind === undefined ? 0 : behind - end + 1,
  }
}

/** Where `memory` is not what it was, from `start` up to `end`. */
function changed(
  memory: Buffer,
  before: Buffer,
  start: number,
  end: number,
): number[] {
  if (memory.compare(before, start, end, start, end) === 0) return []
  const places: number[] = []
  for (let at = start; at < end; at++) {
    if (memory[at] !== before[at]) places.push(at)
  }
  return places
}

const [file] = process.argv.slice(2)
if (file && process.send) serve(file)
