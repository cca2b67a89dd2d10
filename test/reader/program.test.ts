import { join } from 'node:path'
import t from 'tap'
import {
  KILL_MS,
  OUTPUT_BYTES_MAX,
  runProgram,
} from '../../src/reader/program.js'
import { device, gone, isAlive, pidIn } from './devices.js'

const never = new AbortController().signal

const run = (command: string[], signal = never, onStarted = () => {}) =>
  runProgram(command, 'face-failed', signal, onStarted)

t.test('what it prints is read when it has ended', async t => {
  let started = 0
  const { output, ended } = run(device('print', '{"a":1}'), never, () => {
    started++
  })
  t.equal((await output).toString(), '{"a":1}')
  t.equal(started, 1)
  await ended
})

t.test('no shell takes its arguments apart', async t => {
  const given = '; exit 3 "$HOME" `id` *'
  const { output } = run(device('print', given))
  t.equal((await output).toString(), given)
})

t.test('one that fails says how, and nothing of what it wrote', async t => {
  const { output } = run(device('fail', '3'))
  const failure = await output.catch(failure => failure)
  t.match(failure, { symbol: 'face-failed', code: -1 })
  t.strictSame(failure.parameters, {
    file: process.execPath,
    reason: 'exit 3',
  })
  t.notMatch(failure.sentence('en') + failure.message, /secret|half/)
})

t.test('one that is not there is named', async t => {
  const file = join(t.testdir({ plain: 'no program' }), 'plain')
  for (const [command, reason] of [
    ['/nowhere/camera', 'ENOENT'],
    [file, 'EACCES'],
  ] as const) {
    const { output, ended } = run([command])
    await t.rejects(output, {
      symbol: 'reader-absent',
      code: -1,
      parameters: { file: command, reason },
    })
    await ended
  }
})

t.test('one that does not stop printing is stopped', async t => {
  const { output, ended } = run(device('flood'))
  await t.rejects(output, {
    symbol: 'reader-too-long',
    code: -1,
    parameters: { limit: OUTPUT_BYTES_MAX },
  })
  await ended
})

t.test('the longest output is still read', async t => {
  const longest = 'x'.repeat(OUTPUT_BYTES_MAX)
  const { output } = run(['/bin/sh', '-c', `printf %${longest.length}s ''`])
  t.equal((await output).length, OUTPUT_BYTES_MAX)
})

t.test('the signal ends it, with its reason', async t => {
  const file = join(t.testdir(), 'pid')
  const call = new AbortController()
  const { output, ended } = run(device('wait', file), call.signal)
  const pid = await pidIn(file)
  call.abort('deadline')
  t.equal(await output.catch(reason => reason), 'deadline')
  await ended
  t.notOk(isAlive(pid))
})

t.test('its helpers end with it', async t => {
  const file = join(t.testdir(), 'pid')
  const call = new AbortController()
  const { output, ended } = run(device('helper', file), call.signal)
  const helper = await pidIn(file)
  t.ok(isAlive(helper))
  call.abort('caller-left')
  t.equal(await output.catch(reason => reason), 'caller-left')
  await ended
  await gone(helper)
})

t.test('one that will not end is killed', async t => {
  const file = join(t.testdir(), 'pid')
  const call = new AbortController()
  const { output, ended } = run(device('stubborn', file), call.signal)
  const pid = await pidIn(file)
  const started = Date.now()
  call.abort('deadline')
  await output.catch(() => {})
  t.ok(Date.now() - started < KILL_MS, 'the call does not wait for that')
  await ended
  t.notOk(isAlive(pid))
})

t.test('a call that may not be armed ends it', async t => {
  const { output, ended } = run(device('wait'), never, () => {
    throw new Error('over')
  })
  await t.rejects(output, { message: 'over' })
  await ended
})
