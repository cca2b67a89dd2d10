/**
 * Where a library is tried: a platform, a scanner, and whoever holds codes
 * before it.
 * @module
 */
import { basename, join } from 'node:path'
import { configSchema } from '../config/schema.js'
import { startDaemon } from '../daemon.js'
import { createLog } from '../log.js'
import { makeOwnFolder } from '../own-folder.js'
import { startSandbox } from '../sandbox/sandbox.js'
import { MODELS, type ModelName } from '../scanner/emulators/index.js'
import {
  askPerson,
  type Presenter,
  plugGunAt,
  plugToldGun,
} from './presenter.js'
import { findSandbox, type SandboxClient } from './sandbox.js'

export interface Stage {
  /** strUrl of ec.query. */
  readonly strUrl: string
  /** Undefined on a platform that gives us no codes: phones do. */
  readonly sandbox: SandboxClient | undefined
  readonly presenter: Presenter
  /** Whether a person has to scan every code. */
  readonly byHand: boolean
  /** For the library's process. */
  readonly variables: NodeJS.ProcessEnv
  /** How long a call may take before it counts as hung, in ms. */
  readonly deadlineMs: number
  close(): Promise<void>
}

export interface StageOptions {
  /** A platform that runs already; our own sandbox by default. */
  url?: string | undefined
  /** Where to plug an emulated gun in for a library with its own driver. */
  scannerLink?: string | undefined
  model?: ModelName
  /** In seconds; by default what is usual there. */
  deadline?: number | undefined
  /** Tells a person at the counter what to do. */
  say?: (text: string) => void
}

/** A call without a scan ends by then, and that is waited for. */
const OWN_DEADLINE_S = 8
/** What is more than a library with a deadline of our own takes. */
const OWN_HUNG_S = 20
/** Programs of the field give 60 seconds. */
const FOREIGN_HUNG_S = 70

/** The demo's 终端备案号, which every sandbox knows. */
const FILING_NUMBER = '99000000000000000001'

const QUERY = '/localcfc/api/hsecfc/localQrCodeQuery'

/**
 * Sets a stage up. With neither `url` nor `scannerLink` all of it is ours: a
 * sandbox, a daemon and a gun on a pseudo-terminal (not on Windows).
 */
export async function setStage(options: StageOptions): Promise<Stage> {
  const atEnd: AtEnd = []
  try {
    const parts = await setUp(options, atEnd)
    return { ...parts, close: () => runAll(atEnd) }
  } catch (error) {
    await runAll(atEnd)
    throw error
  }
}

/** What is left to do at the end, the last first. */
type AtEnd = (() => Promise<void> | void)[]

async function runAll(atEnd: AtEnd): Promise<void> {
  for (let end = atEnd.pop(); end; end = atEnd.pop()) await end()
}

async function setUp(
  options: StageOptions,
  atEnd: AtEnd,
): Promise<Omit<Stage, 'close'>> {
  const { url, scannerLink, model = 'plain', say = () => {} } = options
  const ours = !url && !scannerLink
  const hungAfter = ours ? OWN_HUNG_S : FOREIGN_HUNG_S
  const deadlineMs = (options.deadline ?? hungAfter) * 1000
  const folder = ownFolder(atEnd)
  const { strUrl, pin } = url
    ? { strUrl: url, pin: undefined }
    : await ownSandbox(folder, atEnd)
  const sandbox = await findSandbox(strUrl, pin)
  atEnd.push(() => sandbox?.close())
  const byHand = url !== undefined && !scannerLink
  const common = { strUrl, sandbox, deadlineMs, byHand }
  if (ours) return { ...common, ...(await ownTerminal(folder, atEnd)) }
  const presenter = scannerLink ? plugGunAt(scannerLink, model) : askPerson(say)
  atEnd.push(() => presenter.close())
  return { ...common, presenter, variables: {} }
}

/** A state folder for this process; journal and certificate go there. */
function ownFolder(atEnd: AtEnd): string {
  const { NATIONEC_STATE: before } = process.env
  const { folder, remove } = makeOwnFolder('nationec-certify')
  atEnd.push(() => {
    if (before === undefined) delete process.env.NATIONEC_STATE
    else process.env.NATIONEC_STATE = before
    remove()
  })
  return folder
}

async function ownSandbox(folder: string, atEnd: AtEnd) {
  const sandbox = await startSandbox({
    port: 0,
    folder: join(folder, 'sandbox'),
  })
  atEnd.push(sandbox.close)
  return { strUrl: `${sandbox.url}${QUERY}`, pin: sandbox.fingerprint }
}

async function ownTerminal(folder: string, atEnd: AtEnd) {
  const driver = 'newland' satisfies ModelName
  const presenter = plugToldGun(driver)
  atEnd.push(() => presenter.close())
  process.env.NATIONEC_STATE = folder
  const config = configSchema.parse({
    terminal: { filing_number: FILING_NUMBER },
    scanner: { path: presenter.path, driver: MODELS[driver].driver },
    call: { deadline: OWN_DEADLINE_S },
  })
  const socket = socketIn(folder)
  const log = createLog('silent')
  const daemon = await startDaemon(config, socket, log, ({ step }) => {
    if (step === 'armed') presenter.armed()
  })
  atEnd.push(async () => {
    daemon.stop()
    await daemon.ended
  })
  return { presenter, variables: { NATIONEC_SOCKET: socket } }
}

/** Windows has pipes in a place of their own. */
function socketIn(folder: string): string {
  const windows = process.platform === 'win32'
  return windows
    ? `\\\\.\\pipe\\${basename(folder)}`
    : join(folder, 'nationec.sock')
}
