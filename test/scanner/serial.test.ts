/**
 * The layer above serialport's binding, on a fake of it; port.test.ts has it
 * at pseudo-terminals.
 */
import { mock } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import t from 'tap'
import { ANSWER_MS, type LineEvents } from '../../src/scanner/line.js'
import {
  type OpenPort,
  type SerialBinding,
  serialLine,
} from '../../src/scanner/serial.js'

/** A promise, and what ends it. */
function pending<T>() {
  let resolve: (value: T) => void = () => {}
  let reject: (error: Error) => void = () => {}
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

class FakePort implements OpenPort {
  readonly done: string[] = []
  readonly writes: ReturnType<typeof pending<void>>[] = []
  #reading = pending<string>()

  async read(buffer: Buffer, offset: number) {
    const text = await this.#reading.promise
    return { bytesRead: buffer.write(text, offset) }
  }

  /** The read that is under way gets `text`. */
  async gets(text: string) {
    const reading = this.#reading
    this.#reading = pending()
    reading.resolve(text)
    await turn()
  }

  async fails(error: Error) {
    this.#reading.reject(error)
    await turn()
  }

  write(bytes: Buffer) {
    this.done.push(`write ${bytes}`)
    const write = pending<void>()
    this.writes.push(write)
    return write.promise
  }

  async drain() {
    this.done.push('drain')
  }

  async close() {
    this.done.push('close')
  }
}

async function open() {
  const port = new FakePort()
  const seen: string[] = []
  const events: LineEvents = {
    onBytes: bytes => seen.push(`${bytes}`),
    onLost: symbol => seen.push(symbol),
  }
  const binding: SerialBinding = { open: async () => port }
  const line = serialLine('/', 9600, binding)
  await line.open(events)
  t.teardown(() => line.close())
  return { port, line, seen }
}

/** Whether `promise` is settled by the next turn. */
async function isOver(promise: Promise<unknown>): Promise<boolean> {
  let over = false
  promise.then(() => {
    over = true
  })
  await turn()
  return over
}

t.test('what is read is passed on; nothing is no end', async t => {
  const { port, seen } = await open()
  for (const text of ['42', '', '43']) await port.gets(text)
  t.strictSame(seen, ['42', '43'])
})

t.test('what was passed on stays as it was', async t => {
  const port = new FakePort()
  const seen: Buffer[] = []
  const line = serialLine('/', 9600, { open: async () => port })
  await line.open({ onBytes: bytes => seen.push(bytes), onLost() {} })
  for (const text of ['42', '43']) await port.gets(text)
  t.strictSame(seen.map(String), ['42', '43'])
  port.fails(new Error('closed'))
  await line.close()
})

t.test('it is let go when no read is under way any more', async t => {
  const { port, line, seen } = await open()
  const closed = line.close()
  t.notOk(await isOver(closed))
  await port.gets('O')
  t.ok(await isOver(closed))
  t.strictSame(port.done, ['close'])
  t.strictSame(seen, [])
})

t.test('it is let go when no write is under way any more', async t => {
  const { port, line, seen } = await open()
  const sent = line.send(Buffer.from('x')).catch(error => error.message)
  await turn()
  const closed = line.close()
  await port.fails(new Error('closed'))
  t.notOk(await isOver(closed))
  port.writes[0]?.reject(new Error('aborted'))
  t.ok(await isOver(closed))
  t.equal(await sent, 'aborted')
  t.strictSame(seen, [], 'who let it go has not lost it')
})

t.test('a read that never ends is not waited for for ever', async t => {
  const { line } = await open()
  mock.timers.enable({ apis: ['setTimeout'] })
  t.teardown(() => mock.timers.reset())
  const closed = line.close()
  t.notOk(await isOver(closed))
  mock.timers.tick(ANSWER_MS)
  t.ok(await isOver(closed))
})

t.test('what is sent leaves one after the other', async t => {
  const { port, line } = await open()
  const both = Promise.all(['1', '2'].map(text => line.send(Buffer.from(text))))
  await turn()
  t.strictSame(port.done, ['write 1'])
  port.writes[0]?.resolve()
  await turn()
  t.strictSame(port.done, ['write 1', 'drain', 'write 2'])
  port.writes[1]?.resolve()
  await both
})

t.test('a read that fails is a plug that was pulled', async t => {
  const { port, seen } = await open()
  await port.fails(new Error('bad file descriptor'))
  t.strictSame(seen, ['scanner-unplugged'])
})

t.test('a write that fails is told, and the next is made', async t => {
  const { port, line, seen } = await open()
  const first = line.send(Buffer.from('1'))
  const second = line.send(Buffer.from('2'))
  await turn()
  port.writes[0]?.reject(new Error('out of order'))
  await t.rejects(first, /out of order/)
  await turn()
  port.writes[1]?.resolve()
  await second
  t.strictSame(seen, ['scanner-broken'])
})

t.test('a port that opens too late is closed', async t => {
  const opening = pending<OpenPort>()
  mock.timers.enable({ apis: ['setTimeout'] })
  t.teardown(() => mock.timers.reset())
  const line = serialLine('/', 9600, { open: () => opening.promise })
  const opened = line.open({ onBytes() {}, onLost() {} })
  mock.timers.tick(ANSWER_MS)
  await t.rejects(opened, /no answer/)
  await line.close()
  const port = new FakePort()
  opening.resolve(port)
  await turn()
  t.strictSame(port.done, ['close'])
})

t.test('what is not open sends nothing', async t => {
  const { port, line } = await open()
  port.fails(new Error('closed'))
  await line.close()
  await line.close()
  await t.rejects(line.send(Buffer.from('x')), /not open/)
  t.strictSame(port.done, ['close'])
})

t.test('the file of the device is gone', async t => {
  const port = new FakePort()
  const seen: string[] = []
  const path = '/dev/nationec-no-such-port'
  const line = serialLine(path, 9600, { open: async () => port })
  mock.timers.enable({ apis: ['setInterval'] })
  t.teardown(() => mock.timers.reset())
  await line.open({ onBytes() {}, onLost: symbol => seen.push(symbol) })
  mock.timers.tick(200)
  t.strictSame(seen, ['scanner-unplugged'])
  port.fails(new Error('closed'))
  await line.close()
  mock.timers.tick(1000)
  t.strictSame(seen, ['scanner-unplugged'])
})
