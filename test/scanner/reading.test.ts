import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import type { Framing } from '../../src/scanner/driver.js'
import { DRIVERS } from '../../src/scanner/drivers/index.js'
import {
  type EmulatedDevice,
  type Faults,
  plugDevice,
} from '../../src/scanner/emulators/device.js'
import {
  MODEL_NAMES,
  MODELS,
  type Model,
  type ModelName,
} from '../../src/scanner/emulators/index.js'
import { NOISY_MS, readCode, TRIGGERS_MAX } from '../../src/scanner/reading.js'
import { CODE, usual } from './stream.js'

const LONG = CODE.repeat(30)

/** By then the port waits for bytes (see pseudo-terminal.test.ts). */
const POLLING_MS = 200

const show = (device: EmulatedDevice) => device.show(CODE)
const waits = () => {}

interface Played {
  device: EmulatedDevice
  code: Promise<string>
  released: Promise<void>
  /** What became of the trigger. */
  triggered: Promise<string>
  abort: AbortController
}

/** Plays `model`, and starts reading it; `onArmed` shows a code or not. */
function play(
  t: Test,
  model: ModelName,
  faults: Faults = {},
  onArmed: (device: EmulatedDevice) => unknown = show,
  framing: Partial<Framing> = {},
): Played {
  const { family, driver }: Model = MODELS[model]
  const device = plugDevice(family, faults)
  t.teardown(() => device.unplug())
  const abort = new AbortController()
  let onTriggered: (outcome: string) => void = () => {}
  const triggered = new Promise<string>(resolve => {
    onTriggered = resolve
  })
  const reading = readCode(
    {
      port: { path: device.path, baudRate: 9600 },
      driver: DRIVERS[driver],
      framing: { ...usual, ...framing },
    },
    abort.signal,
    {
      onArmed: () => onArmed(device),
      onTriggered,
      wants: () => true,
    },
  )
  const code = reading.code.then(String)
  code.catch(() => {})
  t.teardown(() => {
    abort.abort('the test is over')
    return reading.released
  })
  const { released } = reading
  return { device, code, released, triggered, abort }
}

const LOST = 'scanner-unplugged'

const symbolOf = (code: Promise<string>) =>
  code.then(String, ({ symbol }) => symbol)

const triggered = MODEL_NAMES.filter(
  name => (MODELS[name] as Model).family.commands.trigger,
)
const answering = triggered.filter(
  name => (MODELS[name] as Model).family.answers?.trigger,
)
const acknowledged: ModelName[] = ['ssi-packets', 'honeywell-block']
const sleeping: ModelName[] = ['ssi', 'ssi-packets', 's-cmd']

for (const model of MODEL_NAMES) {
  t.test(
    `${model}: a code is read, the device told to begin and end`,
    async t => {
      const { device, code, released } = play(t, model)
      t.equal(await code, CODE)
      await released
      await sleep(20)
      const told = device.heard.filter(command => /trigger|stop/.test(command))
      const expected = triggered.includes(model) ? ['trigger', 'stop'] : []
      t.strictSame(told, expected)
    },
  )

  t.test(`${model}: a long code in pieces, byte by byte`, async t => {
    const whole = play(t, model, {}, device => device.show(LONG))
    t.equal(await whole.code, LONG)
    const slow = play(t, model, { byteMs: 1 })
    t.equal(await slow.code, CODE)
  })

  t.test(`${model}: unplugged at every step`, async t => {
    const steps = [0, 1, 10, 27].map(async unplugAfter => {
      const { code, released } = play(t, model, { unplugAfter }, device => {
        sleep(POLLING_MS).then(() => device.show(CODE))
      })
      t.equal(await symbolOf(code), LOST, `after ${unplugAfter} bytes`)
      await released
    })
    await Promise.all(steps)
  })

  t.test(
    `${model}: unplugged before it is armed, or while it waits`,
    async t => {
      const early = play(t, model)
      early.device.unplug()
      t.match(await symbolOf(early.code), /^scanner-/)
      const waits = play(t, model, {}, () => {})
      await sleep(POLLING_MS * 2)
      waits.device.unplug()
      t.equal(await symbolOf(waits.code), LOST)
    },
  )
}

for (const model of answering) {
  t.test(`${model}: an answer that is lost is asked for again`, async t => {
    const { device, code, triggered } = play(
      t,
      model,
      { lostAnswers: 1 },
      waits,
    )
    t.equal(await triggered, 'ack')
    await device.show(CODE)
    t.equal(await code, CODE)
    const triggers = device.heard.filter(command => command === 'trigger')
    t.equal(triggers.length, 2)
  })

  t.test(`${model}: a device that never answers may read`, async t => {
    const { device, code, triggered } = play(
      t,
      model,
      { lostAnswers: 99 },
      waits,
    )
    t.equal(await triggered, 'silent')
    await device.show(CODE)
    t.equal(await code, CODE)
    const triggers = device.heard.filter(command => command === 'trigger')
    t.equal(triggers.length, TRIGGERS_MAX)
  })
}

for (const model of answering) {
  if (!(MODELS[model] as Model).family.refusal) continue
  t.test(`${model}: a device that refuses reads by itself`, async t => {
    const { device, code, triggered } = play(t, model, { refuses: true }, waits)
    t.equal(await triggered, 'nak')
    await device.show(CODE)
    t.equal(await code, CODE)
  })
}

for (const model of sleeping) {
  t.test(`${model}: asleep, it is woken`, async t => {
    const { device, code, triggered } = play(t, model, { asleep: true }, waits)
    t.equal(await triggered, 'ack')
    await device.show(CODE)
    t.equal(await code, CODE)
    t.equal(device.heard[0], 'wake')
  })
}

for (const model of acknowledged) {
  t.test(`${model}: each frame is acknowledged`, async t => {
    const { device, code, released } = play(t, model)
    t.equal(await code, CODE)
    await released
    await sleep(20)
    t.ok(device.heard.includes('ack'))
    t.notOk(device.heard.includes('nak'))
  })

  t.test(`${model}: sent twice, it is read once`, async t => {
    const { code } = play(t, model, { doubledFrames: 1 })
    t.equal(await code, CODE)
  })
}

t.test('ssi-packets: a damaged packet is sent again', async t => {
  for (const shown of [CODE, LONG]) {
    const { device, code } = play(
      t,
      'ssi-packets',
      { damagedFrames: 1 },
      device => void device.show(shown),
    )
    t.equal(await code, shown)
    t.ok(device.heard.includes('nak'))
  }
})

t.test('honeywell-block: a damaged head is sent again', async t => {
  const bytes = (MODELS['honeywell-block'] as Model).family.frames(
    Buffer.from(CODE),
  )[0]
  const damaged = Buffer.from(bytes ?? [])
  damaged[13] = 0x39
  const played = play(t, 'honeywell-block', {}, async device => {
    await device.send(damaged)
    await sleep(20)
    t.strictSame(device.heard.slice(-1), ['nak'])
    await device.show(CODE)
  })
  t.equal(await played.code, CODE)
  await played.released
  await sleep(20)
  t.ok(played.device.heard.includes('ack'))
})

t.test('noise before a code makes it no other code', async t => {
  const noise = Buffer.from([0xff, 0x00, 0x7f])
  const { code } = play(t, 'plain', { noise })
  t.match(await code, CODE, 'the scanner refuses it as garbled')
  const quiet = play(t, 'plain', {}, async device => {
    await device.send(noise)
    await sleep(400)
    await device.show(CODE)
  })
  t.equal(await quiet.code, CODE, 'noise alone is forgotten')
})

t.test('a code that is cut off is said to be', async t => {
  const { code } = play(
    t,
    'plain',
    {},
    device => void device.send(Buffer.from(CODE)),
  )
  await t.rejects(code, {
    symbol: 'code-cut',
    code: -2,
    parameters: { bytes: CODE.length },
  })
})

t.test('without a suffix, silence ends it', async t => {
  const { code } = play(
    t,
    'plain',
    {},
    device => void device.send(Buffer.from(CODE)),
    { suffix: 'none', idleGapMs: 30 },
  )
  t.equal(await code, CODE)
})

t.test('a code of which the beginning came too early is let pass', async t => {
  const armedAfter: string[] = []
  const { device, code } = play(t, 'plain', {}, async () => {
    armedAfter.push('armed')
    await device.show(CODE)
  })
  for (const early of [CODE.slice(0, 10), CODE.slice(10), '\r']) {
    await sleep(20)
    await device.send(Buffer.from(early))
    armedAfter.push('early')
  }
  t.equal(await code, CODE)
  t.strictSame(armedAfter, ['early', 'early', 'early', 'armed'])
})

t.test('a device that is never silent is armed all the same', async t => {
  let read = await readThroughNoise(t)
  // On a busy machine the noise may pause: then it was armed in a silence.
  for (let again = 0; read.ms < NOISY_MS && again < 5; again++) {
    read = await readThroughNoise(t)
  }
  t.equal(read.code, CODE, 'what had begun before is no code')
})

/** Half a code again and again, until it is armed; then its end, and a code. */
async function readThroughNoise(t: Test) {
  const beganAt = performance.now()
  let armedAt: number | undefined
  const { device, code } = play(t, 'plain', {}, () => {
    armedAt = performance.now()
  })
  while (armedAt === undefined) {
    await device.send(Buffer.from('9'.repeat(14)))
    await sleep(10)
  }
  await device.send(Buffer.from('4\r'))
  await device.send(Buffer.from(`${CODE}\r`))
  return { code: await code, ms: armedAt - beganAt }
}

t.test('noise before it is armed spoils no code', async t => {
  const { device, code } = play(t, 'plain')
  await sleep(10)
  await device.send(Buffer.from([0xff]))
  t.equal(await code, CODE)
})

t.test('a device that was unplugged is let go soon', async t => {
  const { device, code, released } = play(t, 'newland', {}, () => {})
  await sleep(POLLING_MS)
  device.unplug()
  t.equal(await symbolOf(code), LOST)
  const lostAt = performance.now()
  await released
  t.ok(performance.now() - lostAt < 1500, 'nobody waits for its answer')
})

t.test('a call that ends disarms the device', async t => {
  const { device, code, released, abort } = play(t, 'newland', {}, () => {})
  await sleep(POLLING_MS)
  abort.abort('deadline')
  t.equal(await code.catch(reason => reason), 'deadline')
  await released
  await sleep(20)
  t.strictSame(device.heard, ['trigger', 'stop'])
})

t.test('a device that stopped looking is triggered again', async t => {
  const { family } = MODELS.grow
  const device = plugDevice(family)
  t.teardown(() => device.unplug())
  const abort = new AbortController()
  const { code, released } = readCode(
    {
      port: { path: device.path, baudRate: 9600 },
      driver: { ...DRIVERS.grow, lookMs: 50 },
      framing: usual,
    },
    abort.signal,
    { onArmed() {}, onTriggered() {}, wants: () => true },
  )
  code.catch(() => {})
  await sleep(POLLING_MS * 2)
  abort.abort('deadline')
  await released
  const triggers = device.heard.filter(command => command === 'trigger')
  t.ok(triggers.length > 2, `${triggers.length} times`)
})
