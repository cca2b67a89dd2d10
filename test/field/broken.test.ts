/**
 * Parts that are missing, die, sleep or are pulled out: the caller is told at
 * once, and what is put right works again.
 * @module
 */
import { once } from 'node:events'
import { renameSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { SerialPort } from 'serialport'
import t, { type Test } from 'tap'
import { CODE_BYTES_MAX } from '../../src/scanner/driver.js'
import {
  plugVirtualScanner,
  type VirtualScanner,
} from '../../src/scanner/virtual.js'
import { compile, LIBRARY } from '../native/build.js'
import { startBadPlatform } from './bad-platform.js'
import { parse, type Seen } from './callers.js'
import { requestText, startField } from './harness.js'

/** "At once" for a person, and on a machine that does other things. */
const AT_ONCE_MS = 2000
/** How often a time is taken; the best counts, a busy machine spoils some. */
const MEASUREMENTS = 3
/** The deadline of a library that is not told another by its daemon. */
const SHORT_MS = 500
/** Many daemons are started here. */
const ALL_MS = 120_000

t.setTimeout(ALL_MS)
const platform = await startBadPlatform(t, t.testdir())
const field = await startField(t)

function checkFailure(t: Test, seen: Seen, code: number, message: RegExp) {
  const answer = parse(seen)
  t.equal(seen.returned, String(code))
  t.equal(answer.code, code)
  t.match(answer.message, message)
  t.strictSame(answer.data, {})
}

async function checkCall(t: Test) {
  const seen = await field.callAndShow('wang')
  t.equal(seen.returned, '0000', 'the next call works')
  t.equal(parse(seen).data.userName, '王秀英')
}

/** The shortest of some times, in ms. */
async function best(measure: () => Promise<number>): Promise<number> {
  let shortest = Number.POSITIVE_INFINITY
  for (let turn = 0; turn < MEASUREMENTS; turn++) {
    shortest = Math.min(shortest, await measure())
  }
  return shortest
}

t.test('without a daemon a call ends within 200 ms', async t => {
  await field.daemon.stop()
  const shortest = await best(async () => {
    const seen = await field.call().seen
    checkFailure(t, seen, -1, /未启动/)
    return seen.ms
  })
  t.ok(shortest < 200, `${shortest} ms`)
})

t.test('a daemon that is killed', async t => {
  const settings = { platforms: [platform] }
  await field.startDaemon(settings)

  t.test('while it waits for a scan', async t => {
    const call = field.call()
    await call.reached('armed')
    await checkKilled(t, call.seen)
  })

  t.test('while it waits for the platform', async t => {
    const call = field.call({ strUrl: `${platform.url}hangs` })
    await call.reached('armed')
    await field.show()
    await call.reached('sent')
    await checkKilled(t, call.seen)
  })

  async function checkKilled(t: Test, seen: Promise<Seen>) {
    const killed = performance.now()
    await field.daemon.kill('SIGKILL')
    checkFailure(t, await seen, -1, /断开/)
    t.ok(performance.now() - killed < AT_ONCE_MS)
    await field.startDaemon(settings)
    await checkCall(t)
  }
})

t.test('a daemon that is told to end answers those who wait', async t => {
  await field.startDaemon()
  const call = field.call()
  await call.reached('armed')
  await field.daemon.kill('SIGTERM')
  checkFailure(t, await call.seen, -1, /正在停止/)
  await field.startDaemon()
  await checkCall(t)
})

t.test('a daemon that sleeps does not hold its callers', async t => {
  await field.startDaemon()
  const library = join(field.folder, 'libShortDeadlines.so')
  const flags = ['-fPIC', '-shared', `-DNEC_DEADLINE_DEFAULT_MS=${SHORT_MS}u`]
  await compile(library, LIBRARY, flags)
  field.daemon.pause()
  const seen = await field.call({ library }).seen
  checkFailure(t, seen, -3, /未在时限内应答/)
  t.ok(seen.ms >= SHORT_MS, `${seen.ms} ms`)
  t.ok(seen.ms < SHORT_MS + AT_ONCE_MS, `${seen.ms} ms`)
  field.daemon.resume()
  await checkCall(t)
})

t.test('without a configured scanner', async t => {
  await field.startDaemon({ scanner: { path: '' } })
  checkFailure(t, await field.call().seen, -1, /未找到扫码设备/)
})

t.test('a port that does not exist', async t => {
  const path = '/dev/nationec-none'
  await field.startDaemon({ scanner: { path } })
  checkFailure(t, await field.call().seen, -1, /找不到扫码设备/)
})

t.test('a scanner that is pulled out and plugged in elsewhere', async t => {
  const link = join(field.folder, 'scanner')
  const first = plugInAt(link)
  await field.startDaemon({ scanner: { path: link } })

  const armed = field.call()
  await armed.reached('armed')
  const pulled = performance.now()
  first.unplug()
  checkFailure(t, await armed.seen, -1, /已断开/)
  t.ok(performance.now() - pulled < AT_ONCE_MS)
  checkFailure(t, await field.call().seen, -1, /扫码设备/)

  const second = plugInAt(link)
  t.teardown(() => second.unplug())
  const call = field.call()
  await call.reached('armed')
  await second.scan(await field.sandbox.issueCode('ji'))
  t.equal((await call.seen).returned, '0000', 'without a new daemon')
})

/** As udev keeps /dev/serial/by-id. */
function plugInAt(link: string): VirtualScanner {
  const scanner = plugVirtualScanner()
  symlinkSync(scanner.path, `${link}-draft`)
  renameSync(`${link}-draft`, link)
  return scanner
}

t.test('nothing is scanned until the deadline', async t => {
  await field.startDaemon({ call: { deadline: 0.5 } })
  const seen = await field.call().seen
  checkFailure(t, seen, -2, /未扫到/)
  t.ok(seen.ms >= 250 && seen.ms < AT_ONCE_MS, `${seen.ms} ms`)
})

t.test('two callers at once', async t => {
  await field.startDaemon()

  t.test('are served one after the other, each its own person', async t => {
    const [first, second] = await twoCalls()
    await field.show('zhang')
    t.equal(parse(await first.seen).data.userName, '张三')
    await second.reached('armed')
    await field.show('ji')
    const answer = parse(await second.seen)
    t.equal(answer.data.userName, '𠮷小川')
    t.equal(answer.orgId, 'P99000000002')
  })

  t.test('the second has the turn that the first let pass', async t => {
    await field.startDaemon({ call: { deadline: 3 } })
    const first = field.call()
    await first.reached('armed')
    await sleep(1000)
    const second = field.callAndShow('ji')
    checkFailure(t, await first.seen, -2, /未扫到/)
    t.equal(parse(await second).data.userName, '𠮷小川')
  })

  t.test('the second gets -6 at once where none may wait', async t => {
    await field.startDaemon({ call: { waiting: 0 } })
    const first = field.call()
    await first.reached('armed')
    checkFailure(t, await field.call().seen, -6, /超过 0 个/)
    await field.show('zhang')
    t.equal((await first.seen).returned, '0000')
  })

  t.test('a call gets -6 while another program has the scanner', async t => {
    const { path } = field.scanner
    const holder = new SerialPort({ path, baudRate: 9600 })
    await once(holder, 'open')
    checkFailure(t, await field.call().seen, -6, /占用/)
    await new Promise(resolve => holder.close(resolve))
    await checkCall(t)
  })
})

/** The first is armed, the second waits for its turn. */
async function twoCalls() {
  const first = field.call()
  await first.reached('armed')
  const second = field.call({ inData: requestText({}, 'P99000000002') })
  await second.reached('received')
  return [first, second] as const
}

t.test('a killed caller frees the scanner within 100 ms', async t => {
  await field.startDaemon()
  const shortest = await best(async () => {
    const [first, second] = await twoCalls()
    const killed = Date.now()
    first.kill()
    const { at } = await second.reached('armed')
    await field.show('wang')
    t.equal((await second.seen).returned, '0000')
    return at - killed
  })
  t.ok(shortest <= 100, `${shortest} ms`)
})

t.test('what is scanned', async t => {
  await field.startDaemon()
  const good = '1'.repeat(20)

  for (const [name, code] of Object.entries({
    'an escape sequence': `\u001b[2J${good}`,
    'a NUL': `${good}\0`,
    'bytes of no charset': Buffer.from([0xff, 0xff, 0x80]),
    '10 KB': good.repeat(512),
    'a byte more than any code': '1'.repeat(CODE_BYTES_MAX + 1),
  })) {
    t.test(`${name} is no code`, async t => {
      const call = field.call()
      await call.reached('armed')
      await field.scanner.scan(code)
      checkFailure(t, await call.seen, -2, /重新扫码/)
      await checkCall(t)
    })
  }

  t.test('empty lines are nothing', async t => {
    const call = field.call()
    await call.reached('armed')
    await field.scanner.scan('', '\r\n\r\n\n\r')
    await sleep(100)
    t.strictSame(call.steps().at(-1)?.step, 'armed')
    await field.show('ji')
    t.equal(parse(await call.seen).data.userName, '𠮷小川')
  })

  t.test('a code from before the call is not used', async t => {
    await field.show('zhang')
    await sleep(50)
    const call = field.call()
    await call.reached('armed')
    await sleep(200)
    t.strictSame(call.steps().at(-1)?.step, 'armed')
    await field.show('ji')
    t.equal(parse(await call.seen).data.userName, '𠮷小川')
  })

  t.test('of two codes in one breath the first counts', async t => {
    const call = field.call()
    await call.reached('armed')
    const codes = await Promise.all(
      ['wang', 'zhang'].map(id => field.sandbox.issueCode(id)),
    )
    await field.scanner.scan(codes.join('\r'))
    t.equal(parse(await call.seen).data.userName, '王秀英')
    await checkCall(t)
  })
})

/**
 * A limit of file size stands in for a full disk. Node goes on where a file
 * has reached it; tap's hooks, which come in NODE_OPTIONS, would not.
 */
t.test('a journal that cannot be written stops no call', async t => {
  for (const [name, blocks] of [
    ['from the beginning', 1],
    ['after some calls', 100],
  ] as const) {
    t.test(name, async t => {
      const journal = { path: join(field.folder, `full-${blocks}.db`) }
      const limited = `unset NODE_OPTIONS; ulimit -f ${blocks}; exec "$0" "$@"`
      await field.startDaemon({ journal }, ['sh', '-c', limited])
      for (let turn = 0; turn < 10; turn++) {
        const seen = await callAndKeepShowing()
        t.equal(seen.returned, '0000')
      }
      t.match(field.daemon.log(), /"journal"/)
    })
  }
})

/** For a daemon that keeps no journal to read when it is armed. */
async function callAndKeepShowing(): Promise<Seen> {
  const showing = setInterval(() => void field.show(), 50)
  try {
    return await field.call().seen
  } finally {
    clearInterval(showing)
  }
}
