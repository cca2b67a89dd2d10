/**
 * Every key of nationec.toml: its type, range and default. Its explanation
 * is the sentence `config.<table>.<key>` of the catalogue (see show.ts).
 * The message of a rule is the catalogue's key of that rule.
 * @module
 */
import { z } from 'zod'
import { canonicalMac } from '../dictionary/mac-address.js'
import { SIGN_TYPES } from '../envelope/agreement.js'
import { DIALECT_NAMES } from '../envelope/rules.js'
import { STRIPS, SUFFIXES } from '../scanner/driver.js'
import { DRIVER_NAMES } from '../scanner/drivers/index.js'
import { POLICIES } from '../terminal/policy.js'
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
/** The slowest and the fastest serial line; 0 stands for the driver's own. */
const BAUD_RATE_MIN = 300
const BAUD_RATE_MAX = 4_000_000
/** More than any device can be told to send. */
const PREFIX_MAX = 40
/** More callers than one machine has processes. */
const WAITING_MAX = 10_000
/** Longer than Windows lets a connection's name be. */
const INTERFACE_MAX = 256
/** Ten years. */
const KEEP_DAYS_MAX = 3650
/** A SHA-256 fingerprint, with or without colons, or nothing. */
const PIN = /^$|^([0-9a-f]{2}:?){31}[0-9a-f]{2}$/i

const rule = (key: TextKey) => ({ error: key })

const table = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape).readonly()

/** Table A.2 allows 10 characters. */
const VERSION_MAX = 10

const file = z.string().default('')

const pin = z
  .string()
  .regex(PIN, rule('config.rule.pin'))
  .overwrite(fingerprint)
  .default('')

const platform = z
  .strictObject({
    url: z.string().refine(isPlatformPrefix, rule('config.rule.prefix')),
    pin,
    ca_file: file,
    client_cert_file: file,
    client_key_file: file,
    proxy: z.string().refine(isProxy, rule('config.rule.proxy')).default(''),
    envelope: z.enum(['plain', 'signed', 'encrypted']).default('plain'),
    dialect: z.enum(DIALECT_NAMES).default('A'),
    sign: z.enum(SIGN_TYPES).default('SM2'),
    version: z.string().max(VERSION_MAX).default('1.0.0'),
    app_id: z.string().max(40).default(''),
    app_secret_file: file,
    private_key_file: file,
    public_key_file: file,
  })
  .check(({ value, issues }) => {
    for (const key of missingKeys(value)) {
      const message = 'config.rule.needed' satisfies TextKey
      issues.push({ code: 'custom', path: [key], input: value[key], message })
    }
  })

interface Signing {
  envelope: string
  sign: string
  client_cert_file: string
  client_key_file: string
}

/** Keys that are empty and that others make necessary. */
function missingKeys<Platform extends Signing>(platform: Platform) {
  const { envelope, sign, client_cert_file, client_key_file } = platform
  const app = ['app_id', 'app_secret_file']
  const pair = ['private_key_file', 'public_key_file']
  const client = ['client_cert_file', 'client_key_file']
  const needed = [
    ...(envelope === 'plain' ? [] : app),
    ...(envelope === 'plain' || sign === 'SM3' ? [] : pair),
    ...(client_cert_file || client_key_file ? client : []),
  ] as (keyof Platform & string)[]
  return needed.filter(key => platform[key] === '')
}

/** As lsusb shows it. */
const USB = /^$|^[0-9a-f]{4}:[0-9a-f]{4}$/i
/** USB allows 126 characters in a serial number. */
const SERIAL_MAX = 126

const scanner = {
  path: z.string().default('auto'),
  usb: z
    .string()
    .regex(USB, rule('config.rule.usb'))
    .overwrite(id => id.toLowerCase())
    .default(''),
  serial: z.string().max(SERIAL_MAX).default(''),
  driver: z.enum(['auto', ...DRIVER_NAMES]).default('auto'),
  baud_rate: z
    .int()
    .min(0)
    .max(BAUD_RATE_MAX)
    .refine(isBaudRate, rule('config.rule.baud-rate'))
    .default(0),
  suffix: z.enum(SUFFIXES).default('auto'),
  prefix: z.string().max(PREFIX_MAX).default(''),
  strip: z.enum(STRIPS).default('none'),
  idle_gap: z.int().min(5).max(1000).default(50),
}

/** A program and its arguments; no shell takes them apart. */
const command = z
  .array(z.string())
  .refine(([program]) => program !== '', rule('config.rule.list'))
  .default([])
  .readonly()

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
      interface: z
        .string()
        .max(INTERFACE_MAX)
        .overwrite(canonicalMac)
        .default(''),
      on_change: z.enum(POLICIES).default('warn'),
      on_contradiction: z.enum(POLICIES).default('warn'),
    }).prefault({}),
    registry: table({
      url: z
        .string()
        .refine(isEmptyOrPrefix, rule('config.rule.prefix'))
        .default(''),
      pin,
    }).prefault({}),
    scanner: table({
      ...scanner,
      refuse_other_codes: z.boolean().default(true),
    }).prefault({}),
    scanners: z.array(table(scanner)).readonly().default([]),
    face: table({ command }).prefault({}),
    card: table({ command }).prefault({}),
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
export type ScannerConfig = Config['scanners'][number]

/** The configuration of a machine without a file. */
export const defaultConfig: Config = configSchema.parse({})

/** The tables of which there may be several, each in a list. */
export type List = 'platforms' | 'scanners'
const LISTS: Record<List, readonly string[]> = {
  platforms: Object.keys(platform.shape),
  scanners: Object.keys(scanner),
}

/** The tables with fixed keys. */
type Table = Exclude<keyof Config, List>

/** Dotted names of all tables and keys, for instance `call.deadline`. */
export type ConfigKey =
  | keyof Config
  | { [T in Table]: `${T}.${keyof Config[T] & string}` }[Table]
  | `platforms.${keyof PlatformConfig}`
  | `scanners.${keyof ScannerConfig}`

/** Every {@link ConfigKey}. */
export const configKeys: readonly ConfigKey[] = Object.entries(
  defaultConfig,
).flatMap(([name, keys]) => {
  const inside = name in LISTS ? LISTS[name as List] : Object.keys(keys)
  return [name, ...inside.map(key => `${name}.${key}`)] as ConfigKey[]
})

function isBaudRate(rate: number): boolean {
  return rate === 0 || rate >= BAUD_RATE_MIN
}

function isEmptyOrPrefix(url: string): boolean {
  return url === '' || isPlatformPrefix(url)
}

function isPlatformPrefix(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, username, password, search, hash } = new URL(url)
  const plain = !username && !password && !search && !hash
  return /^https?:$/.test(protocol) && plain && url.endsWith('/')
}

/** An origin, since a password has no place in this file. */
function isProxy(proxy: string): boolean {
  if (proxy === '') return true
  if (!URL.canParse(proxy)) return false
  const { protocol, origin, username } = new URL(proxy)
  const bare = proxy === origin || proxy === `${origin}/`
  return /^https?:$/.test(protocol) && bare && !username
}

/** As Node writes it in `fingerprint256`: AA:BB:… */
function fingerprint(pin: string): string {
  const pairs = pin.replaceAll(':', '').toUpperCase().match(/../g)
  return pairs?.join(':') ?? ''
}
