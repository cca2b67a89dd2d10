/**
 * nationec scanner emulate: a virtual device that reads what it is typed.
 * @module
 */
import { createInterface } from 'node:readline'
import { setImmediate } from 'node:timers/promises'
import { Argument, Command, Option } from 'commander'
import { type EmulatedDevice, plugDevice } from '../scanner/emulators/device.js'
import {
  FAULT_NAMES,
  FAULTS,
  type FaultName,
} from '../scanner/emulators/faults.js'
import {
  MODEL_NAMES,
  MODELS,
  type ModelName,
} from '../scanner/emulators/index.js'
import { text } from '../texts/index.js'
import { print } from './output.js'

interface EmulateOptions {
  link?: string
  fault?: FaultName
}

/** The command `scanner emulate`. */
export function emulateCommand(): Command {
  const model = new Argument('[model]', text('cli.scanner.model'))
  const fault = new Option('--fault <name>', text('cli.scanner.fault'))
  return new Command('emulate')
    .description(text('cli.scanner.emulate'))
    .addArgument(model.choices(MODEL_NAMES).default('plain'))
    .option('--link <path>', text('cli.scanner.link'))
    .addOption(fault.choices(FAULT_NAMES))
    .addHelpText('after', `\n${text('cli.scanner.examples')}`)
    .action(emulate)
}

async function emulate(
  model: ModelName,
  { link, fault }: EmulateOptions,
): Promise<void> {
  const faults = fault ? FAULTS[fault] : {}
  const device = plugDevice(MODELS[model].family, faults, link)
  try {
    await showLines(device)
  } finally {
    device.unplug()
  }
}

/** A code that is typed while the device does not look waits for its turn. */
async function showLines(device: EmulatedDevice): Promise<void> {
  const lines = createInterface({ input: process.stdin })
  process.once('SIGINT', () => lines.close())
  process.once('SIGTERM', () => lines.close())
  print(text('cli.scanner.ready', { path: device.path }))
  for await (const code of lines) void device.show(code)
  // What the device can read has left by then.
  await setImmediate()
}
