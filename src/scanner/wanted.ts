/**
 * The scanners that the configuration asks for.
 * @module
 */
import type { Config, ScannerConfig } from '../config/schema.js'
import type { Framing } from './driver.js'
import type { DriverName } from './drivers/index.js'

/** The only scanner that is attached. */
export const AUTO = 'auto'

/** One scanner; what is left empty does not matter. */
export interface Wanted {
  /** A path, a name of a port, or {@link AUTO}. */
  path: string
  /** `vvvv:pppp`. */
  usb: string
  /** The serial number in the device. */
  serial: string
  driver: DriverName | typeof AUTO
  /** 0 for the driver's own. */
  baudRate: number
  framing: Framing
}

/**
 * The scanners that one call arms: `[scanner]`, and each of `[[scanners]]`.
 * Where there are some of these, `[scanner]` counts only if it says which.
 */
export function wantedScanners({ scanner, scanners }: Config): Wanted[] {
  const isSaid = scanner.path !== AUTO || scanner.usb !== ''
  const first = isSaid || scanners.length === 0 ? [scanner] : []
  return [...first, ...scanners].filter(isWanted).map(asWanted)
}

/** Which scanners a call arms, for people. */
export function scannerNames(config: Config): string {
  return wantedScanners(config).map(describe).join(', ')
}

/** Which scanner is meant, for people: `auto`, `1eab:1d06`, `COM3`. */
export function describe({ path, usb, serial }: Wanted): string {
  const parts = [path === AUTO && usb ? '' : path, usb, serial]
  return parts.filter(Boolean).join(' ')
}

/** Without a path and an id there is no scanner: faces and cards only. */
function isWanted({ path, usb }: ScannerConfig): boolean {
  return path !== '' || usb !== ''
}

function asWanted(scanner: ScannerConfig): Wanted {
  const { usb, serial, driver, baud_rate, suffix, prefix, strip } = scanner
  return {
    path: plainName(scanner.path || AUTO),
    ...{ usb, serial, driver },
    baudRate: baud_rate,
    framing: {
      ...{ suffix, strip },
      prefix: Buffer.from(prefix),
      idleGapMs: scanner.idle_gap,
    },
  }
}

/** Windows needs \\.\COM12 from COM10 on; serialport puts that in front. */
function plainName(path: string): string {
  return /^\\\\\.\\(COM\d+)$/i.exec(path)?.[1] ?? path
}
