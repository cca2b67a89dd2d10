/**
 * A flag for each field of table 1 that a person may give.
 * @module
 */
import { type Command, Option } from 'commander'
import {
  fieldLabel,
  TERMINAL_TYPES,
  type TerminalApplication,
} from '../dictionary/terminal-fields.js'

const FLAGS = {
  type: '--type <type>',
  name: '--name <text>',
  purpose: '--purpose <text>',
  // Commander takes --version for the program's own.
  version: '--terminal-version <X.Y>',
  institution: '--institution <text>',
  orgId: '--org-id <id>',
  developer: '--developer <text>',
  mac: '--mac <mac>',
} as const satisfies Record<keyof TerminalApplication, string>

/** What commander makes of the flags. */
export type FieldOptions = {
  [Field in Exclude<keyof TerminalApplication, 'version'>]?: string
} & { terminalVersion?: string }

/** Adds the flags of `fields`, in their order, to `command`. */
export function addFieldOptions(
  command: Command,
  fields: readonly (keyof TerminalApplication)[],
): Command {
  for (const field of fields) {
    const option = new Option(FLAGS[field], fieldLabel(field))
    command.addOption(
      field === 'type' ? option.choices(TERMINAL_TYPES) : option,
    )
  }
  return command
}

/** The fields that were given, by their names. */
export function givenFields({
  terminalVersion: version,
  ...options
}: FieldOptions): Partial<TerminalApplication> {
  const given = Object.entries({ ...options, version }).filter(
    ([name, value]) => name in FLAGS && value !== undefined,
  )
  return Object.fromEntries(given)
}
