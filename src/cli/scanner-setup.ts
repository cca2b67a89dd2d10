/**
 * nationec scanner setup: what makes a device ready, to be scanned and copied.
 * @module
 */
import { Argument, Command } from 'commander'
import { toString as drawn } from 'qrcode'
import { type Attached, listAttached } from '../scanner/attached/attached.js'
import { TRANSPORTS } from '../scanner/driver.js'
import { DRIVER_NAMES, type DriverName } from '../scanner/drivers/index.js'
import { RULES_FILE, SETUP_CODES, udevRule } from '../scanner/setup.js'
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
  const families = family
    ? [family]
    : [...new Set(devices.flatMap(({ driver }) => driver ?? []))]
  if (json) printJson({ rulesFile: RULES_FILE, rules, ...codesOf(families) })
  else {
    if (!family) showRules(rules)
    for (const one of families) await showCodes(one)
  }
}

/** A device of an unknown family gets its rule as well: it may be a box. */
function ruleOf({ over, usb, driver }: Attached): string[] {
  if (!usb || (over === 'keyboard' && !driver)) return []
  return [udevRule(over, usb)]
}

function codesOf(families: readonly DriverName[]) {
  const codes = families.map(name => [name, SETUP_CODES[name] ?? []])
  return { codes: Object.fromEntries(codes) }
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
}

/** Black on white whatever the terminal's colours are. */
function draw(code: string): Promise<string> {
  if (!process.stdout.isTTY) return drawn(code, { type: 'utf8' })
  return drawn(code, { type: 'terminal', small: true })
}
