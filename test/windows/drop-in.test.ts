/**
 * A vendor's folder: a POS, the library, the bundle, and no installation.
 */
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import t, { type Test } from 'tap'
import { decodeText } from '../../src/charset.js'
import { windowsPath } from './prefix.js'
import { call, loneLibrary, type Seen, startNode } from './terminal.js'
import {
  BITNESSES,
  type Bitness,
  bundle,
  lacking,
  startWindows,
  until,
  type Windows,
} from './wine.js'

t.setTimeout(600_000)

const skip = lacking()
/** The daemon answers it at once, with -5. */
const strUrl = 'ftp://127.0.0.1/'
const COLD_STARTS = 15
const CALLERS = 6
/** Node.js itself takes half a second where nothing else runs. */
const COLD_MS = 45_000

function messageOf({ outData }: Seen): string {
  return JSON.parse(decodeText(outData, 'gb18030') ?? '').message
}

/** Stops the daemon and waits until its pipe is gone. */
async function stopDaemon(windows: Windows): Promise<void> {
  await windows.command('stop')
  await until(async () => !(await windows.command('status')), 'the end')
}

interface DropIn {
  windows: Windows
  library: Record<Bitness, string>
  /** How many daemons were started. */
  starts(): number
}

/** The libraries, each with a bundle beside it that counts its daemons. */
async function dropIn(t: Test): Promise<DropIn> {
  const windows = await startWindows(t)
  const log = join(windows.folder, 'starts')
  const script = [
    `import { appendFileSync } from 'node:fs'`,
    `appendFileSync(${JSON.stringify(windowsPath(log))}, 'x')`,
    `await import(${JSON.stringify(`file:///Z:${bundle('x64')}/bin/nationec.js`)})`,
  ]
  const library = { x86: '', x64: '' }
  for (const bitness of BITNESSES) {
    library[bitness] = await loneLibrary(windows, bitness)
    const folder = join(dirname(library[bitness]), 'nationec')
    await makeBundle(folder, script.join('\n'))
    symlinkSync(bundle('x64', 'node.exe'), join(folder, 'node.exe'))
  }
  const starts = () => (existsSync(log) ? readFileSync(log).length : 0)
  return { windows, library, starts }
}

/** A bundle in which everything but node.exe is there. */
async function makeBundle(folder: string, script: string): Promise<void> {
  await mkdir(join(folder, 'bin'), { recursive: true })
  writeFileSync(join(folder, 'nationec.cmd'), '')
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'bin/nationec.js'), script)
}

t.test('the bundle as it is', { skip }, async t => {
  const windows = await startWindows(t)
  for (const bitness of BITNESSES) {
    const seen = await call(windows, { bitness, strUrl, inData: '{}' })
    t.equal(seen.returned, '-5', bitness)
    t.equal(seen.disturbed, '-')
  }
  const status = await windows.command('status')
  t.match(status, { answered: 2 }, 'one daemon served both')
})

t.test('a library beside the POS', { skip }, async t => {
  const { windows, library, starts } = await dropIn(t)
  const callBy = (bitness: Bitness) =>
    call(windows, { bitness, strUrl, inData: '{}', library: library[bitness] })

  t.test('callers that begin at once start one daemon', async t => {
    const callers = Array.from({ length: CALLERS }, (_, at) =>
      callBy(at % 2 === 0 ? 'x86' : 'x64'),
    )
    for (const { returned } of await Promise.all(callers))
      t.equal(returned, '-5')
    t.equal(starts(), 1)
  })

  t.test(`${COLD_STARTS} cold starts`, async t => {
    const times: number[] = []
    for (let at = 0; at < COLD_STARTS; at++) {
      await stopDaemon(windows)
      const began = performance.now()
      const { returned } = await callBy(at % 2 === 0 ? 'x86' : 'x64')
      t.equal(returned, '-5')
      times.push(Math.round(performance.now() - began))
    }
    t.equal(starts(), 1 + COLD_STARTS)
    t.ok(Math.max(...times) < COLD_MS, `each took ${times.join(', ')} ms`)
    t.comment(`cold starts in ms: ${times.join(', ')}`)
  })
})

t.test('a daemon that nobody calls ends by itself', { skip }, async t => {
  const windows = await startWindows(t)
  const { ended } = startNode(windows, 'x64', ['daemon', '--idle', '1'])
  t.equal((await ended).code, 0)
})

t.test('a library without its bundle names the file', { skip }, async t => {
  const windows = await startWindows(t)
  const library = await loneLibrary(windows, 'x86')
  const options = { bitness: 'x86', strUrl, inData: '{}', library } as const
  const seen = await call(windows, options)
  t.equal(seen.returned, '-1')
  t.match(messageOf(seen), `Z:${dirname(library)}/nationec/node.exe`)
})

t.test('a bundle that lacks a file names it', { skip }, async t => {
  const windows = await startWindows(t)
  const library = await loneLibrary(windows, 'x86')
  const folder = join(dirname(library), 'nationec')
  await mkdir(folder)
  symlinkSync(bundle('x64', 'node.exe'), join(folder, 'node.exe'))
  const options = { bitness: 'x86', strUrl, inData: '{}', library } as const
  const seen = await call(windows, options)
  t.equal(seen.returned, '-1')
  t.match(messageOf(seen), `Z:${folder}/bin/nationec.js`)
})

t.test(
  'a bundle that is broken names what did not start',
  { skip },
  async t => {
    const windows = await startWindows(t)
    const library = await loneLibrary(windows, 'x86')
    const folder = join(dirname(library), 'nationec')
    const node = join(folder, 'node.exe')
    await makeBundle(folder, 'throw new Error()')
    const options = { bitness: 'x86', strUrl, inData: '{}', library } as const

    writeFileSync(node, 'no program')
    const first = await call(windows, options)
    t.equal(first.returned, '-1')
    t.match(messageOf(first), `Z:${node} 未能启动`)

    writeFileSync(node, readFileSync(bundle('x64', 'node.exe')))
    const second = await call(windows, options)
    t.equal(second.returned, '-1')
    t.match(messageOf(second), `Z:${node} 未能启动`)
  },
)
