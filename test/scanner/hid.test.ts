/**
 * The layer above node-hid, on a fake of its device: none was at hand.
 */
import { EventEmitter } from 'node:events'
import t from 'tap'
import { type HidDevice, hidLine } from '../../src/scanner/hid.js'
import type { LineEvents } from '../../src/scanner/line.js'

class FakeHid extends EventEmitter implements HidDevice {
  readonly written: string[] = []
  isOpen = true

  async write(report: Buffer): Promise<number> {
    if (!this.isOpen) throw new Error('closed')
    this.written.push(report.toString('hex'))
    return report.length
  }

  async close(): Promise<void> {
    this.isOpen = false
    throw new Error('never mind')
  }
}

async function open() {
  const device = new FakeHid()
  const line = hidLine('/dev/hidraw0', async () => device)
  const seen: string[] = []
  const events: LineEvents = {
    onBytes: bytes => seen.push(bytes.toString('hex')),
    onLost: symbol => seen.push(symbol),
  }
  await line.open(events)
  return { device, line, seen }
}

t.test('reports go both ways, and a device that is gone is lost', async t => {
  const { device, line, seen } = await open()
  device.emit('data', Buffer.from([2, 1]))
  await line.send(Buffer.from([4, 3]))
  device.emit('error', new Error('could not read from HID device'))
  t.strictSame(seen, ['0201', 'scanner-unplugged'])
  t.strictSame(device.written, ['0403'])
})

t.test('it is closed once, and whatever that brings', async t => {
  const { device, line } = await open()
  await line.close()
  await line.close()
  t.notOk(device.isOpen)
})

t.test('a device that is not there, or not ours', async t => {
  const events = { onBytes() {}, onLost() {} }
  const line = hidLine('/dev/nationec-no-such-hid')
  await t.rejects(line.open(events), { code: 'ENOENT' })
  await line.close()
})
