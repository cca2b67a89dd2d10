/**
 * nationec scanner setup: what makes a device ready, to be scanned and copied.
 * @module
 */
import { Argument, Command } from 'commander'
import { toString as drawn } from 'qrcode'
import { type Attached, listAttached } from '../scanner/attached/attached.js'
import { TRANSPORTS } from '../scanner/driver.js'
import {
  DRIVER_NAMES,
  type DriverName,
  driversOfMaker,
} from '../scanner/drivers/index.js'
import { shownBytes } from '../scanner/masked.js'
import {
  RULES_FILE,
  SETUP_CODES,
  SETUP_COMMANDS,
  udevRule,
} from '../scanner/setup.js'
import { text } from '../texts/index.js'
import { print, printJson, styled } from './output.js'

/** The command `scanner setup`. */
export function setupCommand(): Command {
  const family = new Argument('[family]', text('cli.scanner.setup.family'))
  return new Command('setup')
    .description(text('cli.scanner.setup'))
    .addArgument(family.choices(DRIVER_NAMES))
    .option('--json', text('cli.json'))
    .addHelpText('after', `\n${text('cli.scanner.setup.examples')}`)
    .action(setup)
}

async function setup(
  family: DriverName | undefined,
  { json }: { json?: true },
): Promise<void> {
  const attached = family ? [] : await listAttached(TRANSPORTS)
  const devices = attached.filter(({ driver }) => driver !== undefined)
  const rules = attached.flatMap(ruleOf)
  const families = family ? [family] : [...new Set(devices.flatMap(familiesOf))]
  if (json) printJson({ rulesFile: RULES_FILE, rules, ...codesOf(families) })
  else {
    if (!family) showRules(rules)
    for (const one of families) await showCodes(one)
  }
}

/** A gun that types is to become what its maker's guns at a port are. */
function familiesOf({ driver, usb }: Attached): DriverName[] {
  const others = usb ? driversOfMaker('serial', usb.vendor) : []
  const isUntold = driver === 'keyboard' || driver === 'plain'
  if (isUntold && others.length > 0) return others
  return driver ? [driver] : []
}

/** A device of an unknown family gets its rule as well: it may be a box. */
function ruleOf({ over, usb, driver }: Attached): string[] {
  if (!usb || (over === 'keyboard' && !driver)) return []
  return [udevRule(over, usb)]
}

function codesOf(families: readonly DriverName[]) {
  const codes = families.map(name => [name, SETUP_CODES[name] ?? []])
  const commands = families.map(name => [name, commandsOf(name)])
  return {
    codes: Object.fromEntries(codes),
    commands: Object.fromEntries(commands),
  }
}

function commandsOf(family: DriverName) {
  const commands = SETUP_COMMANDS[family] ?? []
  return commands.map(({ step, bytes }) => ({ step, hex: shownBytes(bytes) }))
}

function showRules(rules: readonly string[]): void {
  if (rules.length === 0) {
    print(text('cli.scanner.setup.nothing'))
    return
  }
  print(styled('bold', text('cli.scanner.setup.rules', { file: RULES_FILE })))
  for (const rule of new Set(rules)) print(rule)
  print(text('cli.scanner.setup.reload'))
}

async function showCodes(family: DriverName): Promise<void> {
  print(`\n${styled('bold', family)}`)
  print(text('cli.scanner.setup.manual'))
  const codes = SETUP_CODES[family] ?? []
  if (codes.length === 0) print(text('cli.scanner.setup.none'))
  for (const { step, code } of codes) {
    print(`\n${text(`cli.scanner.setup.${step}`)}  ${code}`)
    print(await draw(code))
  }
  const commands = commandsOf(family)
  if (commands.length > 0) print(`\n${text('cli.scanner.setup.serial')}`)
  for (const { step, hex } of commands)
    print(`${text(`cli.scanner.setup.${step}`)}  ${hex}`)
}

/** Black on white whatever the terminal's colours are. */
function draw(code: string): Promise<string> {
  if (!process.stdout.isTTY) return drawn(code, { type: 'utf8' })
  return drawn(code, { type: 'terminal', small: true })
}
