/**
 * Every key of nationec.toml: its type, range and default. Its explanation
 * is the sentence `config.<table>.<key>` of the catalogue (see show.ts).
 * The message of a rule is the catalogue's key of that rule.
 * @module
 */
import { z } from 'zod'
import type { TextKey } from '../texts/index.js'
import { LOCALES } from '../texts/index.js'

/** The smallest OutData buffer seen in the field is 2048 bytes. */
const REPLY_DEFAULT_BYTES = 2048
/** Below this no error message would fit. */
const REPLY_MIN_BYTES = 512
/** The largest OutData buffer seen in the field. */
const REPLY_MAX_BYTES = 20480
/** Ten minutes, the longest wait native/wire.h lets a caller have. */
const DEADLINE_MAX_SECONDS = 600
/** Short enough for a test of what happens at the deadline. */
const DEADLINE_MIN_SECONDS = 0.1
/** More callers than one machine has processes. */
const WAITING_MAX = 10_000
/** Ten years. */
const KEEP_DAYS_MAX = 3650
/** A SHA-256 fingerprint, with or without colons, or nothing. */
const PIN = /^$|^([0-9a-f]{2}:?){31}[0-9a-f]{2}$/i

const rule = (key: TextKey) => ({ error: key })

const table = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape).readonly()

const platform = z.strictObject({
  url: z.string().refine(isPlatformPrefix, rule('config.rule.prefix')),
  pin: z
    .string()
    .regex(PIN, rule('config.rule.pin'))
    .overwrite(fingerprint)
    .default(''),
  ca_file: z.string().default(''),
})

/** The whole file; `parse({})` gives the defaults. */
export const configSchema = z
  .strictObject({
    call: table({
      deadline: z
        .number()
        .min(DEADLINE_MIN_SECONDS)
        .max(DEADLINE_MAX_SECONDS)
        .default(60),
      waiting: z.int().min(0).max(WAITING_MAX).default(256),
    }).prefault({}),
    reply: table({
      max_bytes: z
        .int()
        .min(REPLY_MIN_BYTES)
        .max(REPLY_MAX_BYTES)
        .default(REPLY_DEFAULT_BYTES),
      charset: z.enum(['auto', 'utf-8', 'gb18030']).default('auto'),
      language: z.enum(LOCALES).default('zh-CN'),
      data: z.enum(['object', 'string']).default('object'),
      returns: z.enum(['status', 'outdata']).default('status'),
    }).prefault({}),
    terminal: table({
      filing_number: z
        .string()
        .regex(/^(\d{20})?$/, rule('config.rule.filing-number'))
        .default(''),
      org_id: z.string().max(40).default(''),
    }).prefault({}),
    scanner: table({
      path: z.string().default(''),
      baud_rate: z.int().min(300).max(4_000_000).default(9600),
      suffix: z.enum(['auto', 'cr', 'lf', 'crlf']).default('auto'),
    }).prefault({}),
    platforms: z.array(platform.readonly()).readonly().default([]),
    journal: table({
      path: z.string().default(''),
      keep_days: z.int().min(1).max(KEEP_DAYS_MAX).default(90),
    }).prefault({}),
    log: table({
      level: z
        .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
        .default('info'),
    }).prefault({}),
  })
  .readonly()

/** The configuration, frozen; names are those of the file. */
export type Config = z.infer<typeof configSchema>
export type PlatformConfig = Config['platforms'][number]

/** The configuration of a machine without a file. */
export const defaultConfig: Config = configSchema.parse({})

/** The tables with fixed keys; `platforms` is a list. */
type Table = Exclude<keyof Config, 'platforms'>

/** Dotted names of all tables and keys, for instance `call.deadline`. */
export type ConfigKey =
  | keyof Config
  | { [T in Table]: `${T}.${keyof Config[T] & string}` }[Table]
  | `platforms.${keyof PlatformConfig}`

/** Every {@link ConfigKey}. */
export const configKeys: readonly ConfigKey[] = Object.entries(
  defaultConfig,
).flatMap(([name, keys]) => {
  const inside = Object.keys(name === 'platforms' ? platform.shape : keys)
  return [name, ...inside.map(key => `${name}.${key}`)] as ConfigKey[]
})

function isPlatformPrefix(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, username, password, search, hash } = new URL(url)
  const plain = !username && !password && !search && !hash
  return /^https?:$/.test(protocol) && plain && url.endsWith('/')
}

/** As Node writes it in `fingerprint256`: AA:BB:… */
function fingerprint(pin: string): string {
  const pairs = pin.replaceAll(':', '').toUpperCase().match(/../g)
  return pairs?.join(':') ?? ''
}
