import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { Failure } from '../../src/failure.js'
import type { Framing } from '../../src/scanner/driver.js'
import { DRIVERS } from '../../src/scanner/drivers/index.js'
import { type Faults, plugDevice } from '../../src/scanner/emulators/device.js'
import {
  MODELS,
  type Model,
  type ModelName,
} from '../../src/scanner/emulators/index.js'
import type { Device } from '../../src/scanner/reading.js'
import { type Trial, tryReading } from '../../src/scanner/trial.js'
import { judge } from '../../src/scanner/verdict.js'
import { CODE, usual } from './stream.js'

const never = new AbortController().signal

function plug(
  t: Test,
  model: ModelName,
  faults: Faults = {},
  framing: Partial<Framing> = {},
) {
  const { family, driver }: Model = MODELS[model]
  const gun = plugDevice(family, faults)
  t.teardown(() => gun.unplug())
  const device: Device = {
    port: { path: gun.path, baudRate: 9600 },
    driver: DRIVERS[driver],
    framing: { ...usual, ...framing },
  }
  return { gun, device }
}

/** Reads what `act` shows once the device looks for a code. */
function read(device: Device, act: () => unknown): Promise<Trial> {
  let isShown = false
  return tryReading(device, never, ({ armedAt, triggeredAt }) => {
    const looksAt = device.driver.trigger ? triggeredAt : armedAt
    if (looksAt !== undefined && !isShown) {
      isShown = true
      act()
    }
  })
}

t.test('each step is timed, in its order', async t => {
  const { gun, device } = plug(t, 'newland')
  const trial = await read(device, () => gun.show(CODE))
  const { openedAt = 0, armedAt = 0, triggeredAt = 0 } = trial
  const { firstByteAt = 0, lastByteAt = 0, readAt = 0 } = trial
  t.equal(trial.trigger, 'ack')
  t.equal(`${trial.code}`, CODE)
  t.match(`${trial.bytes}`, `${CODE}\r`)
  for (const [earlier, later] of [
    [0, openedAt],
    [openedAt, armedAt],
    [armedAt, triggeredAt],
    [armedAt, firstByteAt],
    [firstByteAt, lastByteAt],
    [lastByteAt, readAt],
  ]) {
    t.ok(Number(later) >= Number(earlier), `${earlier} ${later}`)
  }
  t.strictSame(judge(trial, device), [])
})

t.test('a device that is not told anything', async t => {
  const { gun, device } = plug(t, 'plain')
  const trial = await read(device, () => gun.show(CODE))
  t.equal(trial.trigger, 'none')
  t.equal(trial.triggeredAt, undefined)
  t.strictSame(judge(trial, device), [])
})

t.test('a device that refuses, or does not answer', async t => {
  for (const [faults, advice] of [
    [{ refuses: true }, 'nak'],
    [{ lostAnswers: 99 }, 'silent'],
  ] as const) {
    const { gun, device } = plug(t, 'newland', faults)
    const trial = await read(device, () => gun.show(CODE))
    t.strictSame(judge(trial, device), [advice])
  }
})

t.test('a line end that is missing, or is not needed', async t => {
  const missing = plug(t, 'plain')
  const cut = await read(missing.device, () =>
    missing.gun.send(Buffer.from(CODE)),
  )
  t.equal(cut.failure?.symbol, 'code-cut')
  t.strictSame(judge(cut, missing.device), ['no-end'])
  const waits = plug(t, 'plain', {}, { suffix: 'none' })
  const trial = await read(waits.device, () => waits.gun.show(CODE))
  t.strictSame(judge(trial, waits.device), ['end'])
})

t.test('an identifier that nobody takes off', async t => {
  for (const strip of ['none', 'aim'] as const) {
    const { gun, device } = plug(t, 'plain', {}, { strip })
    const trial = await read(device, () => gun.show(`]Q1${CODE}`))
    t.strictSame(judge(trial, device), strip === 'none' ? ['identifier'] : [])
  }
})

t.test('nobody shows a code, or the device cannot be opened', async t => {
  const { gun, device } = plug(t, 'plain')
  const late = new AbortController()
  sleep(100).then(() => late.abort(new Failure('nothing-scanned')))
  const nothing = await tryReading(device, late.signal)
  t.equal(nothing.failure?.symbol, 'nothing-scanned')
  t.ok(nothing.armedAt)
  gun.unplug()
  const absent = await tryReading(device, never)
  t.equal(absent.failure?.symbol, 'scanner-absent')
  t.equal(absent.openedAt, undefined)
})
