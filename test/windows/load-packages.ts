/**
 * Run by node.exe: `load-packages BUNDLE` loads what has a binary of its own,
 * and the bundle as a package. Prints what it found of each.
 * @module
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { WindowsBinding } from '@serialport/bindings-cpp'
import koffi from 'koffi'
import { HIDAsync } from 'node-hid'

const [, , bundle = ''] = process.argv
const main = pathToFileURL(join(bundle, 'dist/src/index.js')).href
const { openTerminal }: { openTerminal: unknown } = await import(main)

console.log(
  JSON.stringify({
    hid: typeof HIDAsync.open,
    koffi: koffi.load('kernel32.dll').func('GetCurrentProcessId', 'uint', [])(),
    serial: typeof WindowsBinding.open,
    terminal: typeof openTerminal,
  }),
)
