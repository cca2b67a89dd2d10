/**
 * Asks a technician for what cannot be found out of a terminal.
 * @module
 */
import { createInterface, type Interface } from 'node:readline/promises'
import {
  applicationSchema,
  fieldLabel,
  fieldProblems,
  TERMINAL_TYPES,
  type TerminalApplication,
  terminalType,
  typeLabel,
} from '../dictionary/terminal-fields.js'
import { text } from '../texts/index.js'
import { CliError, EXIT, print, styled } from './output.js'

/** What is known of an application so far. */
export type Draft = {
  [Field in keyof TerminalApplication]?: string | undefined
}

/** What a person tells of a terminal; its card is this machine's. */
export const TOLD_FIELDS = [
  'type',
  'name',
  'purpose',
  'version',
  'institution',
  'orgId',
  'developer',
] as const satisfies readonly (keyof TerminalApplication)[]

const FIELDS = [...TOLD_FIELDS, 'mac'] as const

/** Whether there is a person who can be asked. */
export function canAsk(): boolean {
  return Boolean(process.stdin.isTTY && process.stdout.isTTY)
}

/**
 * `draft` with what was missing in it, each answer checked as it is given.
 * Throws CliError where the person leaves.
 */
export async function askFor(draft: Draft): Promise<Draft> {
  return withPerson(async ask => {
    const whole: Draft = { ...draft }
    for (const field of FIELDS) {
      while (isMissing(field, whole)) whole[field] = await askOne(field, ask)
    }
    return whole
  })
}

/** Yes by default. Throws CliError where the person leaves. */
export async function confirm(question: string): Promise<boolean> {
  return withPerson(async ask => /^(y|yes|是)?$/i.test(await ask(question)))
}

type Ask = (question: string) => Promise<string>

/** Whoever may leave it out has been asked once. */
function isMissing(field: keyof Draft, draft: Draft): boolean {
  return draft[field] === undefined
}

/** Undefined where the answer breaks the field's rule, which is then told. */
async function askOne(field: keyof Draft, ask: Ask) {
  const answer = await ask(`${fieldLabel(field)}${hint(field)}: `)
  const value = field === 'type' ? chosenType(answer) : answer
  const { error } = applicationSchema
    .partial()
    .safeParse({ [field]: value }, { reportInput: true })
  if (!error) return value
  for (const { sentence } of fieldProblems(error)) {
    print(styled('yellow', `  ${sentence}`))
  }
  return undefined
}

function hint(field: keyof Draft): string {
  if (field === 'orgId') return ` (${text('cli.terminal.may-be-empty')})`
  if (field !== 'type') return ''
  const choices = TERMINAL_TYPES.map(
    (type, at) => `${at + 1} ${typeLabel(type)}`,
  )
  return ` (${choices.join(', ')})`
}

/** By its number in the list, its code or its name. */
function chosenType(answer: string): string {
  return TERMINAL_TYPES[Number(answer) - 1] ?? terminalType(answer) ?? answer
}

async function withPerson<Result>(
  use: (ask: Ask) => Promise<Result>,
): Promise<Result> {
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
  })
  const left = new AbortController()
  lines.once('close', () => left.abort())
  try {
    return await use(question => askLine(lines, question, left.signal))
  } finally {
    lines.close()
  }
}

async function askLine(
  lines: Interface,
  question: string,
  signal: AbortSignal,
): Promise<string> {
  try {
    return (await lines.question(question, { signal })).trim()
  } catch (error) {
    if (!signal.aborted) throw error
    throw new CliError(text('cli.terminal.left'), EXIT.failed)
  }
}
