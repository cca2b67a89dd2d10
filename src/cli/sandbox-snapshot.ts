/**
 * nationec sandbox snapshot: the sandbox at one moment, under a name.
 * @module
 */
import { Command, InvalidArgumentError } from 'commander'
import {
  name as contractName,
  type SnapshotSummary,
  snapshotList,
  snapshotSummary,
} from '../sandbox/control/contract.js'
import type { Asked } from '../sandbox-client.js'
import { text } from '../texts/index.js'
import { print, printJson, printTable } from './output.js'
import {
  askSandbox,
  type DirectingOptions,
  directingCommand,
} from './sandbox-client.js'
import { printLeft } from './sandbox-left.js'
import { chinaTime } from './time.js'

/** The command `snapshot` with `save`, `list`, `load` and `remove`. */
export function snapshotCommand(): Command {
  return new Command('snapshot')
    .description(text('cli.sandbox.snapshot'))
    .addCommand(
      named('save', 'cli.sandbox.snapshot.save', name => ({
        ...{ method: 'POST', path: 'snapshots', body: { name } },
      })),
    )
    .addCommand(listCommand(), { isDefault: true })
    .addCommand(
      named('load', 'cli.sandbox.snapshot.load', name => ({
        ...{ method: 'POST', path: `${pathOf(name)}/load`, body: {} },
      })),
    )
    .addCommand(
      named('remove', 'cli.sandbox.snapshot.remove', name => ({
        ...{ method: 'DELETE', path: pathOf(name) },
      })),
    )
    .addHelpText('after', `\n${text('cli.sandbox.snapshot.examples')}`)
}

function named(
  verb: string,
  description:
    | 'cli.sandbox.snapshot.save'
    | 'cli.sandbox.snapshot.load'
    | 'cli.sandbox.snapshot.remove',
  order: (name: string) => Asked,
): Command {
  return directingCommand(verb, text(description))
    .argument('<name>', text('cli.sandbox.snapshot.name'), snapshotName)
    .action(async (name: string, options: DirectingOptions) => {
      const answer = await askSandbox(order(name), snapshotSummary, options)
      if (options.json) return printJson(answer)
      print(`${answer.name}  ${factsOf(answer)}`)
      if (verb !== 'remove') printLeft(answer, options)
    })
}

function listCommand(): Command {
  return directingCommand('list', text('cli.sandbox.snapshot.list')).action(
    async (options: DirectingOptions) => {
      const asked = { path: 'snapshots' }
      const { snapshots } = await askSandbox(asked, snapshotList, options)
      if (options.json) return printJson(snapshots)
      if (snapshots.length === 0)
        return print(text('cli.sandbox.snapshot.none'))
      printTable(snapshots.map(one => [one.name, factsOf(one)]))
    },
  )
}

/** As the sandbox takes it; its own refusal would show a pattern. */
function snapshotName(value: string): string {
  if (contractName.safeParse(value).success) return value
  throw new InvalidArgumentError(text('cli.sandbox-name'))
}

/** A name may hold what means something in an address. */
function pathOf(name: string): string {
  return `snapshots/${encodeURIComponent(name)}`
}

function factsOf({ at, entries, faults }: SnapshotSummary): string {
  const facts = { time: chinaTime(at), entries, faults }
  return text('cli.sandbox.snapshot.facts', facts)
}
