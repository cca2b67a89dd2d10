/**
 * What is applied for: from flags, from this machine, and from a person.
 * @module
 */
import type { Command } from 'commander'
import type { Config } from '../config/schema.js'
import { NO_MAC } from '../dictionary/mac-address.js'
import {
  applicationSchema,
  fieldLabel,
  fieldProblems,
  type TerminalApplication,
  typeLabel,
} from '../dictionary/terminal-fields.js'
import { examineTerminal, lookEverywhere } from '../examine-terminal.js'
import {
  asksFor,
  newPending,
  type PendingApplication,
} from '../terminal/application.js'
import { text } from '../texts/index.js'
import { printColumns } from './columns.js'
import {
  addFieldOptions,
  type FieldOptions,
  givenFields,
} from './field-options.js'
import { CliError, EXIT, print, printJson } from './output.js'
import {
  askFor,
  canAsk,
  confirm,
  type Draft,
  TOLD_FIELDS,
} from './terminal-ask.js'

export interface ApplicationOptions extends FieldOptions {
  interface?: string
  yes?: true
  json?: true
}

/** Adds a flag for each field that a person tells to `command`. */
export function addApplicationOptions(command: Command): Command {
  return addFieldOptions(command, TOLD_FIELDS)
    .option('--interface <name|mac>', text('cli.terminal.interface'))
    .option('--yes', text('cli.terminal.yes'))
}

/**
 * The application to send: the one that waits for its answer, or a new one
 * that a person has seen. Undefined where nothing is to be sent.
 */
export async function applicationFor(
  pending: PendingApplication | undefined,
  config: Config,
  options: ApplicationOptions,
): Promise<PendingApplication | undefined> {
  const given = givenFields(options)
  if (pending && Object.keys(given).length === 0) return pending
  if (!pending && (await isRegistered(config, options))) return undefined
  const draft = { ...(await ofThisMachine(config, options)), ...given }
  const application = checked(canAsk() ? await askFor(draft) : draft)
  if (pending && !asksFor(pending, application)) {
    const facts = { receipt: pending.receipt ?? pending.key }
    throw new CliError(text('cli.terminal.pending', facts), EXIT.usage)
  }
  return (await isWanted(application, options))
    ? (pending ?? newPending(application))
    : undefined
}

function defined(draft: Draft): Draft {
  const given = Object.entries(draft).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given)
}

/** A number that the registry does not know, or has retired, is as none. */
async function isRegistered(
  config: Config,
  { json }: ApplicationOptions,
): Promise<boolean> {
  const { filingNumber: number, registry } = await examineTerminal(config)
  if (!number || !registry) return false
  const { verdict, sentence } = registry
  if (!verdict) throw new CliError(sentence)
  if (verdict.ok) {
    if (json) printJson(verdict.terminal)
    else print(text('cli.terminal.already', { number }))
    return true
  }
  const gone = ['unregistered', 'retired'].includes(verdict.refusal ?? '')
  if (!gone) throw new CliError(sentence, EXIT.failed)
  return false
}

async function ofThisMachine(
  config: Config,
  { interface: card = config.terminal.interface }: ApplicationOptions,
): Promise<Draft> {
  const { terminal } = config
  const wanted = { ...config, terminal: { ...terminal, interface: card } }
  const [{ choice, change }] = await lookEverywhere(wanted)
  if (change?.symbol === 'terminal-card-absent') {
    throw new CliError(change.message, EXIT.usage)
  }
  return {
    ...(choice.mac !== NO_MAC && { mac: choice.mac }),
    ...(terminal.org_id && { orgId: terminal.org_id }),
  }
}

/** Throws CliError with all that is missing or wrong, and its rules. */
function checked(draft: Draft): TerminalApplication {
  const { data, error } = applicationSchema.safeParse(defined(draft), {
    reportInput: true,
  })
  if (data) return data
  const sentences = fieldProblems(error).map(({ sentence }) => sentence)
  const advice = text('cli.terminal.flags')
  throw new CliError([...sentences, advice].join('\n'), EXIT.usage)
}

/** Shows table 1 before it is sent, and asks where somebody can answer. */
async function isWanted(
  application: TerminalApplication,
  { yes, json }: ApplicationOptions,
): Promise<boolean> {
  if (!json) {
    const { type, ...fields } = application
    const rows = Object.entries({ ...fields, type: typeLabel(type) })
    printColumns(
      rows.map(([field, value]) => [
        fieldLabel(field as keyof TerminalApplication),
        value || '-',
      ]),
    )
  }
  return yes || !canAsk() || confirm(text('cli.terminal.confirm'))
}
