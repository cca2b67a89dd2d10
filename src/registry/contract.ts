/**
 * What is said over /registry/…: each body and each answer as a schema, from
 * which the OpenAPI description is made and by which the command line checks
 * what it gets.
 * @module
 */
import { z } from 'zod'
import {
  applicationSchema,
  terminalSchema,
} from '../dictionary/terminal-fields.js'
import { ID } from './id.js'

/** What becomes of an application: 待审核、已退回、在用、停用、注销. */
export const STATES = [
  'applied',
  'rejected',
  'active',
  'suspended',
  'retired',
] as const
export type State = (typeof STATES)[number]

/** Of one sheet: one transaction holds them all. */
export const IMPORT_ROWS_MAX = 200_000

/** Rows of one page, and of one part of an import. */
export const PAGE_MAX = 1000
const PAGE_DEFAULT = 50
const REASON_MAX = 200
const KEY_MAX = 100

/** POST /registry/terminals wants it: a repeated request has the same. */
export const idempotencyKey = z
  .string()
  .regex(new RegExp(`^[\\w.:-]{8,${KEY_MAX}}$`))

/** Whether a place may be asked at; IPv6 and IPv4. */
const ip = z.union([z.ipv4(), z.ipv6()])

export const terminalView = z
  .object({
    receipt: z.string().describe('受理号'),
    state: z.enum(STATES),
    filingNumber: z.string().nullable().describe('终端备案号'),
    filedOn: z.string().nullable().describe('系统备案日期'),
    name: z.string().describe('终端的名称'),
    purpose: z.string().describe('终端的用途'),
    version: z.string().describe('终端的版本'),
    institution: z.string().describe('终端的使用单位'),
    developer: z.string().describe('终端的开发单位'),
    type: z.string().describe('受理端类型'),
    orgId: z.string().describe('empty: any institution'),
    mac: z.string().nullable().describe('终端 MAC 地址; null: any card'),
    ip: z.string().nullable().describe('null: any address'),
    reason: z.string().nullable(),
    revision: z.int(),
    appliedAt: z.number().describe('milliseconds since 1970'),
    changedAt: z.number(),
  })
  .meta({ id: 'Terminal' })
export type TerminalView = z.infer<typeof terminalView>

/** POST /registry/check: what a terminal says in each of its requests. */
export const checkOrder = z.strictObject({
  termId: z.string(),
  mac: z.string().optional(),
  ip: z.string().optional(),
  orgId: z.string().optional(),
})
export type CheckOrder = z.infer<typeof checkOrder>

/** Why a terminal's request is refused. */
export const REFUSALS = [
  'unregistered',
  'suspended',
  'retired',
  'mac',
  'ip',
  'institution',
  /** The registry itself is away. */
  'away',
] as const
export type Refusal = (typeof REFUSALS)[number]

export const checkAnswer = z.object({
  ok: z.boolean(),
  /** Null where it is ok. */
  refusal: z.enum(REFUSALS).nullable(),
  /** What is wrong and what mends it, in the language of who asks. */
  message: z.string(),
  /** What is on file; null unless number and MAC are those of one terminal. */
  terminal: terminalView.nullable(),
})
export type CheckAnswer = z.infer<typeof checkAnswer>

/** PATCH /registry/terminals/:id. */
export const changeOrder = applicationSchema
  .omit({ orgId: true, institution: true })
  .partial()
  .extend({ ip: ip.nullable().optional() })
  .refine(change => Object.keys(change).length > 0)
export type ChangeOrder = z.infer<typeof changeOrder>

/** POST …/transfer. */
export const transferOrder = applicationSchema.pick({
  orgId: true,
  institution: true,
})
export type TransferOrder = z.infer<typeof transferOrder>

/** POST …/reject, …/suspend and …/retire. */
export const reasonOrder = z.strictObject({
  reason: z.string().trim().min(1).max(REASON_MAX),
})

const limit = z.coerce.number().int().min(1).max(PAGE_MAX).default(PAGE_DEFAULT)
const after = z
  .string()
  .regex(ID)
  .optional()
  .describe('`next` of the page before')

/** GET /registry/terminals. */
export const searchQuery = z.strictObject({
  q: z
    .string()
    .max(KEY_MAX)
    .optional()
    .describe(
      'a number, a MAC, a receipt, an orgId, or a part of a name of terminal or institution',
    ),
  state: z.enum(STATES).optional(),
  orgId: z.string().max(KEY_MAX).optional(),
  after,
  limit,
})
export type SearchQuery = z.infer<typeof searchQuery>

/** GET /registry/terminals/count. */
export const countQuery = searchQuery.pick({ state: true, orgId: true })
export type CountQuery = z.infer<typeof countQuery>

export const countAnswer = z.object({ count: z.int() })

const next = z
  .string()
  .nullable()
  .describe('null: this is the last page; else it may be short, or empty')

export const terminalPage = z.object({
  terminals: z.array(terminalView),
  next,
})
export type TerminalPage = z.infer<typeof terminalPage>

/** GET /registry/history, and …/:id/history. */
export const historyQuery = z.strictObject({
  who: z.string().max(KEY_MAX).optional(),
  after,
  limit,
})
export type HistoryQuery = z.infer<typeof historyQuery>

export const historyPage = z.object({
  entries: z.array(
    z.object({
      id: z.string(),
      receipt: z.string(),
      revision: z.int(),
      at: z.number(),
      who: z.string(),
      action: z.string(),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
  next,
})
export type HistoryPage = z.infer<typeof historyPage>

/** One row of a sheet: table 1, where a number may be on file elsewhere. */
export const importRow = applicationSchema.extend({
  filingNumber: terminalSchema.shape.filingNumber.optional(),
  filedOn: terminalSchema.shape.filedOn.optional(),
})
export type ImportRow = z.infer<typeof importRow>

/** PUT /registry/imports/:id/rows; the rows themselves are judged one by one. */
export const importPart = z.strictObject({
  rows: z
    .array(z.strictObject({ row: z.int().min(1), content: z.unknown() }))
    .min(1)
    .max(PAGE_MAX),
})
export type ImportPart = z.infer<typeof importPart>

/** What is wrong with a row of a sheet. */
export const rowProblem = z.object({
  row: z.int(),
  field: z.string(),
  sentence: z.string(),
})
export type RowProblem = z.infer<typeof rowProblem>

export const partAnswer = z.object({ problems: z.array(rowProblem) })

/** POST /registry/imports/:id/commit. */
export const commitAnswer = z.object({
  /** How many terminals it has made: all or none. */
  registered: z.int(),
  problems: z.array(rowProblem),
})
export type CommitAnswer = z.infer<typeof commitAnswer>

/** Every refusal under /registry. */
export const registryRefusal = z
  .object({
    success: z.literal(false),
    code: z.int(),
    message: z.string(),
    /** Where fields are at fault, as terminal-fields.ts says it. */
    problems: z
      .array(
        z.object({
          field: z.string(),
          value: z.string(),
          rule: z.string(),
          sentence: z.string(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Refusal' })
