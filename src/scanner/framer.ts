/**
 * Codes out of a stream of bytes: what stands before each line end, and what
 * devices say in between.
 * @module
 */
import {
  CODE_BYTES_MAX,
  type Decoder,
  type Framing,
  type Heard,
  type Suffix,
} from './driver.js'
import { stripped } from './strip.js'

/** Bytes of one code are never this far apart: what had begun was cut off. */
export const CUT_MS = 300

/** Something other than a code at the start of a stream. */
export interface Reply {
  /** Its bytes. */
  length: number
  heard: Heard[]
}

/** What a family says that plain devices do not. All of it is optional. */
export interface Dialect {
  /**
   * The reply that `bytes` begin with; `more` where more bytes must tell.
   * What it waits for has a limit.
   */
  reply?(bytes: Buffer): Reply | 'more' | undefined
  /** Where in a line, after its first byte, a reply begins that ends it. */
  replyInside?(line: Buffer): number
  /** What a line means that need not be a code. */
  line?(code: Buffer): Heard[]
  /** The stream paused: what is in `pending` will not go on. */
  pause?(pending: Buffer): Heard[]
  /** Whether a pause would change what lines mean. */
  readonly isUnsure?: boolean
}

const STX = 0x02
const CR = 0x0d

const ENDS: Record<Suffix, readonly number[]> = {
  auto: [0x0d, 0x0a],
  cr: [0x0d],
  lf: [0x0a],
  crlf: [0x0a],
  tab: [0x09],
  etx: [0x03],
  none: [],
}

const NOTHING = Buffer.alloc(0)

const asRead = (bytes: Buffer): Heard[] => [{ kind: 'read', bytes }]

/** A decoder of lines that are framed as `framing` says. */
export function createFramer(framing: Framing, dialect: Dialect = {}): Decoder {
  const { suffix, prefix, idleGapMs } = framing
  const ends = ENDS[suffix]
  const meaning = dialect.line ?? asRead
  let pending: Buffer = NOTHING
  let skipping = false

  /** What `line` says; nothing for an empty or a foreign one. */
  function lineHeard(line: Buffer): Heard[] {
    const code = codeOf(line, framing)
    if (code.length > CODE_BYTES_MAX) return [{ kind: 'too-long' }]
    return code.length > 0 ? meaning(code) : []
  }

  /** Takes one thing off `pending`; undefined where it needs more bytes. */
  function take(): Heard[] | undefined {
    if (pending.length === 0) return undefined
    const reply = skipping ? undefined : dialect.reply?.(pending)
    if (reply === 'more') return undefined
    if (reply) {
      pending = pending.subarray(reply.length)
      return reply.heard
    }
    const end = pending.findIndex(byte => ends.includes(byte))
    const line = end < 0 ? pending : pending.subarray(0, end)
    const inside = dialect.replyInside?.(line) ?? 0
    if (inside > 0) {
      skipping = false
      pending = pending.subarray(inside)
      return []
    }
    if (end < 0) return takeEndless(line)
    pending = pending.subarray(end + 1)
    const heard = skipping ? [] : lineHeard(line)
    skipping = false
    return heard
  }

  function takeEndless(line: Buffer): Heard[] | undefined {
    const known = skipping
    skipping ||= isTooLong(line)
    if (!skipping) return undefined
    // A reply may begin in what is skipped.
    pending = line.subarray(Math.max(line.length - REPLY_HEAD_BYTES, 0))
    return known ? undefined : [{ kind: 'too-long' }]
  }

  function isTooLong(line: Buffer): boolean {
    if (line.length > CODE_BYTES_MAX + prefix.length + EDGE_BYTES) return true
    return codeOf(line, framing).length > CODE_BYTES_MAX
  }

  return {
    gapMs: suffix === 'none' ? idleGapMs : CUT_MS,
    get isPending() {
      return pending.length > 0 || skipping || dialect.isUnsure === true
    },
    push(bytes) {
      pending = pending.length > 0 ? Buffer.concat([pending, bytes]) : bytes
      const all: Heard[] = []
      for (let heard = take(); heard; heard = take()) all.push(...heard)
      return all
    },
    pause() {
      const isReply = !skipping && dialect.reply?.(pending) === 'more'
      const isNoCode = isReply || dialect.isUnsure
      const line = skipping ? NOTHING : pending
      pending = NOTHING
      skipping = false
      const said = dialect.pause?.(line) ?? []
      if (isNoCode) return said
      if (suffix === 'none') return [...said, ...lineHeard(line)]
      const bytes = codeOf(line, framing)
      return bytes.length > 0 ? [...said, { kind: 'cut', bytes }] : said
    },
  }
}

/** Enough to tell a reply from a line, with the byte before it. */
const REPLY_HEAD_BYTES = 3

/** An identifier, STX and CR at most, besides code and prefix. */
const EDGE_BYTES = 8

/** The code in `line`; empty where the declared prefix is not there. */
export function codeOf(
  line: Buffer,
  { suffix, prefix, strip }: Framing,
): Buffer {
  const framed = withoutEdges(line, suffix)
  if (!framed.subarray(0, prefix.length).equals(prefix)) return NOTHING
  return stripped(framed.subarray(prefix.length), strip)
}

/** Without what belongs to the line end: CR before LF, up to STX for ETX. */
function withoutEdges(line: Buffer, suffix: Suffix): Buffer {
  if (suffix === 'crlf' && line.at(-1) === CR) return line.subarray(0, -1)
  if (suffix !== 'etx') return line
  return line.subarray(line.lastIndexOf(STX) + 1)
}
