/**
 * nationec sandbox clock: what time it is for the sandbox.
 * @module
 */
import { Command, InvalidArgumentError } from 'commander'
import {
  type ClockOrder,
  clockState,
  instant as contractInstant,
} from '../sandbox/control/contract.js'
import { text } from '../texts/index.js'
import { duration } from './arguments.js'
import { print, printJson } from './output.js'
import {
  askSandbox,
  type DirectingOptions,
  directingCommand,
} from './sandbox-client.js'
import { chinaTime } from './time.js'

/** The command `clock` with `freeze`, `run`, `advance` and `set`. */
export function clockCommand(): Command {
  const show = directingCommand('show', text('cli.sandbox.clock.show'))
  const freeze = directingCommand('freeze', text('cli.sandbox.clock.freeze'))
  const run = directingCommand('run', text('cli.sandbox.clock.run'))
  const advance = directingCommand('advance', text('cli.sandbox.clock.advance'))
  const set = directingCommand('set', text('cli.sandbox.clock.set'))
  return new Command('clock')
    .description(text('cli.sandbox.clock'))
    .addCommand(
      show.action(options => direct(undefined, options)),
      {
        isDefault: true,
      },
    )
    .addCommand(freeze.action(options => direct({ freeze: true }, options)))
    .addCommand(run.action(options => direct({ run: true }, options)))
    .addCommand(
      advance
        // -5m looks like an option.
        .allowUnknownOption()
        .argument('<duration>', text('cli.sandbox.clock.duration'), duration)
        .action((advanceMs, options) => direct({ advanceMs }, options)),
    )
    .addCommand(
      set
        .argument('<time>', text('cli.sandbox.clock.time'), instant)
        .action((time, options) => direct({ set: time }, options)),
    )
    .addHelpText('after', `\n${text('cli.sandbox.clock.examples')}`)
}

/** As the sandbox takes it; its own refusal would name no example. */
function instant(value: string): string {
  if (contractInstant.safeParse(value).success) return value
  throw new InvalidArgumentError(text('cli.instant'))
}

/** Has the clock do as `body` says, and shows what it shows then. */
async function direct(
  body: ClockOrder | undefined,
  options: DirectingOptions,
): Promise<void> {
  const path = 'clock'
  const order = body ? ({ method: 'POST', path, body } as const) : { path }
  const state = await askSandbox(order, clockState, options)
  if (options.json) return printJson(state)
  const key = state.frozen
    ? 'cli.sandbox.clock.frozen'
    : 'cli.sandbox.clock.runs'
  print(text(key, { time: chinaTime(state.now) }))
}
