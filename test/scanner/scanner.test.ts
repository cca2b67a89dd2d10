import { setTimeout as sleep } from 'node:timers/promises'
import { inspect } from 'node:util'
import t, { type Test } from 'tap'
import { encodeText } from '../../src/charset.js'
import { CODE_BYTES_MAX } from '../../src/scanner/driver.js'
import { plain } from '../../src/scanner/drivers/plain.js'
import { holdPort, type PortSettings } from '../../src/scanner/port.js'
import type { Device } from '../../src/scanner/reading.js'
import {
  createScanner,
  SAME_CODE_MS,
  type Scanner,
  type ScannerSettings,
} from '../../src/scanner/scanner.js'
import { plugVirtualScanner } from '../../src/scanner/virtual.js'
import { usual } from './stream.js'

/** By then the port waits for bytes (see pseudo-terminal.test.ts). */
const POLLING_MS = 200

const never = new AbortController().signal

const portOf = ({ path }: { path: string }): PortSettings => ({
  path,
  baudRate: 9600,
})

const deviceOf = (gun: { path: string }): Device => ({
  port: portOf(gun),
  driver: plain,
  framing: usual,
})

/** A gun, and the scanner that reads it. */
function plug(t: Test, settings: Partial<ScannerSettings> = {}) {
  const gun = plugVirtualScanner()
  t.teardown(gun.unplug)
  const scanner = createScanner({
    find: async () => [deviceOf(gun)],
    waiting: 8,
    ...settings,
  })
  t.teardown(() => scanner.idle())
  return { gun, scanner }
}

/** A scan that has begun; resolves when it is armed. */
async function arm(scanner: Scanner, signal = never) {
  let code: Promise<string> | undefined
  await new Promise<void>((resolve, reject) => {
    code = scanner.scan(signal, resolve)
    code.catch(reject)
  })
  return { code: code as Promise<string> }
}

t.test('a code is read after it was armed, not before', async t => {
  const { gun, scanner } = plug(t)
  await gun.scan('4240000000000001')
  const { code } = await arm(scanner)
  await gun.scan('4240000000000002')
  t.equal(await code, '4240000000000002')
})

t.test('one scan after the other, each with its own code', async t => {
  const { gun, scanner } = plug(t)
  for (const text of ['1', '2', '3']) {
    const { code } = await arm(scanner)
    await gun.scan(`${text}\rscanned for nobody`)
    t.equal(await code, text)
  }
})

t.test('calls wait for their turn, in their order', async t => {
  const { gun, scanner } = plug(t)
  const armed: number[] = []
  const codes = [0, 1, 2].map(index =>
    scanner.scan(never, () => {
      armed.push(index)
      gun.scan(`code ${index}`)
    }),
  )
  t.equal(scanner.waiting, 2)
  t.strictSame(await Promise.all(codes), ['code 0', 'code 1', 'code 2'])
  t.strictSame(armed, [0, 1, 2])
  t.equal(scanner.waiting, 0)
})

t.test('one call more than may wait is refused at once', async t => {
  const { gun, scanner } = plug(t, { waiting: 1 })
  const { code } = await arm(scanner)
  const leaves = new AbortController()
  const waits = scanner.scan(leaves.signal, () => {})
  await t.rejects(
    scanner.scan(never, () => {}),
    {
      symbol: 'queue-full',
      code: -6,
      parameters: { limit: 1 },
    },
  )
  leaves.abort('caller-left')
  await waits.catch(() => {})
  const next = scanner.scan(never, () => gun.scan('next'))
  await gun.scan('first')
  t.equal(await code, 'first')
  t.equal(await next, 'next', 'who left makes room')
})

t.test('where none may wait, one is served all the same', async t => {
  const { gun, scanner } = plug(t, { waiting: 0 })
  const { code } = await arm(scanner)
  const refused = scanner.scan(never, () => {})
  await t.rejects(refused, { symbol: 'queue-full', code: -6 })
  await gun.scan('x')
  t.equal(await code, 'x')
})

t.test('a call that ends while it waits is never armed', async t => {
  const { gun, scanner } = plug(t)
  const { code } = await arm(scanner)
  const leaves = new AbortController()
  let armed = false
  const waits = scanner.scan(leaves.signal, () => {
    armed = true
  })
  leaves.abort('caller-left')
  t.equal(await waits.catch(reason => reason), 'caller-left')
  await gun.scan('x')
  t.equal(await code, 'x')
  await sleep(20)
  t.notOk(armed)
})

t.test('a call that ends lets the device go', async t => {
  const { gun, scanner } = plug(t)
  const leaves = new AbortController()
  const { code } = await arm(scanner, leaves.signal)
  leaves.abort('deadline')
  t.equal(await code.catch(reason => reason), 'deadline')
  await scanner.idle()
  const port = await holdPort(
    portOf(gun),
    () => {},
    () => {},
  )
  await port.release()
})

t.test('a call that ended before it began opens nothing', async t => {
  const { scanner } = plug(t)
  const scan = scanner.scan(AbortSignal.abort('stopping'), () =>
    t.fail('was armed'),
  )
  t.equal(await scan.catch(reason => reason), 'stopping')
})

t.test('what was scanned is read in either charset', async t => {
  const { gun, scanner } = plug(t)
  for (const charset of ['utf-8', 'gb18030'] as const) {
    const { code } = await arm(scanner)
    await gun.scan(encodeText('ec:张三𠮷', charset))
    t.equal(await code, 'ec:张三𠮷', charset)
  }
})

t.test('what is no code is refused, and the next scan works', async t => {
  const { gun, scanner } = plug(t)
  const cases: [Buffer | string, string][] = [
    [Buffer.from([0x31, 0xff, 0xff]), 'code-garbled'],
    ['1\u0000', 'code-garbled'],
    ['1\u001b[2J', 'code-garbled'],
    ['1\t2', 'code-garbled'],
    ['1\u0085', 'code-garbled'],
    ['x'.repeat(CODE_BYTES_MAX + 1), 'code-too-long'],
  ]
  for (const [at, [scanned, symbol]] of cases.entries()) {
    const { code } = await arm(scanner)
    gun.scan(scanned)
    await t.rejects(code, { symbol, code: -2 })
    const next = await arm(scanner)
    await gun.scan(`good ${at}`)
    t.equal(await next.code, `good ${at}`)
  }
})

t.test('what is no text is kept for the journal alone', async t => {
  const { gun, scanner } = plug(t)
  const { code } = await arm(scanner)
  await gun.scan(Buffer.from([0x34, 0xff, 0xff]))
  const failure = await code.catch(error => error)
  t.strictSame(failure.sealed, { scanned: '34ffff' })
  t.notMatch(inspect(failure), '34ffff')
})

t.test('the same code again is no answer to the next call', async t => {
  const { gun, scanner } = plug(t)
  const first = await arm(scanner)
  await gun.scan('4240000000000001')
  t.equal(await first.code, '4240000000000001')
  const next = await arm(scanner)
  await gun.scan('4240000000000001')
  await gun.scan('4240000000000002')
  t.equal(await next.code, '4240000000000002')
})

t.test('after a while the same code counts again', async t => {
  const { gun, scanner } = plug(t)
  for (const _ of [1, 2]) {
    const { code } = await arm(scanner)
    await gun.scan('4240000000000001')
    t.equal(await code, '4240000000000001')
    await sleep(SAME_CODE_MS)
  }
})

t.test('a second code is kept out of the next call', async t => {
  const { gun, scanner } = plug(t)
  const first = await arm(scanner)
  await gun.scan('first\rglued\rhalf of one', '')
  t.equal(await first.code, 'first')
  const armed = arm(scanner)
  await gun.scan(' and its rest')
  const { code } = await armed
  await gun.scan('second')
  t.equal(await code, 'second')
})

t.test('the longest QR code is read', async t => {
  const { gun, scanner } = plug(t)
  const longest = 'x'.repeat(CODE_BYTES_MAX)
  const { code } = await arm(scanner)
  await gun.scan(longest)
  t.equal(await code, longest)
})

t.test('without a scanner a call ends at once', async t => {
  const { scanner } = plug(t, { find: async () => [] })
  const scan = scanner.scan(never, () => t.fail('was armed'))
  await t.rejects(scan, { symbol: 'scanner-none', code: -1 })
})

t.test('a scanner that cannot be opened fails one call', async t => {
  const { gun, scanner } = plug(t)
  const other = await holdPort(
    portOf(gun),
    () => {},
    () => {},
  )
  await t.rejects(arm(scanner), {
    symbol: 'scanner-held-by',
    code: -6,
    parameters: { pid: process.pid },
  })
  await other.release()
  const { code } = await arm(scanner)
  await gun.scan('x')
  t.equal(await code, 'x', 'it is not held any more')
})

t.test('unplugged while armed: the call fails, so does the next', async t => {
  const { gun, scanner } = plug(t)
  const { code } = await arm(scanner)
  await sleep(POLLING_MS)
  gun.unplug()
  await t.rejects(code, { symbol: 'scanner-unplugged', code: -1 })
  await t.rejects(arm(scanner), { symbol: 'scanner-absent', code: -1 })
})
