/**
 * nationec envelope: seal, open, and explain what does not match.
 * @module
 */
import { Command, Option } from 'commander'
import { type Form, SIGN_TYPES, type SignType } from '../envelope/agreement.js'
import { openEnvelope } from '../envelope/open.js'
import { readParty } from '../envelope/party-files.js'
import { DIALECT_NAMES, type Dialect } from '../envelope/rules.js'
import { sealEnvelope } from '../envelope/seal.js'
import { text } from '../texts/index.js'
import { explainCommand } from './envelope-explain.js'
import {
  dialectOption,
  dialectsOf,
  type EnvelopeOptions,
  envelopeSubcommand,
  judged,
  readJson,
} from './envelope-options.js'
import { printJson } from './output.js'

interface SealOptions extends EnvelopeOptions {
  dialect: Dialect
  form: Form
  sign: SignType
  interfaceVersion: string
}

/** The command `envelope` with `seal`, `open` and `explain`. */
export function envelopeCommand(): Command {
  return new Command('envelope')
    .description(text('cli.envelope'))
    .addCommand(sealCommand())
    .addCommand(openCommand())
    .addCommand(explainCommand())
    .addHelpText('after', `\n${text('cli.envelope.examples')}`)
}

function sealCommand(): Command {
  return envelopeSubcommand('seal', text('cli.envelope.seal'))
    .addOption(dialectOption(['A', 'B'], 'A'))
    .addOption(
      new Option('--form <form>', text('cli.envelope.form'))
        .choices(['signed', 'encrypted'])
        .default('encrypted'),
    )
    .addOption(
      new Option('--sign <type>', text('cli.envelope.sign'))
        .choices(SIGN_TYPES)
        .default('SM2'),
    )
    .option('--interface-version <v>', text('cli.envelope.version'), '1.0.0')
    .action((message: string, options: SealOptions) => {
      const { form, sign, dialect, interfaceVersion: version } = options
      const style = { form, sign, version, dialect }
      const party = readParty(options)
      printJson(
        judged(() => sealEnvelope(readJson(message), style, party, Date.now())),
      )
    })
}

function openCommand(): Command {
  return envelopeSubcommand('open', text('cli.envelope.open'))
    .addOption(dialectOption([...DIALECT_NAMES, 'auto'], 'auto'))
    .action((body: string, options: EnvelopeOptions) => {
      const accepted = { dialects: dialectsOf(options), signs: SIGN_TYPES }
      const party = readParty(options)
      printJson(
        judged(() => openEnvelope(readJson(body), accepted, party, Date.now())),
      )
    })
}
