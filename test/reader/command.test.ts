import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { encodeText } from '../../src/charset.js'
import { createCommandProvider } from '../../src/reader/command.js'
import { CARD, FACE } from '../../src/reader/provider.js'
import { device, isAlive, pidIn } from './devices.js'

const never = new AbortController().signal
const idNo = '11010519491231002X'

const camera = (command: string[], waiting = 9) =>
  createCommandProvider(FACE, { command, waiting })
const cardReader = (command: string[], waiting = 9) =>
  createCommandProvider(CARD, { command, waiting })
const printing = (value: unknown) => device('print', JSON.stringify(value))

t.test('a face becomes a field of the request', async t => {
  let armed = 0
  const provider = camera(printing({ face: 'zhang', score: 0.98 }))
  t.strictSame(await provider.read(never, () => void armed++), {
    kind: 'face',
    fields: { faceToken: 'zhang' },
  })
  t.equal(armed, 1)
  await provider.idle()
})

t.test('an id card gives number and name, without its blanks', async t => {
  const userName = '王秀英'
  const padded = { idNo: `${idNo}  `, userName: `${userName}      ` }
  const gb18030 = encodeText(JSON.stringify(padded), 'gb18030')
  for (const command of [
    printing(padded),
    device('bytes', gb18030.toString('hex')),
  ]) {
    t.strictSame(await cardReader(command).read(never, () => {}), {
      kind: 'card',
      fields: { idType: '01', idNo, userName },
    })
  }
})

t.test('none is configured', async t => {
  const none = (symbol: string) => ({ symbol, code: -1 })
  await t.rejects(
    camera([]).read(never, () => t.fail()),
    none('face-none'),
  )
  await t.rejects(
    cardReader([]).read(never, () => t.fail()),
    none('card-none'),
  )
})

t.test('nothing printed means that nobody came', async t => {
  for (const output of ['', ' \r\n']) {
    const command = device('print', output)
    await t.rejects(
      camera(command).read(never, () => {}),
      {
        symbol: 'no-face',
        code: -2,
      },
    )
    await t.rejects(
      cardReader(command).read(never, () => {}),
      {
        symbol: 'no-card',
        code: -2,
      },
    )
  }
})

const garbage: Record<string, string> = {
  'no JSON': 'zhang',
  'no object': '"zhang"',
  null: 'null',
  'a list': '["zhang"]',
  'another member': '{"token":"zhang"}',
  'an empty member': '{"face":" "}',
  'a number': '{"face":1}',
  'control characters': '{"face":"zhang\\u0000"}',
  'JSON cut short': '{"face":"zha',
}

for (const [name, output] of Object.entries(garbage)) {
  t.test(`${name} is no face, and is not repeated`, async t => {
    const command = device('print', output)
    const reading = camera(command).read(never, () => {})
    const failure = await reading.catch(failure => failure)
    t.match(failure, { symbol: 'reader-garbled', code: -1 })
    t.strictSame(failure.parameters, { file: command[0], fields: 'face' })
  })
}

t.test('bytes of no charset are no card', async t => {
  const reading = cardReader(device('bytes', 'ff80')).read(never, () => {})
  await t.rejects(reading, {
    symbol: 'reader-garbled',
    code: -1,
    parameters: { fields: 'idNo, userName' },
  })
})

t.test('a program that fails has its device’s failure', async t => {
  const failing = device('fail', '2')
  await t.rejects(
    camera(failing).read(never, () => {}),
    { symbol: 'face-failed', code: -1, parameters: { reason: 'exit 2' } },
  )
  await t.rejects(
    cardReader(failing).read(never, () => {}),
    { symbol: 'card-failed', code: -1, parameters: { reason: 'exit 2' } },
  )
})

t.test('one person at a time, the next when the device is free', async t => {
  const folder = t.testdir()
  const call = new AbortController()
  const provider = camera(device('wait', join(folder, 'pid')), 1)
  const first = provider.read(call.signal, () => {})
  first.catch(() => {})
  await pidIn(join(folder, 'pid'))
  let armed = false
  const leaves = new AbortController()
  const second = provider.read(leaves.signal, () => {
    armed = true
  })
  const third = provider.read(never, () => t.fail())
  await t.rejects(third, {
    symbol: 'queue-full',
    code: -6,
    parameters: { limit: 1 },
  })
  await sleep(50)
  t.notOk(armed)
  call.abort('caller-left')
  t.equal(await first.catch(reason => reason), 'caller-left')
  while (!armed) await sleep(5)
  leaves.abort('stopping')
  t.equal(await second.catch(reason => reason), 'stopping')
  await provider.idle()
})

t.test('the device is free when its program has ended', async t => {
  const file = join(t.testdir(), 'pid')
  const call = new AbortController()
  const provider = camera(device('stubborn', file))
  const first = provider.read(call.signal, () => {})
  first.catch(() => {})
  const pid = await pidIn(file)
  const next = new AbortController()
  let busy = true
  const second = provider.read(next.signal, () => {
    busy = isAlive(pid)
    next.abort('stopping')
  })
  call.abort('deadline')
  await second.catch(() => {})
  t.notOk(busy)
  await provider.idle()
})

t.test('a call that left while it waited starts nothing', async t => {
  const call = new AbortController()
  const provider = camera(device('wait'), 9)
  const first = provider.read(call.signal, () => {})
  const left = new AbortController()
  const second = provider.read(left.signal, () => t.fail())
  left.abort('caller-left')
  t.equal(await second.catch(reason => reason), 'caller-left')
  call.abort('stopping')
  await first.catch(() => {})
  await provider.idle()
})
