import { chmodSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import type { Failure } from '../../src/failure.js'
import { holdPort } from '../../src/scanner/port.js'
import { plugVirtualScanner } from '../../src/scanner/virtual.js'

/** By then the port waits for bytes (see pseudo-terminal.test.ts). */
const POLLING_MS = 200

function plug(t: Test) {
  const scanner = plugVirtualScanner()
  t.teardown(scanner.unplug)
  return scanner
}

/** The port held, with what it said. */
async function hold(path: string) {
  const seen = { text: '', lost: [] as Failure[] }
  const port = await holdPort(
    { path, baudRate: 9600 },
    bytes => {
      seen.text += bytes.toString('latin1')
    },
    failure => seen.lost.push(failure),
  )
  return { ...port, seen }
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await sleep(5)
}

t.test('what arrives is passed on, what was there before is not', async t => {
  const scanner = plug(t)
  await scanner.scan('before')
  const port = await hold(scanner.path)
  await scanner.scan('after', '\r\n')
  await until(() => port.seen.text.length >= 7)
  t.equal(port.seen.text, 'after\r\n')
  await port.release()
})

t.test('a port that is let go is silent and free for others', async t => {
  const scanner = plug(t)
  const first = await hold(scanner.path)
  await first.release()
  await first.release()
  const second = await hold(scanner.path)
  await scanner.scan('x')
  await until(() => second.seen.text !== '')
  t.strictSame(first.seen, { text: '', lost: [] })
  t.equal(second.seen.text, 'x\r')
  await second.release()
})

t.test('a port is held by one', async t => {
  const scanner = plug(t)
  const port = await hold(scanner.path)
  await t.rejects(hold(scanner.path), {
    symbol: 'scanner-held-by',
    code: -6,
    parameters: { path: scanner.path, pid: process.pid },
  })
  await scanner.scan('x')
  await until(() => port.seen.text !== '')
  t.equal(port.seen.text, 'x\r', 'who holds it is not disturbed')
  await port.release()
})

t.test('a port that is not there', async t => {
  const path = '/dev/nationec-no-such-port'
  await t.rejects(hold(path), {
    symbol: 'scanner-absent',
    code: -1,
    parameters: { path },
  })
})

t.test('what is no serial port', async t => {
  await t.rejects(hold(t.testdir()), { symbol: 'scanner-broken', code: -1 })
  await t.rejects(hold('/dev/null'), { symbol: 'scanner-broken', code: -1 })
})

t.test('a port of somebody else', async t => {
  const scanner = plug(t)
  chmodSync(scanner.path, 0)
  const root = process.geteuid?.() === 0
  // A user who may open nothing of root's: "nobody" on every Unix.
  if (root) process.seteuid?.(65534)
  const refused = await hold(scanner.path).catch(error => error)
  if (root) process.seteuid?.(0)
  t.match(refused, { symbol: 'scanner-denied', code: -1 })
})

t.test('a port that is unplugged is lost, once', async t => {
  const scanner = plug(t)
  const port = await hold(scanner.path)
  await sleep(POLLING_MS)
  scanner.unplug()
  await until(() => port.seen.lost.length > 0)
  await port.release()
  t.match(port.seen.lost, [
    { symbol: 'scanner-unplugged', parameters: { path: scanner.path } },
  ])
  t.equal(port.seen.lost.length, 1)
})

t.test('what is sent to a device that is gone is lost with it', async t => {
  for (const wait of [0, 50, POLLING_MS]) {
    const scanner = plug(t)
    const port = await hold(scanner.path)
    scanner.unplug()
    await sleep(wait)
    await t.rejects(port.send(Buffer.from('x')), {
      symbol: 'scanner-unplugged',
      code: -1,
    })
    // Nothing waits for the next opening, as serialport would have it.
    await t.rejects(port.send(Buffer.from('x')), { code: -1 })
    await port.release()
    t.ok(
      port.seen.lost.every(({ symbol }) => symbol === 'scanner-unplugged'),
      `after ${wait} ms`,
    )
  }
})

t.test('a port that was let go sends nothing', async t => {
  const scanner = plug(t)
  const heard: string[] = []
  scanner.listen(bytes => heard.push(bytes.toString('latin1')))
  const port = await hold(scanner.path)
  await port.send(Buffer.from('x'))
  await until(() => heard.length > 0)
  await port.release()
  await t.rejects(port.send(Buffer.from('y')), { name: 'AbortError' })
  await sleep(20)
  t.strictSame(heard, ['x'])
})
