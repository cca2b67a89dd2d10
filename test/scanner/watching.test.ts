import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { Failure } from '../../src/failure.js'
import { DRIVERS } from '../../src/scanner/drivers/index.js'
import {
  type EmulatedDevice,
  type Faults,
  plugDevice,
} from '../../src/scanner/emulators/device.js'
import { MODELS } from '../../src/scanner/emulators/index.js'
import type { Found } from '../../src/scanner/locate.js'
import { watchScanner } from '../../src/scanner/watching.js'
import { CODE, usual } from './stream.js'

/** By then the port waits for bytes (see pseudo-terminal.test.ts). */
const POLLING_MS = 200

/** What is found when it is looked for: a plug can be moved. */
class Desk {
  plugged: EmulatedDevice | undefined
  readonly #t: Test

  constructor(t: Test) {
    this.#t = t
  }

  plug(faults: Faults = {}): EmulatedDevice {
    const device = plugDevice(MODELS.newland.family, faults)
    this.#t.teardown(() => device.unplug())
    this.plugged = device
    return device
  }

  async find(): Promise<Found> {
    if (!this.plugged) return new Failure('scanner-none')
    const { path } = this.plugged
    const port = { path, baudRate: 9600 }
    return { port, driver: DRIVERS.newland, framing: usual }
  }
}

/** Watches `desk`; `seen` is what happened, in its order. */
function watch(t: Test, desk: Desk) {
  const seen: string[] = []
  const waits: number[] = []
  const stop = new AbortController()
  const ended = watchScanner(() => desk.find(), stop.signal, {
    onOpened: () => seen.push('opened'),
    onRead: ({ kind, code }) => seen.push(`${kind} ${code}`),
    onAnswer: answer => seen.push(answer),
    onLost({ symbol }, waitMs) {
      seen.push(symbol)
      waits.push(waitMs)
    },
  })
  const end = () => {
    stop.abort()
    return ended
  }
  t.teardown(end)
  return { seen, waits, end }
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await sleep(5)
}

t.test('every code is told, and the device looks for the next', async t => {
  const desk = new Desk(t)
  const device = desk.plug()
  const { seen, end } = watch(t, desk)
  for (const code of ['first', 'second', 'second']) await device.show(code)
  await until(() => seen.filter(one => /^read/.test(one)).length === 3)
  await end()
  await sleep(20)
  t.strictSame(
    seen.filter(one => one !== 'ack'),
    ['opened', 'read first', 'read second', 'read second'],
  )
  t.equal(device.heard.at(-1), 'stop')
})

t.test('a plug that was pulled is looked for, at a new place too', async t => {
  const desk = new Desk(t)
  const { seen, waits, end } = watch(t, desk)
  await until(() => seen.length === 1)
  desk.plug()
  await until(() => seen.includes('ack'))
  await sleep(POLLING_MS)
  desk.plugged?.unplug()
  desk.plugged = undefined
  await until(() => seen.includes('scanner-unplugged'))
  const again = desk.plug()
  await again.show(CODE)
  await until(() => seen.includes(`read ${CODE}`))
  await end()
  t.equal(seen[0], 'scanner-none')
  t.equal(seen.filter(one => one === 'opened').length, 2)
  t.ok(
    waits.every((wait, at) => wait > (waits[at - 1] ?? 0)),
    `${waits}`,
  )
})

t.test('a code that was cut off, and one that is too long', async t => {
  const desk = new Desk(t)
  const device = desk.plug()
  const { seen } = watch(t, desk)
  await until(() => seen.includes('ack'))
  await device.send(Buffer.from('4243'))
  await until(() => seen.includes('cut 4243'))
  await device.send(Buffer.from(`${'x'.repeat(5000)}\r`))
  await until(() => seen.includes('too-long '))
  t.pass('both are told')
})

t.test('a device that refuses says so', async t => {
  const desk = new Desk(t)
  desk.plug({ refuses: true })
  const { seen } = watch(t, desk)
  await until(() => seen.includes('nak'))
  t.pass('it says so')
})

t.test('it ends while it waits', async t => {
  const { end, seen } = watch(t, new Desk(t))
  await until(() => seen.length > 0)
  await end()
  t.pass('at once')
})
