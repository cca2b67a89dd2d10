/**
 * The serial ports of Windows: those of its class "Ports", with their USB ids,
 * and those that a driver of another class has entered in SERIALCOMM.
 * @module
 */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { SerialPort } from 'serialport'
import type { Seen } from './attached.js'

const SERIALCOMM = 'HKLM\\HARDWARE\\DEVICEMAP\\SERIALCOMM'

/** reg.exe answers at once. */
const REG_MS = 5000

/** Every port that one of both lists has. */
export async function listWindowsPorts(
  list: () => Promise<Port[]> = () => SerialPort.list(),
  registry: () => Promise<string> = readRegistry,
): Promise<Seen[]> {
  const [ports, entered] = await Promise.all([
    list().catch(() => []),
    registry().catch(() => ''),
  ])
  const listed = ports.map(asSeen)
  const missing = portsIn(entered).filter(
    path => !listed.some(port => port.path === path),
  )
  return [
    ...listed,
    ...missing.map((path): Seen => ({ over: 'serial', path, names: [] })),
  ]
}

/** What serialport tells of a port, as far as it is used here. */
interface Port {
  path: string
  vendorId?: string | undefined
  productId?: string | undefined
  serialNumber?: string | undefined
  friendlyName?: string | undefined
}

function asSeen(port: Port): Seen {
  const { path, vendorId, productId, serialNumber, friendlyName } = port
  const usb = vendorId &&
    productId && {
      vendor: vendorId.toLowerCase(),
      product: productId.toLowerCase(),
      ...(serialNumber && { serial: serialNumber }),
    }
  return {
    over: 'serial',
    path,
    names: [],
    ...(usb && { usb }),
    ...(friendlyName && { label: friendlyName }),
  }
}

/** `    \Device\USBSER000    REG_SZ    COM3`, one line for each port. */
function portsIn(text: string): string[] {
  return [...text.matchAll(/\sREG_SZ\s+(COM\d+)\s*$/gm)].map(([, name = '']) =>
    name.trim(),
  )
}

async function readRegistry(): Promise<string> {
  const options = { timeout: REG_MS, windowsHide: true }
  const { stdout } = await promisify(execFile)(
    'reg.exe',
    ['query', SERIALCOMM],
    options,
  )
  return stdout
}
