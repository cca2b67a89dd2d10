/**
 * Which scanner a command is about: the one on the command line, else those of
 * the configuration.
 * @module
 */
import { type Command, Option } from 'commander'
import { loadConfig } from '../config/load.js'
import { configSchema } from '../config/schema.js'
import { DRIVER_NAMES, type DriverName } from '../scanner/drivers/index.js'
import { AUTO, type Wanted, wantedScanners } from '../scanner/wanted.js'
import { text } from '../texts/index.js'
import { CliError, EXIT } from './output.js'

export interface Choice {
  driver?: DriverName
  config?: string
}

const USB = /^[0-9a-f]{4}:[0-9a-f]{4}$/i

/** `command` with the argument and the options that choose a scanner. */
export function withChoice(command: Command): Command {
  const driver = new Option('--driver <name>', text('cli.scanner.driver'))
  return command
    .argument('[which]', text('cli.scanner.which'))
    .addOption(driver.choices(DRIVER_NAMES))
    .option('--config <file>', text('cli.config.file'))
}

/**
 * The scanners that are meant; at least one. `which` is a path, the name of a
 * port, or an id such as 1eab:1d06.
 */
export function chosenScanners(
  which: string | undefined,
  { driver, config: file }: Choice,
): Wanted[] {
  const { config } = loadConfig({ path: file })
  const { scanner } = config
  const named = which && USB.test(which) ? { usb: which } : { path: which }
  const overrides = { ...(which && named), ...(driver && { driver }) }
  const chosen = which
    ? configSchema.parse({
        scanner: { ...scanner, path: AUTO, usb: '', serial: '', ...overrides },
      })
    : configSchema.parse({ ...config, scanner: { ...scanner, ...overrides } })
  const wanted = wantedScanners(chosen)
  if (wanted.length > 0) return wanted
  throw new CliError(text('failure.scanner-none'), EXIT.environment)
}
