/**
 * Without an input device on the build machine: that a descriptor is watched
 * is shown on pseudo-terminals, and of the grab only that it is asked for.
 */
import { once } from 'node:events'
import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import t, { type Test } from 'tap'
import { addon } from '../../src/addon.js'
import { addonPath } from '../../src/paths.js'

function openLine(t: Test) {
  const { controller, line } = addon.openPseudoTerminal()
  let isOpen = true
  const unplug = () => {
    if (isOpen) for (const fd of [line, controller]) closeSync(fd)
    isOpen = false
  }
  t.teardown(unplug)
  return { controller, line, unplug }
}

t.test('who watches is told of bytes, until it has seen enough', async t => {
  const { controller, line } = openLine(t)
  const bytes = Buffer.alloc(16)
  const seen: string[] = []
  const stop = addon.watchReadable(controller, () => {
    seen.push(bytes.toString('latin1', 0, readSync(controller, bytes)))
  })
  writeSync(line, 'one')
  await sleep(20)
  writeSync(line, 'two')
  await sleep(20)
  stop()
  stop()
  writeSync(line, 'three')
  await sleep(20)
  t.strictSame(seen, ['one', 'two'])
})

t.test('the listener may end the watching itself', async t => {
  const { controller, line } = openLine(t)
  let calls = 0
  const stop = addon.watchReadable(controller, () => {
    calls++
    stop()
  })
  writeSync(line, 'x')
  await sleep(20)
  t.equal(calls, 1)
})

t.test('a line that hangs up is told of', async t => {
  const { controller, line } = addon.openPseudoTerminal()
  const told = new Promise<void>(resolve => {
    const stop = addon.watchReadable(controller, () => {
      stop()
      resolve()
    })
  })
  closeSync(line)
  await told
  closeSync(controller)
  t.pass('told')
})

t.test('a worker that ends while it watches takes nothing along', async t => {
  const { controller } = openLine(t)
  const worker = new Worker(
    `const { workerData, parentPort } = require('node:worker_threads')
     const addon = require(workerData.path)
     addon.watchReadable(workerData.fd, () => {})
     parentPort.postMessage('watching')`,
    { eval: true, workerData: { path: addonPath(), fd: controller } },
  )
  await once(worker, 'message')
  await worker.terminate()
  t.pass('ended')
})

t.test('what cannot be grabbed or watched is said', async t => {
  const fd = openSync('/dev/null', 'r')
  t.throws(() => addon.grabInput(fd), { code: 'ENOTTY' })
  t.throws(() => addon.watchReadable(fd, () => {}), { code: 'EPERM' })
  closeSync(fd)
  t.throws(() => addon.grabInput(fd), { code: 'EBADF' })
})
