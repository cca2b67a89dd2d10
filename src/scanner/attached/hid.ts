/**
 * HID devices that say they are scanners, or keyboards, by node-hid.
 * @module
 */
import type { Seen } from './attached.js'

/** Usage pages and usages of the HID Usage Tables. */
const USES = {
  /** Bar Code Scanner Page: any usage. */
  scanners: { page: 0x8c },
  /** Generic Desktop Page: Keyboard. */
  keyboards: { page: 0x01, usage: 0x06 },
}

/** What node-hid tells of a device, as far as it is used here. */
export interface HidInfo {
  path?: string | undefined
  vendorId: number
  productId: number
  serialNumber?: string | undefined
  manufacturer?: string | undefined
  product?: string | undefined
  usagePage?: number | undefined
  usage?: number | undefined
}

/**
 * The HID devices of one use. None where node-hid has no binary for this
 * machine, which some architectures lack.
 */
export async function listHid(
  use: keyof typeof USES,
  devices: () => Promise<readonly HidInfo[]> = readDevices,
): Promise<Seen[]> {
  const { page, usage } = { usage: undefined, ...USES[use] }
  const all = await devices().catch(() => [])
  return all
    .filter(one => one.usagePage === page && (!usage || one.usage === usage))
    .flatMap(one => asSeen(one, use))
}

async function readDevices(): Promise<readonly HidInfo[]> {
  const { devicesAsync } = await import('node-hid')
  return devicesAsync()
}

function asSeen(info: HidInfo, use: keyof typeof USES): Seen[] {
  const { path, serialNumber, manufacturer, product } = info
  if (!path) return []
  const label = [manufacturer, product].filter(Boolean).join(' ')
  return [
    {
      over: use === 'scanners' ? 'hid' : 'keyboard',
      path,
      names: [],
      usb: {
        vendor: fourDigits(info.vendorId),
        product: fourDigits(info.productId),
        ...(serialNumber && { serial: serialNumber }),
      },
      ...(label && { label }),
      isScanner: use === 'scanners',
    },
  ]
}

function fourDigits(id: number): string {
  return id.toString(16).padStart(4, '0')
}
