/**
 * A scanner among the HID devices, by node-hid. Who else has it open gets the
 * same codes: neither system lets one program have it alone.
 * @module
 */
import { accessSync, constants } from 'node:fs'
import type { Line, LineEvents } from './line.js'

/** What is used of node-hid's HIDAsync. */
export interface HidDevice {
  on(event: 'data', listener: (report: Buffer) => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  write(report: Buffer): Promise<number>
  close(): Promise<void>
}

/** The HID device at `path`, for example /dev/hidraw0. */
export function hidLine(
  path: string,
  openHid: (path: string) => Promise<HidDevice> = openByNodeHid,
): Line {
  let device: HidDevice | undefined
  return {
    async open({ onBytes, onLost }: LineEvents) {
      device = await openHid(path)
      device.on('error', error => onLost('scanner-unplugged', error))
      device.on('data', onBytes)
    },
    async send(report) {
      await device?.write(report)
    },
    async close() {
      const open = device
      device = undefined
      await open?.close().catch(() => {})
    },
  }
}

async function openByNodeHid(path: string): Promise<HidDevice> {
  // hidapi does not say why it cannot open a file.
  if (process.platform !== 'win32') {
    accessSync(path, constants.R_OK | constants.W_OK)
  }
  const { HIDAsync } = await import('node-hid')
  return HIDAsync.open(path)
}
