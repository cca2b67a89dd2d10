/**
 * XJ-D01-2019, table 1: what is registered of a terminal, and 7.2.1.1: which
 * kinds of terminals there are. Each value is brought into the table's form
 * first (a MAC in any notation, a date as Excel writes it) and judged then.
 * @module
 */
import { z } from 'zod'
import { type Locale, systemLocale, text } from '../texts/index.js'
import { canonicalMac, isCardMac, MAC } from './mac-address.js'

/** 7.2.1.1: 扫码枪、扫码墩、带扫码功能的自助服务终端. */
export const TERMINAL_TYPES = ['scan-gun', 'scan-box', 'self-service'] as const
export type TerminalType = (typeof TERMINAL_TYPES)[number]

/** Longer than the names of institutions and companies are. */
const NAME_MAX = 100
const PURPOSE_MAX = 200
/** Table B.1. */
const ORG_ID_MAX = 40
/** A longer value is cut in a sentence. */
const VALUE_SHOWN_MAX = 40

/** No control characters, and none that turn the direction of writing. */
const ONE_LINE = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+$/u
const VERSION = /^\d{1,5}(\.\d{1,5}){1,3}$/
const DATE = /^\d{4}\/\d{2}\/\d{2}$/

const line = (max: number) => z.string().trim().max(max).regex(ONE_LINE)
const plain = () => z.string().overwrite(half)

const fields = {
  filingNumber: plain().regex(/^\d{20}$/),
  name: line(NAME_MAX),
  purpose: line(PURPOSE_MAX),
  version: plain().regex(VERSION),
  institution: line(NAME_MAX),
  developer: line(NAME_MAX),
  filedOn: plain()
    .overwrite(tableDate)
    .regex(DATE, { abort: true })
    .refine(isDay),
  mac: z
    .string()
    .overwrite(canonicalMac)
    .regex(MAC, { abort: true })
    .refine(isCardMac),
  type: z.enum(TERMINAL_TYPES),
  orgId: plain()
    .max(ORG_ID_MAX)
    .regex(/^[\w-]*$/),
}

/** The names that a terminal's data have here. */
export type TerminalField = keyof typeof fields

/** The eight fields in the table's order; their names are in the catalogue. */
export const TABLE_1 = [
  'filingNumber',
  'name',
  'purpose',
  'version',
  'institution',
  'developer',
  'filedOn',
  'mac',
] as const satisfies readonly TerminalField[]

const { filingNumber, filedOn, ...applied } = fields

/**
 * What a terminal's owner asks to have registered: table 1 without what the
 * management centre assigns, the kind of terminal, and the institution's id,
 * by which requests name it; empty where it is not known.
 */
export const applicationSchema = z.strictObject({
  ...applied,
  orgId: applied.orgId.default(''),
})
export type TerminalApplication = z.infer<typeof applicationSchema>

/** A terminal that has its number: all of table 1. */
export const terminalSchema = applicationSchema.extend({
  filingNumber,
  filedOn,
})
export type RegisteredTerminal = z.infer<typeof terminalSchema>

/** What is wrong with one field. */
export interface FieldProblem {
  field: string
  /** As it was given, but short; empty where it is missing. */
  value: string
  /** What the field must be. */
  rule: string
  /** All of that for a person. */
  sentence: string
}

/**
 * One problem for each fault that a schema of this file found with
 * `safeParse(value, { reportInput: true })`, in `locale`. A field appears once.
 */
export function fieldProblems(
  { issues }: z.core.$ZodError,
  locale: Locale = systemLocale(),
): FieldProblem[] {
  const problems = issues.flatMap(issue => {
    if (issue.code !== 'unrecognized_keys') {
      return problem(String(issue.path[0] ?? ''), issue.input, locale)
    }
    return issue.keys.map(key => unknownField(key, locale))
  })
  const named = new Map(problems.map(one => [one.field, one]))
  return [...named.values()]
}

/** The name of a field as table 1 prints it, or in English. */
export function fieldLabel(field: TerminalField, locale?: Locale): string {
  return text(`terminal.field.${field}`, {}, locale)
}

/** The name of a kind of terminal, as 7.2.1.1 has it, or in English. */
export function typeLabel(type: TerminalType, locale?: Locale): string {
  return text(`terminal.type.${type}`, {}, locale)
}

/** The kind that `word` names, by its code or in any language, if any. */
export function terminalType(word: string): TerminalType | undefined {
  const sought = half(word).toLowerCase()
  return TERMINAL_TYPES.find(type =>
    [type, typeLabel(type, 'zh-CN'), typeLabel(type, 'en')].includes(sought),
  )
}

function problem(name: string, input: unknown, locale: Locale): FieldProblem {
  const field = fieldName(name)
  if (!field) return unknownField(name, locale)
  const value = shown(input)
  const label = fieldLabel(field, locale)
  const rule = text(`terminal.rule.${field}`, {}, locale)
  const key = value === '' ? 'terminal.missing' : 'terminal.invalid'
  const sentence = text(key, { label, field, value, rule }, locale)
  return { field, value, rule, sentence }
}

function unknownField(field: string, locale: Locale): FieldProblem {
  const rule = Object.keys(fields).join(', ')
  const name = shown(field)
  const sentence = text('terminal.unknown', { field: name, rule }, locale)
  return { field, value: '', rule, sentence }
}

function fieldName(name: string): TerminalField | undefined {
  const names = Object.keys(fields) as TerminalField[]
  return names.find(field => field === name)
}

function shown(input: unknown): string {
  const whole =
    typeof input === 'string' ? input : (JSON.stringify(input) ?? '')
  const harmless = whole.trim().replace(/[\p{Cc}\p{Cs}]/gu, '�')
  if (harmless.length <= VALUE_SHOWN_MAX) return harmless
  return `${harmless.slice(0, VALUE_SHOWN_MAX)}…`
}

/** Without blanks around it, and half-width, as a Chinese keyboard may not be. */
function half(value: string): string {
  return value.normalize('NFKC').trim()
}

/** 2019-5-1, 20190501 and 2019年5月1日 as the table has it: 2019/05/01. */
function tableDate(value: string): string {
  const found =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(value) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(value) ??
    /^(\d{4})(年)(\d{1,2})月(\d{1,2})日$/.exec(value)
  const [, year, , month, day] = found ?? []
  if (!year || !month || !day) return value
  return [year, month.padStart(2, '0'), day.padStart(2, '0')].join('/')
}

function isDay(date: string): boolean {
  const day = date.replaceAll('/', '-')
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}
