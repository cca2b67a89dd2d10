import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import t from 'tap'
import { addon } from '../../src/addon.js'
import { callAddon, LOCAL, LONG_MS } from './native-callers.js'

/** Far below the 60 s that an unreleased caller would wait. */
const ENDED_MS = 20_000

async function runProcess(way: string): Promise<string> {
  const script = fileURLToPath(new URL('serving-process.js', import.meta.url))
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [script, way],
    { timeout: ENDED_MS },
  )
  return stdout
}

async function startWorker(handler: string): Promise<Worker> {
  const script = new URL('serving-worker.js', import.meta.url)
  const worker = new Worker(script, { workerData: handler })
  await once(worker, 'message')
  return worker
}

t.test('a process that only serves ends by itself', async t => {
  t.equal(await runProcess('idle'), '')
})

t.test('process.exit() releases callers and ends', async t => {
  await t.resolves(runProcess('exit'))
})

t.test('a handler that throws closes its call, uncaught', async t => {
  t.equal(await runProcess('throw'), `thrown by the handler\n${LOCAL.CLOSED}\n`)
})

for (const handler of ['silent', 'spin']) {
  t.test(`terminating a worker (${handler}) releases callers`, async t => {
    const worker = await startWorker(handler)
    const waiting = [callAddon('{}', LONG_MS), callAddon('{}', LONG_MS)]
    await once(worker, 'message')
    await worker.terminate()
    for (const { result } of await Promise.all(waiting)) {
      t.equal(result, LOCAL.CLOSED)
    }
    t.equal((await callAddon('{}', LONG_MS)).result, LOCAL.NOBODY)
  })
}

t.test('process.exit() in a worker releases callers', async t => {
  const ended = once(await startWorker('exit'), 'exit')
  t.equal((await callAddon('{}', LONG_MS)).result, LOCAL.CLOSED)
  await ended
})

t.test('only the thread that serves can stop, and blocks others', async t => {
  const worker = await startWorker('silent')
  t.throws(() => addon.serveLocalCalls(() => {}), /in this process already/)
  addon.stopLocalCalls()
  const waiting = callAddon('{}', LONG_MS)
  await once(worker, 'message')
  await worker.terminate()
  t.equal((await waiting).result, LOCAL.CLOSED)
})

t.test('callers amid the end of many workers all return', async t => {
  for (let round = 0; round < 5; round++) {
    const worker = await startWorker('silent')
    const calls = Array.from({ length: 6 }, () => callAddon('{}', LONG_MS))
    await worker.terminate()
    for (const { result } of await Promise.all(calls)) {
      t.ok(result !== LOCAL.TIMED_OUT && result !== LOCAL.REPLIED)
    }
  }
  addon.serveLocalCalls((_, answer) => answer(Buffer.of(), Buffer.of()))
  t.equal((await callAddon('{}', LONG_MS)).result, LOCAL.REPLIED)
  addon.stopLocalCalls()
})
