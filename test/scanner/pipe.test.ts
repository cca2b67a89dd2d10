/**
 * The pipe's end of the scanner's way. Elsewhere than on Windows Node.js takes
 * such a name for that of a socket in the working folder, which serves as well.
 */
import { chmodSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import type { Failure } from '../../src/failure.js'
import { isPipe } from '../../src/scanner/pipe.js'
import { holdPort } from '../../src/scanner/port.js'
import { plugPipe } from '../../src/scanner/virtual-pipe.js'
import { shortFolder } from '../bridge/socket-caller.js'

const baudRate = 9600
const PATH = '\\\\.\\pipe\\gun'

function plug(t: Test) {
  const scanner = plugPipe(PATH)
  t.teardown(scanner.unplug)
  return scanner
}

/** The pipe held, with what it said. */
async function hold(path: string) {
  const seen = { text: '', lost: [] as Failure[] }
  const port = await holdPort(
    { path, baudRate },
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

t.beforeEach(t => {
  const before = process.cwd()
  process.chdir(shortFolder(t))
  t.teardown(() => process.chdir(before))
})

t.test('a pipe is told by the form of its path', async t => {
  for (const path of [PATH, '\\\\?\\pipe\\a', '\\\\.\\PIPE\\com_1'])
    t.ok(isPipe(path), path)
  for (const path of ['COM3', '\\\\.\\COM11', '/dev/ttyACM0', './pipe/gun', ''])
    t.notOk(isPipe(path), path)
})

t.test('what is sent goes both ways, and nothing from before', async t => {
  const scanner = plug(t)
  let told = ''
  scanner.listen(bytes => {
    told += bytes
  })
  await scanner.scan('before')
  const port = await hold(scanner.path)
  await port.send(Buffer.from('trigger'))
  await until(() => told !== '')
  await scanner.scan('after', '\r\n')
  await until(() => port.seen.text.length >= 7)
  t.equal(told, 'trigger')
  t.equal(port.seen.text, 'after\r\n')
  await port.release()
})

t.test('a pipe that is let go can be had again', async t => {
  const scanner = plug(t)
  const first = await hold(scanner.path)
  await first.release()
  await first.release()
  const second = await hold(scanner.path)
  await second.send(Buffer.from('x'))
  await scanner.scan('x')
  await until(() => second.seen.text !== '')
  t.strictSame(first.seen, { text: '', lost: [] })
  await second.release()
})

t.test('a pipe that is not there', async t => {
  await t.rejects(hold(PATH), {
    symbol: 'scanner-absent',
    code: -1,
    parameters: { path: PATH },
  })
})

t.test('a pipe of somebody else', async t => {
  plug(t)
  chmodSync(PATH, 0)
  const root = process.geteuid?.() === 0
  if (root) process.seteuid?.(65534)
  const refused = await hold(PATH).catch(error => error)
  if (root) process.seteuid?.(0)
  t.match(refused, { symbol: 'scanner-denied', code: -1 })
})

t.test('a pipe whose server ends is lost', async t => {
  const scanner = plug(t)
  const port = await hold(scanner.path)
  await port.send(Buffer.from('x'))
  scanner.unplug()
  scanner.unplug()
  await until(() => port.seen.lost.length > 0)
  t.match(port.seen.lost[0], { symbol: 'scanner-unplugged' })
  const { symbol, code } = await port.send(Buffer.from('x')).catch(e => e)
  t.strictSame([symbol, code], ['scanner-unplugged', -1])
  await port.release()
  await scanner.scan('nobody is there')
})

t.test('a name that cannot be served', async t => {
  plug(t)
  t.throws(() => plugPipe(PATH), { message: PATH })
  t.throws(() => plugPipe('none/gun'), { message: 'none/gun' })
})
