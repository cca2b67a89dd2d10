/**
 * How a device is made ready for this program: what Linux is told of it, and
 * what its own set-up codes are. Printed on request, never sent: a scanner
 * that takes set-up codes takes them from anybody.
 * @module
 */
import type { Usb } from './attached/attached.js'
import { hex } from './bytes.js'
import type { Transport } from './driver.js'
import type { DriverName } from './drivers/index.js'
import { newlandCommand } from './drivers/newland.js'

/** Where udev looks, before the rules that give seats their rights (73-…). */
export const RULES_FILE = '/etc/udev/rules.d/70-nationec-scanner.rules'

/** Debian's groups for each kind of device. */
const GROUPS: Record<Transport, string> = {
  serial: 'dialout',
  hid: 'plugdev',
  keyboard: 'input',
}

/**
 * The udev rule for a device: its group may open it, ModemManager leaves it
 * alone, and a gun that types does not type into windows.
 */
export function udevRule(over: Transport, { vendor, product }: Usb): string {
  const subsystem = { serial: 'tty', hid: 'hidraw', keyboard: 'input' }[over]
  return [
    `SUBSYSTEM=="${subsystem}"`,
    `ATTRS{idVendor}=="${vendor}"`,
    `ATTRS{idProduct}=="${product}"`,
    'MODE="0660"',
    `GROUP="${GROUPS[over]}"`,
    ...(over === 'serial' ? MODEMS : []),
    ...(over === 'keyboard' ? ['ENV{LIBINPUT_IGNORE_DEVICE}="1"'] : []),
  ].join(', ')
}

const MODEMS = ['ENV{ID_MM_DEVICE_IGNORE}="1"', 'ENV{ID_MM_PORT_IGNORE}="1"']

/** What a set-up code does. */
export type SetupStep =
  | 'begin'
  | 'commands'
  | 'com'
  | 'host'
  | 'cr'
  | 'crlf'
  | 'end'
  | 'factory'

export interface SetupCode {
  step: SetupStep
  /** The text of the QR code. */
  code: string
}

/**
 * The set-up codes that are QR codes of plain text, in the order to scan them.
 * Other makers' are of symbols that only their manuals print. Last the code
 * that undoes everything.
 */
export const SETUP_CODES: Partial<Record<DriverName, readonly SetupCode[]>> = {
  // Of GM67 and GM72, NADAMOO, Sunmi's Blink and M5's modules, not of Zebra.
  ssi: [
    { step: 'com', code: '^#SC^3030012' },
    { step: 'cr', code: '^#SC^3030052' },
    { step: 'host', code: '^#SC^2050208' },
    { step: 'factory', code: '^#SC^303FFF0' },
  ],
  's-cmd': [
    { step: 'begin', code: 'S_CMD_0001' },
    { step: 'crlf', code: 'S_CMD_059A' },
    { step: 'end', code: 'S_CMD_0000' },
    { step: 'factory', code: 'S_CMD_FFFF' },
  ],
}

export interface SetupCommand {
  step: SetupStep
  /** What a terminal program sends over the serial line. */
  bytes: Buffer
}

/**
 * The same as commands over the serial line, where these are published: for a
 * person with a terminal program. What is kept when the power goes, in the
 * order to send it; last what undoes everything.
 */
export const SETUP_COMMANDS: Partial<
  Record<DriverName, readonly SetupCommand[]>
> = {
  newland: [
    { step: 'host', bytes: newlandCommand('SCNMOD0', '@') },
    { step: 'factory', bytes: newlandCommand('FACDEF', '@') },
  ],
  'newland-legacy': [
    { step: 'commands', bytes: Buffer.from('NLS0006010;') },
    { step: 'host', bytes: Buffer.from('NLS0302000;') },
    { step: 'cr', bytes: Buffer.from('NLS0309010;') },
    { step: 'factory', bytes: Buffer.from('NLS0001000;') },
  ],
  // SYN M CR, the setting, and a full stop to keep it.
  honeywell: [{ step: 'host', bytes: Buffer.from('\u0016M\rTRGMOD0.') }],
  ssi: [
    { step: 'com', bytes: hex('08 C6 04 08 00 F2 01 02 FE 31') },
    { step: 'cr', bytes: hex('08 C6 04 08 00 F2 05 02 FE 2D') },
    { step: 'host', bytes: hex('07 C6 04 08 00 8A 08 FE 95') },
    { step: 'end', bytes: hex('07 C6 04 08 00 EC 00 FE 3B') },
    { step: 'factory', bytes: hex('08 C6 04 08 00 F2 FF 00 FD 35') },
  ],
  grow: [{ step: 'factory', bytes: hex('7E 00 08 02 00 D9 50 AB CD') }],
}
