/**
 * What the commands of nationec envelope have in common.
 * @module
 */
import { Command, Option } from 'commander'
import { EnvelopeError } from '../envelope/envelope-error.js'
import { type JsonObject, parseObject } from '../envelope/json.js'
import type { PartyFiles } from '../envelope/party-files.js'
import { DIALECT_NAMES, type Dialect } from '../envelope/rules.js'
import { text } from '../texts/index.js'
import { CliError, EXIT } from './output.js'
import { readArgument } from './read-argument.js'

export interface EnvelopeOptions extends PartyFiles {
  dialect: Dialect | 'auto'
}

/** A command with JSON as its argument and the party's files as options. */
export function envelopeSubcommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .argument('[json]', text('cli.envelope.json'), '-')
    .requiredOption('--app-id <id>', text('cli.envelope.app-id'))
    .requiredOption('--app-secret-file <file>', text('cli.envelope.secret'))
    .option('--private-key-file <file>', text('cli.envelope.private-key'))
    .option('--public-key-file <file>', text('cli.envelope.public-key'))
}

export function dialectOption(
  choices: readonly string[],
  preset: string,
): Option {
  const option = new Option('--dialect <name>', text('cli.envelope.dialect'))
  return option.choices(choices).default(preset)
}

export function dialectsOf({ dialect }: EnvelopeOptions): readonly Dialect[] {
  return dialect === 'auto' ? DIALECT_NAMES : [dialect]
}

/** The object that `argument` names; another is wrong usage. */
export function readJson(argument: string): JsonObject {
  const object = parseObject(readArgument(argument).replace(/^\ufeff/, ''))
  if (object) return object
  throw new CliError(text('cli.envelope.not-json'), EXIT.usage)
}

/** What `work` gives; an envelope that is not to be believed is exit code 1. */
export function judged<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof EnvelopeError)) throw error
    throw new CliError(error.message, EXIT.failed)
  }
}
