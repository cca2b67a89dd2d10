/**
 * A terminal as in the field: the daemon in its own process, a sandbox over
 * HTTPS, a gun on a pseudo-terminal, and callers in other languages.
 * @module
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { stringify } from 'smol-toml'
import { readJournal } from '../../src/journal/reader.js'
import type { CallRow, Step } from '../../src/journal/steps.js'
import { libraryPath } from '../../src/paths.js'
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.js'
import {
  plugVirtualScanner,
  type VirtualScanner,
} from '../../src/scanner/virtual.js'
import {
  type CallerName,
  type Callers,
  findCallers,
  type RunningProgram,
  type Seen,
  startProgram,
} from './callers.js'
import { type DaemonProcess, startDaemonProcess } from './daemon-process.js'

export const QUERY = '/localcfc/api/hsecfc/localQrCodeQuery'

/** How often the journal is looked at. */
const POLL_MS = 3
/** What a call does between two steps takes milliseconds. */
const STEP_MS = 20_000
/** A call that is looked for is among the newest. */
const NEWEST = 20

/** What a field ends with: a test, or a program that says so. */
export interface Lifetime {
  teardown(end: () => unknown): unknown
}

/** Tables of nationec.toml. */
export type Settings = Record<string, object>

export interface CallOptions {
  caller?: CallerName
  /** null for a null pointer, which only the caller in Python can pass. */
  strUrl?: string | null
  inData?: string | Buffer | null
  outBytes?: number | null
  library?: string
}

/** A caller that waits for its reply. */
export interface RunningCall extends RunningProgram {
  /** Resolves with the row that the journal has of this step. */
  reached(step: Step): Promise<CallRow>
  /** What the journal has of it so far. */
  steps(): CallRow[]
}

export interface Field {
  folder: string
  callers: Callers
  sandbox: Sandbox
  /** The gun; plugged in when the field is started. */
  scanner: VirtualScanner
  daemon: DaemonProcess
  /** strUrl of the sandbox's query. */
  strUrl: string
  /** For processes that are to find the daemon. */
  environment: NodeJS.ProcessEnv
  /** Starts a program that calls once. */
  call(options?: CallOptions): RunningCall
  /** Has the gun read a fresh code of `person`. */
  show(person?: string): Promise<void>
  /** A call that is shown a fresh code of `person` when it is armed. */
  callAndShow(person?: string, options?: CallOptions): Promise<Seen>
  /** Starts a daemon in the place of the one before. */
  startDaemon(settings?: Settings, wrapper?: readonly string[]): Promise<void>
}

/** Starts everything; all of it ends with `lifetime`, its folder is removed. */
export async function startField(
  lifetime: Lifetime,
  settings: Settings = {},
): Promise<Field> {
  const folder = mkdtempSync(join(tmpdir(), 'nationec-field-'))
  const field = new TestField(
    folder,
    await findCallers(folder),
    await startSandbox({ port: 0, folder: join(folder, 'sandbox') }),
  )
  lifetime.teardown(() => field.stop())
  await field.startDaemon(settings)
  return field
}

class TestField implements Field {
  readonly scanner = plugVirtualScanner()
  readonly strUrl: string
  readonly environment: NodeJS.ProcessEnv
  #daemon: DaemonProcess | undefined
  #calls: RunningCall[] = []

  constructor(
    readonly folder: string,
    readonly callers: Callers,
    readonly sandbox: Sandbox,
  ) {
    this.strUrl = sandbox.url + QUERY
    this.environment = {
      ...process.env,
      NATIONEC_STATE: folder,
      NATIONEC_SOCKET: join(folder, 'nationec.sock'),
      NATIONEC_CONFIG: join(folder, 'nationec.toml'),
    }
  }

  get daemon(): DaemonProcess {
    if (!this.#daemon) throw new Error('no daemon was started')
    return this.#daemon
  }

  async startDaemon(settings: Settings = {}, wrapper: readonly string[] = []) {
    const tables = {
      terminal: { filing_number: '99000000000000000001' },
      scanner: { path: this.scanner.path },
      log: { level: 'warn' },
      ...settings,
    }
    writeFileSync(join(this.folder, 'nationec.toml'), stringify(tables))
    await this.#daemon?.stop()
    this.#daemon = await startDaemonProcess(this.environment, wrapper)
  }

  call(options: CallOptions = {}): RunningCall {
    const { caller = 'c', strUrl = this.strUrl, outBytes = 2048 } = options
    const { inData = requestText(), library = libraryPath() } = options
    const file = join(this.folder, `in-data-${this.#calls.length}`)
    if (inData !== null) writeFileSync(file, inData)
    const running = startProgram(
      [
        ...(this.callers[caller] ?? []),
        library,
        strUrl ?? 'NULL',
        inData === null ? 'NULL' : file,
        String(outBytes ?? 'NULL'),
      ],
      this.environment,
    )
    const steps = () => this.#stepsOf(running.pid)
    const call = { ...running, steps, reached: waitFor(steps, running.seen) }
    this.#calls.push(call)
    return call
  }

  async show(person?: string) {
    await this.scanner.scan(await this.sandbox.issueCode(person ?? 'zhang'))
  }

  async callAndShow(person?: string, options: CallOptions = {}) {
    const call = this.call(options)
    await call.reached('armed')
    await this.show(person)
    return call.seen
  }

  async stop() {
    for (const call of this.#calls) call.kill()
    await this.#daemon?.stop()
    this.scanner.unplug()
    await this.sandbox.close()
    rmSync(this.folder, { recursive: true })
  }

  /** The journal's rows of the call that the process `pid` made. */
  #stepsOf(pid: number): CallRow[] {
    const path = join(this.folder, 'journal.db')
    const journal = readJournal({ path, keyPath: '' })
    try {
      for (const { id } of journal.list({ limit: NEWEST })) {
        const rows = journal.show(id)
        if (rows[0]?.facts.pid === pid) return rows
      }
      return []
    } finally {
      journal.close()
    }
  }
}

/** Waits for a step; a call that ends before it has failed. */
function waitFor(steps: () => CallRow[], seen: Promise<Seen>) {
  return async (step: Step): Promise<CallRow> => {
    let ended = ''
    seen.then(
      ({ returned, outData }) => {
        ended = `${returned} ${outData}`
      },
      error => {
        ended = String(error)
      },
    )
    for (const end = Date.now() + STEP_MS; Date.now() < end; ) {
      const over = ended
      const row = steps().find(row => row.step === step)
      if (row) return row
      if (over) throw new Error(`ended before it was ${step}: ${over}`)
      await sleep(POLL_MS)
    }
    throw new Error(`was not ${step} within ${STEP_MS} ms`)
  }
}

/** The request of a pharmacy (table B.3), with other fields in its data. */
export function requestText(
  fields: Record<string, unknown> = {},
  orgId = 'P99000000001',
): string {
  return JSON.stringify({
    orgId,
    transType: 'ec.query',
    data: {
      orgId,
      businessType: '02121',
      operatorId: '001',
      operatorName: '收费员甲',
      officeId: '01',
      officeName: '西药房',
      ...fields,
    },
    extra: {},
  })
}
