import { once } from 'node:events'
import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { SerialPort } from 'serialport'
import t from 'tap'
import { addon, type PseudoTerminal } from '../../src/addon.js'

/** Every byte: a terminal that is not raw swallows or translates some. */
const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))

/**
 * By then serialport waits for bytes. A line that hangs up while it is about
 * to read has it read 0 bytes again and again.
 */
const POLLING_MS = 200

function unplug({ controller, line }: PseudoTerminal): void {
  for (const fd of [line, controller]) closeSync(fd)
}

async function openPort(path: string): Promise<SerialPort> {
  const port = new SerialPort({ path, baudRate: 9600 })
  await once(port, 'open')
  return port
}

async function receive(port: SerialPort, length: number): Promise<Buffer> {
  let bytes = Buffer.alloc(0)
  while (bytes.length < length) {
    const [more] = (await once(port, 'data')) as [Buffer]
    bytes = Buffer.concat([bytes, more])
  }
  return bytes
}

t.test('bytes of the device arrive at the serial port as they are', async t => {
  const terminal = addon.openPseudoTerminal()
  t.match(terminal.path, /^\/dev\/pts\/\d+$/)
  const port = await openPort(terminal.path)
  const arrived = receive(port, everyByte.length)
  writeSync(terminal.controller, everyByte)
  t.strictSame(await arrived, everyByte)
  port.close()
  unplug(terminal)
})

t.test('bytes of the serial port arrive at the device as they are', async t => {
  const terminal = addon.openPseudoTerminal()
  const port = await openPort(terminal.path)
  port.write(everyByte)
  await new Promise(resolve => port.drain(resolve))
  const bytes = Buffer.alloc(everyByte.length + 1)
  const length = readSync(terminal.controller, bytes)
  t.strictSame(bytes.subarray(0, length), everyByte)
  port.close()
  unplug(terminal)
})

t.test('before anybody opens the path it is raw, without an echo', async t => {
  const terminal = addon.openPseudoTerminal()
  const { O_RDWR, O_NOCTTY, O_NONBLOCK } = constants
  const reader = openSync(terminal.path, O_RDWR | O_NOCTTY | O_NONBLOCK)
  writeSync(terminal.controller, everyByte)
  const bytes = Buffer.alloc(everyByte.length + 1)
  const length = readSync(reader, bytes)
  t.strictSame(bytes.subarray(0, length), everyByte)
  t.throws(() => readSync(terminal.controller, bytes), { code: 'EAGAIN' })
  closeSync(reader)
  unplug(terminal)
})

t.test('a port that closes does not hang up for the next one', async t => {
  const terminal = addon.openPseudoTerminal()
  const first = await openPort(terminal.path)
  first.close()
  await once(first, 'close')
  const second = await openPort(terminal.path)
  const arrived = receive(second, 1)
  writeSync(terminal.controller, 'x')
  t.equal((await arrived).toString(), 'x')
  second.close()
  unplug(terminal)
})

t.test('closing both ends unplugs', async t => {
  const terminal = addon.openPseudoTerminal()
  const port = await openPort(terminal.path)
  const unplugged = once(port.resume(), 'close')
  await sleep(POLLING_MS)
  unplug(terminal)
  await unplugged
  t.notOk(port.isOpen)
})

t.test('ends are not left open', async t => {
  const first = addon.openPseudoTerminal()
  unplug(first)
  const second = addon.openPseudoTerminal()
  t.equal(second.controller, first.controller)
  t.equal(second.line, first.line)
  unplug(second)
})
