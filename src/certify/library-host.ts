/**
 * The process that a library under test is loaded into: what it breaks, it
 * breaks here. Started by library-subject.ts, which it answers over IPC.
 * @module
 */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { openLibrary, type RawTrans } from '../library.js'

/** Watched on either side of the caller's buffer. */
const GUARD_BYTES = 256 * 1024

/** IPC makes Uint8Arrays of Buffers. */
const bytes = z
  .custom<Uint8Array>(value => value instanceof Uint8Array)
  .transform(view => Buffer.from(view))
  .nullable()

/** One call to make; null stands for a null pointer. */
const order = z.object({
  id: z.int(),
  strUrl: bytes,
  inData: bytes,
  /** Size of the buffer that the caller has for OutData. */
  outBytes: z.int().nullable(),
})
export type Order = z.input<typeof order>

/** What a call left behind. */
export const outcome = z.object({
  id: z.int(),
  returned: z.string().nullable(),
  /** The whole buffer, whatever stands behind its NUL. */
  outData: z.custom<Uint8Array>(value => value instanceof Uint8Array),
  /** How many bytes in front of the buffer are not as they were. */
  before: z.int(),
  /** How far behind the buffer's end the library wrote, in bytes. */
  beyond: z.int(),
})
export type Outcome = z.infer<typeof outcome>

/** What this process says when the library is loaded, or is not. */
export const greeting = z.union([
  z.object({ loaded: z.literal(true) }),
  z.object({ loaded: z.literal(false), reason: z.string() }),
])

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
