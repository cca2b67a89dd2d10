/**
 * The pipe between the library and the daemon: crowds, and other programs in
 * the daemon's place.
 */
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { decodeText } from '../../src/charset.js'
import { compile, WINDOWS_LIBRARY } from '../native/build.js'
import { windowsPath } from './prefix.js'
import { startScript } from './script.js'
import { call, loneLibrary } from './terminal.js'
import {
  bundle,
  lacking,
  type Running,
  startWindows,
  until,
  type Windows,
} from './wine.js'

t.setTimeout(600_000)

const skip = lacking()
const strUrl = 'https://127.0.0.1/'
/** Everybody may do everything; the owner is a guest, or an administrator. */
const OTHERS = 'O:BGD:P(A;;GA;;;WD)'
const OURS = 'O:BAD:P(A;;GA;;;WD)'
const CLIENTS = 12
const CALLS = 200
const THREADS = 8
const SHORT_MS = 400

/** A bridge that answers every call with its own orgId. */
async function startBridge(windows: Windows): Promise<Running> {
  const bridge = await startScript(windows, 'x64', 'constant-bridge', [
    windows.pipe,
  ])
  await until(() => bridge.printed().includes('ready'), 'the bridge')
  return bridge
}

async function squat(windows: Windows, sddl: string, ...answer: string[]) {
  const program = await windows.program('squatter', 'x64')
  const server = windows.start(program, [windows.pipe, sddl, ...answer])
  await until(() => server.printed().includes('ready'), 'the other program')
  return server
}

/** Calls a library that has no bundle beside it. */
async function callAlone(t: Test, windows: Windows, own?: string) {
  const library = own ?? (await loneLibrary(windows, 'x86'))
  const inData = '{"orgId":"病人"}'
  const options = { bitness: 'x86', strUrl, inData, library } as const
  const seen = await call(windows, options)
  const outData = JSON.parse(decodeText(seen.outData, 'utf-8') ?? '')
  t.equal(String(outData.code), seen.returned)
  return outData
}

t.test('a crowd', { skip }, async t => {
  const windows = await startWindows(t)
  await startBridge(windows)
  const many = async (bitness: 'x86' | 'x64', threads: number, calls: number) =>
    windows.run(await windows.program('many', bitness), [
      windowsPath(bundle('x64', bitness, 'NationECCode.dll')),
      String(threads),
      String(calls),
    ])

  t.test(`${CLIENTS} programs of both bitnesses`, async t => {
    const began = performance.now()
    const ended = await Promise.all(
      Array.from({ length: CLIENTS }, (_, at) =>
        many(at % 2 === 0 ? 'x86' : 'x64', 1, CALLS),
      ),
    )
    for (const { code, stdout } of ended) {
      t.equal(code, 0)
      t.equal(stdout.toString().trim(), String(CALLS))
    }
    const ms = Math.round(performance.now() - began)
    t.comment(`${CLIENTS * CALLS} calls in ${ms} ms`)
  })

  t.test(`${THREADS} threads of a 32-bit program`, async t => {
    const { code, stdout } = await many('x86', THREADS, CALLS)
    t.equal(code, 0)
    t.equal(stdout.toString().trim(), String(THREADS * CALLS))
  })
})

t.test("a pipe of another user's program is refused", { skip }, async t => {
  const windows = await startWindows(t)
  const server = await squat(windows, OTHERS)
  const outData = await callAlone(t, windows)
  t.equal(outData.code, -4)
  t.match(outData.message, /其他用户/)
  t.match(server.printed(), /^0 bytes/m)
  t.notMatch(server.printed(), /^[1-9]\d* bytes/m, 'nothing was sent')
})

t.test('our own program that is no daemon is garbled', { skip }, async t => {
  const windows = await startWindows(t)
  await squat(windows, OURS, 'HTTP/1.1 400 Bad Request')
  const outData = await callAlone(t, windows)
  t.equal(outData.code, -1)
  t.match(outData.message, /无法识别/)
})

t.test('a server that is silent is left at the deadline', { skip }, async t => {
  const windows = await startWindows(t)
  await squat(windows, OURS)
  const library = join(windows.folder, 'NationECCode.dll')
  await compile(
    library,
    [...WINDOWS_LIBRARY, 'native/NationECCode32.def'],
    [
      `-DNEC_DEADLINE_DEFAULT_MS=${SHORT_MS}u`,
      ...['-shared', '-static', '-lole32'],
    ],
    'i686-w64-mingw32-gcc',
  )
  const began = performance.now()
  const outData = await callAlone(t, windows, library)
  t.equal(outData.code, -3)
  const ms = performance.now() - began
  t.ok(ms >= SHORT_MS && ms < 20 * SHORT_MS, `${ms} ms`)
})

t.pass('a daemon does not share its pipe', {
  skip: 'Wine 8 has no FILE_FLAG_FIRST_PIPE_INSTANCE',
})
t.pass('users of other rights call, serve or stop', {
  skip: 'Wine has one user and no access control of pipes',
})
