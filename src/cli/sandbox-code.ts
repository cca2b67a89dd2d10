/**
 * nationec sandbox code: what somebody shows now.
 * @module
 */
import { type Command, Option } from 'commander'
import { z } from 'zod'
import { CODE_KINDS } from '../sandbox/people/issue-code.js'
import { text } from '../texts/index.js'
import { print, printJson } from './output.js'
import {
  askSandbox,
  type DirectingOptions,
  directingCommand,
} from './sandbox-client.js'

/** The other members are the platform's to add. */
const issued = z.looseObject({ code: z.string() })

interface CodeOptions extends DirectingOptions {
  kind: string
  channel?: string
  area?: string
  province?: string
}

/** The command `code`. */
export function codeCommand(): Command {
  return directingCommand('code', text('cli.sandbox.code'))
    .argument('[person]', text('cli.sandbox.code.person'))
    .addOption(
      new Option('--kind <kind>', text('cli.sandbox.code.kind'))
        .choices(CODE_KINDS)
        .default('medical'),
    )
    .option('--channel <id>', text('cli.sandbox.code.channel'))
    .option('--area <insuOrg>', text('cli.sandbox.code.area'))
    .option('--province <digits>', text('cli.sandbox.code.province'))
    .addHelpText('after', `\n${text('cli.sandbox.code.examples')}`)
    .action(
      async (
        person: string | undefined,
        { kind, channel, area, province, ...options }: CodeOptions,
      ) => {
        const body = { person, kind, channel, insuOrg: area, province }
        const order = { method: 'POST', path: 'codes', body } as const
        const answer = await askSandbox(order, issued, options)
        if (options.json) printJson(answer)
        else print(answer.code)
      },
    )
}
