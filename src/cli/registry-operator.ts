/**
 * nationec registry operator: who may act. It opens the database itself: who
 * can do that may make operators, and the first one is made in no other way.
 * @module
 */
import { Command } from 'commander'
import type { Registry } from '../registry/registry.js'
import { RegistryError } from '../registry/registry-error.js'
import { systemLocale, text } from '../texts/index.js'
import { addExamples } from './examples.js'
import { CliError, EXIT, print, printJson, printTable } from './output.js'
import { databaseOption } from './registry-start.js'

interface OperatorOptions {
  database: string
  json?: true
}

/** The command `operator` with `add`, `list` and `remove`. */
export function operatorCommand(): Command {
  return new Command('operator')
    .description(text('cli.registry.operator'))
    .addCommand(addCommand())
    .addCommand(listCommand())
    .addCommand(removeCommand())
}

function addCommand(): Command {
  return onDatabase(
    'add',
    text('cli.registry.operator.add'),
    'registry operator add li',
  )
    .argument('<name>', text('cli.registry.operator.name'))
    .action(async (name: string, { database, json }: OperatorOptions) => {
      const token = await withDatabase(database, registry =>
        registry.addOperator(name),
      )
      if (json) printJson({ name, token })
      else print(text('cli.registry.operator.token', { name, token }))
    })
}

function listCommand(): Command {
  return onDatabase(
    'list',
    text('cli.registry.operator.list'),
    'registry operator list',
  ).action(async ({ database, json }: OperatorOptions) => {
    const operators = await withDatabase(database, registry =>
      registry.listOperators(),
    )
    if (json) return printJson(operators)
    printTable(
      operators.map(({ name, createdAt }) => [
        name,
        new Date(createdAt).toLocaleString(systemLocale()),
      ]),
    )
  })
}

function removeCommand(): Command {
  return onDatabase(
    'remove',
    text('cli.registry.operator.remove'),
    'registry operator remove li',
  )
    .argument('<name>', text('cli.registry.operator.name'))
    .action(async (name: string, { database, json }: OperatorOptions) => {
      await withDatabase(database, registry => registry.removeOperator(name))
      if (json) printJson({ name })
      else print(text('cli.registry.operator.removed', { name }))
    })
}

function onDatabase(name: string, description: string, example: string) {
  const command = new Command(name)
    .description(description)
    .addOption(databaseOption())
    .option('--json', text('cli.json'))
  return addExamples(command, example)
}

async function withDatabase<Result>(
  database: string,
  use: (registry: Registry) => Promise<Result>,
): Promise<Result> {
  const { openStore } = await import('../store/store.js')
  const { openRegistry } = await import('../registry/registry.js')
  const store = await openStore(database)
  try {
    return await use(await openRegistry(store))
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error
    throw new CliError(error.sentence(systemLocale()), EXIT.failed)
  } finally {
    await store.close()
  }
}
