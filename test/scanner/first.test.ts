import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { Failure } from '../../src/failure.js'
import { DRIVERS } from '../../src/scanner/drivers/index.js'
import {
  type EmulatedDevice,
  plugDevice,
} from '../../src/scanner/emulators/device.js'
import { MODELS } from '../../src/scanner/emulators/index.js'
import { readFirst } from '../../src/scanner/first.js'
import type { Found } from '../../src/scanner/locate.js'
import type { Listener } from '../../src/scanner/reading.js'
import { CODE, usual } from './stream.js'

const never = new AbortController().signal

/** By then the port waits for bytes (see pseudo-terminal.test.ts). */
const POLLING_MS = 200

function plug(t: Test): EmulatedDevice {
  const device = plugDevice(MODELS.newland.family)
  t.teardown(() => device.unplug())
  return device
}

const found = ({ path }: { path: string }): Found => ({
  port: { path, baudRate: 9600 },
  driver: DRIVERS.newland,
  framing: usual,
})

/** Arms `all`; resolves when the first of them is. */
async function arm(
  t: Test,
  all: Found[],
  {
    signal = never,
    ...listener
  }: Partial<Listener> & { signal?: AbortSignal } = {},
) {
  let armed = 0
  let onFirst = () => {}
  const first = new Promise<void>(resolve => {
    onFirst = resolve
  })
  const { code, released } = readFirst(all, signal, {
    onArmed() {
      armed++
      onFirst()
    },
    onTriggered() {},
    wants: () => true,
    ...listener,
  })
  t.teardown(() => released)
  const read = code.then(String)
  read.catch(onFirst)
  await first
  return { code: read, released, armed: () => armed }
}

const told = ({ heard }: EmulatedDevice) => heard.join(' ')

t.test('the first to read wins, the rest are disarmed and let go', async t => {
  const [one, other] = [plug(t), plug(t)]
  const { code, released, armed } = await arm(t, [found(one), found(other)])
  await sleep(POLLING_MS)
  await other.show(CODE)
  t.equal(await code, CODE)
  await released
  await sleep(20)
  t.equal(armed(), 1, 'the call is told once')
  t.equal(told(one), 'trigger stop')
  t.equal(told(other), 'trigger stop')
  const again = await arm(t, [found(one)])
  one.show('next')
  t.equal(await again.code, 'next', 'it is held by nobody')
})

t.test('two that read at the same moment give one code', async t => {
  const devices = [plug(t), plug(t), plug(t)]
  const wanted: string[] = []
  const { code, released } = await arm(t, devices.map(found), {
    wants(code) {
      wanted.push(`${code}`)
      return true
    },
  })
  await sleep(POLLING_MS)
  for (const [at, device] of devices.entries()) device.show(`code ${at}`)
  const read = await code
  await released
  t.strictSame(wanted, [read])
})

t.test('one that fails does not end it while another is armed', async t => {
  const [one, other] = [plug(t), plug(t)]
  const { code } = await arm(t, [
    found({ path: '/dev/nationec-no-such-port' }),
    new Failure('scanner-missing', { usb: '1eab:1d06' }),
    found(one),
    found(other),
  ])
  await sleep(POLLING_MS)
  one.unplug()
  await sleep(POLLING_MS)
  other.show(CODE)
  t.equal(await code, CODE)
})

t.test('when all have failed, the most useful failure is told', async t => {
  const absent = found({ path: '/dev/nationec-no-such-port' })
  const missing = new Failure('scanner-missing', { usb: '1eab:1d06' })
  const none = await arm(t, [])
  await t.rejects(none.code, { symbol: 'scanner-none', code: -1 })
  const both = await arm(t, [missing, absent])
  await t.rejects(both.code, { symbol: 'scanner-absent', code: -1 })
  const gun = plug(t)
  const { code } = await arm(t, [absent, found(gun), missing])
  await sleep(POLLING_MS)
  gun.unplug()
  await t.rejects(code, { symbol: 'scanner-unplugged', code: -1 })
})

t.test('a code that was cut off ends it, whoever read it', async t => {
  const [one, other] = [plug(t), plug(t)]
  const { code, released } = await arm(t, [found(one), found(other)])
  await sleep(POLLING_MS)
  one.send(Buffer.from(CODE))
  await t.rejects(code, { symbol: 'code-cut', code: -2 })
  await released
  await sleep(20)
  t.equal(told(other), 'trigger stop')
})

t.test('a call that ends disarms them all', async t => {
  const [one, other] = [plug(t), plug(t)]
  const ends = new AbortController()
  const { signal } = ends
  const { code, released } = await arm(t, [found(one), found(other)], {
    signal,
  })
  await sleep(POLLING_MS)
  ends.abort('deadline')
  t.equal(await code.catch(reason => reason), 'deadline')
  await released
  await sleep(20)
  t.equal(told(one), 'trigger stop')
  t.equal(told(other), 'trigger stop')
})

t.test('a journal that cannot be written ends it', async t => {
  const [one, other] = [plug(t), plug(t)]
  const full = new Error('disk full')
  const { code } = await arm(t, [found(one), found(other)], {
    onArmed() {
      throw full
    },
  })
  t.equal(await code.catch(reason => reason), full)
})
