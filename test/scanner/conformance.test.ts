/**
 * What holds for a device whatever way leads to it: a fake, a pseudo-terminal,
 * and, where NATIONEC_TEST_SCANNER names one, a real device:
 *
 *   NATIONEC_TEST_SCANNER=/dev/ttyACM0 [NATIONEC_TEST_DRIVER=newland] \
 *     npx tap dist/test/scanner/conformance.test.js
 *
 * At a real device somebody shows a code when the test says so.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { configSchema } from '../../src/config/schema.js'
import { Failure } from '../../src/failure.js'
import { DRIVERS } from '../../src/scanner/drivers/index.js'
import { plugDevice } from '../../src/scanner/emulators/device.js'
import { MODELS } from '../../src/scanner/emulators/index.js'
import { findDevices } from '../../src/scanner/locate.js'
import type { HeldPort, holdPort } from '../../src/scanner/port.js'
import { type Device, readCode } from '../../src/scanner/reading.js'
import { wantedScanners } from '../../src/scanner/wanted.js'
import { CODE, usual } from './stream.js'

interface Bench {
  device: Device
  /** Has a code shown, which a person may do. */
  show(): Promise<void>
  unplug(): void
}

/** A device in this process: it answers, and reads what it is shown. */
function fake(): Bench {
  let onBytes: ((bytes: Buffer) => void) | undefined
  let onLost: (failure: Failure) => void = () => {}
  let isPlugged = true
  const port = { path: 'fake', baudRate: 9600 }
  const hold: typeof holdPort = async (_, hear, lose) => {
    if (!isPlugged) throw new Failure('scanner-absent', port)
    if (onBytes) throw new Failure('scanner-held', port)
    onBytes = hear
    onLost = lose
    const held: HeldPort = {
      async send() {
        onBytes?.(Buffer.from('\u0002\u00010000#SCNTRG1\u0006;\u0003'))
      },
      async release() {
        onBytes = undefined
      },
    }
    return held
  }
  return {
    device: { port, driver: DRIVERS.newland, framing: usual, hold },
    async show() {
      // No line is faster than the call that arms it.
      await sleep(1)
      onBytes?.(Buffer.from(`${CODE}\r`))
    },
    unplug() {
      isPlugged = false
      onLost(new Failure('scanner-unplugged', port))
    },
  }
}

function pseudoTerminal(t: Test): Bench {
  const gun = plugDevice(MODELS.newland.family)
  t.teardown(() => gun.unplug())
  const port = { path: gun.path, baudRate: 9600 }
  return {
    device: { port, driver: DRIVERS.newland, framing: usual },
    show: () => gun.show(CODE),
    unplug: () => gun.unplug(),
  }
}

const { NATIONEC_TEST_SCANNER, NATIONEC_TEST_DRIVER } = process.env

async function real(): Promise<Bench> {
  const scanner = { path: NATIONEC_TEST_SCANNER, driver: NATIONEC_TEST_DRIVER }
  const wanted = wantedScanners(configSchema.parse({ scanner }))
  const [device] = await findDevices(wanted)
  if (!device || device instanceof Failure) throw device ?? new Error('none')
  return {
    device,
    async show() {
      process.stderr.write(`show a code to ${NATIONEC_TEST_SCANNER}\n`)
    },
    unplug() {},
  }
}

const skip =
  !NATIONEC_TEST_SCANNER && 'no device: set NATIONEC_TEST_SCANNER to its port'

t.test('a fake', t => conforms(t, async () => fake()))
t.test('a pseudo-terminal', t => conforms(t, async () => pseudoTerminal(t)))
t.test('a real device', { skip }, t => conforms(t, real, true))

async function conforms(
  t: Test,
  plug: () => Promise<Bench>,
  isReal = false,
): Promise<void> {
  t.test('a code that is shown once it is armed is read', async t => {
    const { device, show } = await plug()
    const { code, released } = read(device, show)
    const text = `${await code}`
    await released
    if (isReal) t.ok(text)
    else t.equal(text, CODE)
  })

  t.test('it is let go, and can be armed again at once', async t => {
    const { device } = await plug()
    for (const _ of [1, 2, 3]) {
      const end = new AbortController()
      const { code, released } = read(
        device,
        () => end.abort('over'),
        end.signal,
      )
      t.equal(await code.catch(reason => reason), 'over')
      await released
    }
  })

  t.test('one call at a time holds it', async t => {
    const { device } = await plug()
    const end = new AbortController()
    const first = read(device, () => {}, end.signal)
    first.code.catch(() => {})
    await sleep(300)
    const second = read(device, () => {})
    const { symbol } = await second.code.catch(failure => failure)
    t.match(symbol, /^scanner-held/)
    end.abort('over')
    await Promise.all([first.released, second.released])
  })

  const skip = isReal && 'nobody is asked to pull the plug'
  t.test('a plug that is pulled ends it', { skip }, async t => {
    const { device, unplug } = await plug()
    const { code, released } = read(device, () => sleep(200).then(unplug))
    const { symbol } = await code.catch(failure => failure)
    t.equal(symbol, 'scanner-unplugged')
    await released
    const again = read(device, () => {})
    const { symbol: absent } = await again.code.catch(failure => failure)
    t.equal(absent, 'scanner-absent')
  })
}

function read(
  device: Device,
  onArmed: () => unknown,
  signal = new AbortController().signal,
) {
  return readCode(device, signal, {
    onArmed: () => void onArmed(),
    onTriggered() {},
    wants: () => true,
  })
}
