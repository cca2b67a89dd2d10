/**
 * A machine of a test's own: what Linux would tell of devices and processes,
 * in folders. Its ports lead to pseudo-terminals.
 * @module
 */
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Test } from 'tap'
import type { Machine, Seen } from '../../src/scanner/attached/attached.js'
import type { Roots } from '../../src/scanner/attached/roots.js'

interface UsbFacts {
  vendor: string
  product: string
  serial?: string
  label?: string
}

/** Bits of a gun's or a keyboard's capabilities/key: letters, digits, Enter. */
export const ALL_KEYS =
  '1000000000007 ff800000000007ff febeffdff3cfffff fffffffffffffffe'

export class FakeMachine {
  readonly roots: Roots
  /** HID devices, which node-hid would list. */
  hid: Seen[] = []
  platform: NodeJS.Platform = 'linux'
  readonly #folder: string
  #plugs = 0

  constructor(t: Test) {
    this.#folder = t.testdir({ sys: {}, dev: {}, proc: {}, etc: {} })
    const root = (name: string) => join(this.#folder, name)
    this.roots = {
      ...{ sys: root('sys'), dev: root('dev') },
      ...{ proc: root('proc'), etc: root('etc') },
    }
  }

  get machine(): Machine {
    const { roots, platform } = this
    const hid: Machine['hid'] = async use =>
      this.hid.filter(({ over }) => (over === 'hid') === (use === 'scanners'))
    return { roots, platform, hid }
  }

  /**
   * A USB serial port `name`, whose node leads to `target`; the path in this
   * machine, and what pulls the plug.
   */
  plugPort(name: string, target: string, usb: UsbFacts, byId = '') {
    const { sys, dev } = this.roots
    const device = this.#plugUsb(usb)
    const folder = join(device, '1-1:1.0')
    mkdirSync(folder)
    const made = [
      this.#link(join(sys, 'class/tty', name, 'device'), folder),
      this.#link(join(dev, name), target),
    ]
    const path = join(dev, name)
    if (byId) made.push(this.#link(join(dev, 'serial/by-id', byId), path))
    const unplug = () => {
      for (const one of [...made, device]) {
        rmSync(one, { recursive: true, force: true })
      }
      rmSync(join(sys, 'class/tty', name), { recursive: true, force: true })
    }
    return { path, unplug, byId: join(dev, 'serial/by-id', byId) }
  }

  /** A serial port of the board; `type` 0 is one that is not there. */
  addBoardPort(name: string, target: string, type: string): void {
    const { sys, dev } = this.roots
    this.#write(join(sys, 'devices/platform/serial', name, 'x'), '')
    const folder = join(sys, 'devices/platform/serial', name)
    this.#link(join(sys, 'class/tty', name, 'device'), folder)
    this.#write(join(sys, 'class/tty', name, 'type'), `${type}\n`)
    this.#link(join(dev, name), target)
  }

  /** An input device with these keys. */
  plugKeyboard(name: string, usb: UsbFacts, keys = ALL_KEYS, byId = ''): void {
    const { sys, dev } = this.roots
    const folder = join(this.#plugUsb(usb), 'input', name)
    this.#write(join(folder, 'capabilities/key'), `${keys}\n`)
    this.#link(join(sys, 'class/input', name, 'device'), folder)
    const path = join(dev, 'input', name)
    this.#write(path, '')
    if (byId) this.#link(join(dev, 'input/by-id', byId), path)
  }

  /** A USB device without a port. */
  plugUsb(usb: UsbFacts): void {
    this.#plugUsb(usb)
  }

  /** A program that has `files` open. */
  run(pid: number, name: string, files: string[] = []): void {
    const folder = join(this.roots.proc, `${pid}`)
    this.#write(join(folder, 'comm'), `${name}\n`)
    mkdirSync(join(folder, 'fd'), { recursive: true })
    for (const [fd, file] of files.entries()) {
      this.#link(join(folder, 'fd', `${fd + 3}`), file)
    }
  }

  setGroups(text: string): void {
    this.#write(join(this.roots.etc, 'group'), text)
  }

  #plugUsb({ vendor, product, serial, label }: UsbFacts): string {
    const { sys } = this.roots
    const bus = `1-${++this.#plugs}`
    const folder = join(sys, 'devices/pci0000:00/usb1', bus)
    this.#write(join(folder, 'idVendor'), `${vendor}\n`)
    this.#write(join(folder, 'idProduct'), `${product}\n`)
    if (serial) this.#write(join(folder, 'serial'), `${serial}\n`)
    if (label) this.#write(join(folder, 'product'), `${label}\n`)
    this.#link(join(sys, 'bus/usb/devices', bus), folder)
    return folder
  }

  #write(path: string, text: string): void {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }

  #link(path: string, target: string): string {
    mkdirSync(dirname(path), { recursive: true })
    symlinkSync(target, path)
    return path
  }
}
