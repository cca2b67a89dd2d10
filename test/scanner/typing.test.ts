/**
 * The way of events, with a pseudo-terminal in the place of the input device:
 * none was at hand. The grab is asked for and not seen at work.
 */
import { closeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import type { LineEvents } from '../../src/scanner/line.js'
import { typingLine } from '../../src/scanner/typing.js'
import { plugVirtualScanner } from '../../src/scanner/virtual.js'
import { type as typed } from './typing.js'

async function open(t: Test) {
  const gun = plugVirtualScanner()
  t.teardown(gun.unplug)
  const grabbed: number[] = []
  const seen = { bytes: Buffer.alloc(0), lost: [] as string[] }
  const events: LineEvents = {
    onBytes(bytes) {
      seen.bytes = Buffer.concat([seen.bytes, bytes])
    },
    onLost: symbol => seen.lost.push(symbol),
  }
  const line = typingLine(gun.path, fd => grabbed.push(fd))
  await line.open(events)
  return { gun, grabbed, seen, line }
}

t.test('events are passed on from a device that is grabbed', async t => {
  const { gun, grabbed, seen, line } = await open(t)
  t.equal(grabbed.length, 1)
  const bytes = typed('4243\r')
  await gun.scan(bytes, '')
  await sleep(20)
  t.strictSame(seen.bytes, bytes)
  await line.close()
  await line.close()
  await gun.scan(bytes, '')
  await sleep(20)
  t.strictSame(seen.bytes, bytes, 'who lets go hears no more')
  t.throws(() => closeSync(grabbed[0] ?? -1), { code: 'EBADF' })
})

t.test('a device that is gone is lost', async t => {
  const { gun, seen, line } = await open(t)
  gun.unplug()
  await sleep(20)
  t.equal(seen.lost[0], 'scanner-unplugged')
  await line.close()
})

t.test('what cannot be grabbed is not read', async t => {
  const gun = plugVirtualScanner()
  t.teardown(gun.unplug)
  const line = typingLine(gun.path)
  await t.rejects(line.open({ onBytes() {}, onLost() {} }), {
    code: /ENOTTY|EINVAL/,
  })
  await line.close()
  await t.rejects(line.send(Buffer.from('x')))
  const absent = typingLine('/dev/input/nationec-none')
  await t.rejects(absent.open({ onBytes() {}, onLost() {} }), {
    code: 'ENOENT',
  })
})
