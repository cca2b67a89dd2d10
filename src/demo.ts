/**
 * A call from a foreign program to a person's name, with every part real: the
 * sandbox over HTTPS, the daemon at its socket, a scanner at a line of its own,
 * and a program that knows the library by its ABI alone.
 * @module
 */
import { execFile } from 'node:child_process'
import { basename, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { decodeText } from './charset.js'
import { configSchema } from './config/schema.js'
import { startDaemon } from './daemon.js'
import { createLog } from './log.js'
import { makeOwnFolder } from './own-folder.js'
import { libraryPath, posPath } from './paths.js'
import { startSandbox } from './sandbox/sandbox.js'
import { plugDevice } from './scanner/emulators/device.js'
import { MODELS } from './scanner/emulators/index.js'

/** One thing that happened, `ms` after the demo began. */
export interface DemoEvent {
  ms: number
  step: string
  facts: Record<string, unknown>
}

export interface DemoResult {
  /** What NationEcTrans returned. */
  returned: string
  outData: unknown
  ms: number
  steps: DemoEvent[]
}

/** 20 digits in a range that no terminal has. */
const FILING_NUMBER = '99000000000000000001'

/** A device that must be told to look, as most boxes at counters. */
const MODEL = 'newland'

/** The request of a pharmacy that sells over the counter (table B.3). */
const IN_DATA = {
  orgId: 'P99000000001',
  transType: 'ec.query',
  data: {
    orgId: 'P99000000001',
    businessType: '02121',
    operatorId: '001',
    operatorName: '收费员甲',
    officeId: '01',
    officeName: '西药房',
  },
  extra: {},
}

/**
 * Runs the demo in a folder of its own, which it removes. `onEvent` is told of
 * each step as it happens. Rejects where a part cannot be started.
 */
export async function runDemo(
  onEvent: (event: DemoEvent) => void,
): Promise<DemoResult> {
  const startedAt = performance.now()
  const steps: DemoEvent[] = []
  const tell: Tell = (step, facts = {}) => {
    const event = { ms: performance.now() - startedAt, step, facts }
    steps.push(event)
    onEvent(event)
  }
  const atEnd: AtEnd = []
  try {
    const seen = await callOnce(ownFolder(atEnd), tell, atEnd)
    return { ...seen, ms: performance.now() - startedAt, steps }
  } finally {
    for (const end of atEnd.reverse()) await end()
  }
}

type Tell = (step: string, facts?: Record<string, unknown>) => void

/** What is left to do when the demo is over, the last first. */
type AtEnd = (() => Promise<void> | void)[]

/** A state folder for this process; journal and certificate go there. */
function ownFolder(atEnd: AtEnd): string {
  const { NATIONEC_STATE: before } = process.env
  const { folder, remove } = makeOwnFolder('nationec-demo')
  process.env.NATIONEC_STATE = folder
  atEnd.push(() => {
    delete process.env.NATIONEC_STATE
    if (before !== undefined) process.env.NATIONEC_STATE = before
    remove()
  })
  return folder
}

async function callOnce(folder: string, tell: Tell, atEnd: AtEnd) {
  const sandbox = await startSandbox({
    port: 0,
    folder: join(folder, 'sandbox'),
  })
  atEnd.push(sandbox.close)
  tell('sandbox', { url: sandbox.url })

  const scanner = plugDevice(MODELS[MODEL].family)
  atEnd.push(() => scanner.unplug())
  tell('scanner', { plays: MODEL, port: scanner.path })

  const socket = socketIn(folder)
  const config = configSchema.parse({
    terminal: { filing_number: FILING_NUMBER },
    scanner: { path: scanner.path, driver: MODELS[MODEL].driver },
  })
  const daemon = await startDaemon(config, socket, createLog('error'), row => {
    tell(row.step, row.facts)
    if (row.step === 'armed') showCode()
  })
  atEnd.push(async () => {
    daemon.stop()
    await daemon.ended
  })
  tell('daemon', { socket })

  const code = await sandbox.issueCode('zhang')
  function showCode() {
    scanner.show(code)
    tell('gun', { shows: 'zhang', over: scanner.path })
  }

  tell('program', { file: posPath(), library: libraryPath() })
  return runProgram(
    socket,
    `${sandbox.url}/localcfc/api/hsecfc/localQrCodeQuery`,
  )
}

/** Windows has pipes in a place of their own. */
function socketIn(folder: string): string {
  const windows = process.platform === 'win32'
  return windows
    ? `\\\\.\\pipe\\${basename(folder)}`
    : join(folder, 'nationec.sock')
}

/** native/pos.c prints what was returned, then OutData, a line each. */
function runProgram(
  socket: string,
  strUrl: string,
): Promise<{ returned: string; outData: unknown }> {
  const program = [libraryPath(), strUrl, JSON.stringify(IN_DATA)]
  const env = { ...process.env, NATIONEC_SOCKET: socket }
  const options = { env, encoding: 'buffer' } as const
  return new Promise((resolve, reject) => {
    execFile(posPath(), program, options, (error, stdout, stderr) => {
      const [returned, outData] = textOf(stdout).split(/\r?\n/)
      if (!returned || !outData)
        return reject(error ?? new Error(String(stderr)))
      resolve({ returned, outData: JSON.parse(outData) })
    })
  })
}

/** On Windows the program gets its InData in the code page, and the reply. */
function textOf(printed: Buffer): string {
  const text = decodeText(printed, 'utf-8') ?? decodeText(printed, 'gb18030')
  return text ?? ''
}
