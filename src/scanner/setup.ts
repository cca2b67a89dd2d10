/**
 * How a device is made ready for this program: what Linux is told of it, and
 * what its own set-up codes are. Printed on request, never sent: a scanner
 * that takes set-up codes takes them from anybody.
 * @module
 */
import type { Usb } from './attached/attached.js'
import type { Transport } from './driver.js'
import type { DriverName } from './drivers/index.js'

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
