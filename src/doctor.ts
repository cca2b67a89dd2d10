/**
 * Examines this machine the way a call would use it. Holds nothing personal,
 * so that its output may be sent to somebody who helps.
 * @module
 */
import { accessSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import { loadConfig } from './config/load.js'
import { type Config, defaultConfig } from './config/schema.js'
import { examineTerminal, type RegistryWord } from './examine-terminal.js'
import { Failure } from './failure.js'
import { addonPath, libraryPath, socketPath } from './paths.js'
import { readEndpoint } from './sandbox-endpoint.js'
import { type Found, findDevices } from './scanner/locate.js'
import { tryOpen } from './scanner/try-open.js'
import { wantedScanners } from './scanner/wanted.js'
import {
  systemLocale,
  type TextKey,
  type TextParameters,
  text,
} from './texts/index.js'

/** One thing that was looked at. */
export interface Finding {
  /** What was looked at: node, native, config, terminal, … */
  about: string
  well: boolean
  /** The fact and, where it is not well, the cure. */
  sentence: string
}

/** Looks at everything; `configFile` as --config names it. Never rejects. */
export async function diagnose(configFile?: string): Promise<Finding[]> {
  const config = examineConfig(configFile)
  return [
    good('node', 'doctor.node', { version: process.version }),
    examineNative(),
    config.finding,
    ...(await examineIdentity(config.config)),
    ...(await examineScanners(config.config)),
    examinePlatforms(config.config),
    await examineDaemon(),
  ]
}

function examineNative(): Finding {
  try {
    createRequire(import.meta.url)(addonPath())
    accessSync(libraryPath(), constants.R_OK)
    return good('native', 'doctor.native', { path: libraryPath() })
  } catch (error) {
    return bad('native', 'doctor.native.bad', { reason: reasonOf(error) })
  }
}

function examineConfig(path: string | undefined) {
  try {
    const loaded = loadConfig({ path })
    const finding = loaded.path
      ? good('config', 'doctor.config', { path: loaded.path })
      : bad('config', 'doctor.config.none')
    return { config: loaded.config, finding }
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error)
    const finding = { about: 'config', well: false, sentence }
    return { config: defaultConfig, finding }
  }
}

/** The number, the card toward each platform, and the registry's word. */
async function examineIdentity(config: Config): Promise<Finding[]> {
  const report = await examineTerminal(config)
  const { filingNumber: number, sides, registry, application } = report
  const cards = sides.map(({ url, choice, change }) => {
    if (!change) return good('card', 'doctor.card', { ...choice, url })
    const sentence = change.sentence(systemLocale())
    return { about: 'card', well: false, sentence }
  })
  const terminal = number
    ? good('terminal', 'doctor.terminal', { number })
    : bad('terminal', 'doctor.terminal.bad')
  const applied = application && {
    about: 'terminal',
    well: false,
    sentence: application.sentence,
  }
  return [applied ?? terminal, ...cards, ...(registry ? [hear(registry)] : [])]
}

function hear({ verdict, sentence }: RegistryWord): Finding {
  return { about: 'registry', well: verdict?.ok ?? false, sentence }
}

/** Opens each as a call does, and lets it go. */
async function examineScanners(config: Config): Promise<Finding[]> {
  const found = await findDevices(wantedScanners(config))
  const none = [bad('scanner', 'doctor.scanner.none')]
  return found.length === 0 ? none : Promise.all(found.map(examineScanner))
}

async function examineScanner(found: Found): Promise<Finding> {
  const tried = await tryOpen(found)
  if (!(tried instanceof Failure)) {
    return good('scanner', 'doctor.scanner', { path: tried.path })
  }
  const sentence = tried.sentence(systemLocale())
  if (!tried.cause) return { about: 'scanner', well: false, sentence }
  const reason = reasonOf(tried.cause)
  return bad('scanner', 'doctor.scanner.bad', { sentence, reason })
}

function examinePlatforms({ platforms }: Config): Finding {
  const urls = platforms.map(({ url }) => url)
  const sandbox = readEndpoint()?.url
  const list = [...urls, ...(sandbox ? [sandbox] : [])].join(', ')
  if (!list) return bad('platform', 'doctor.platform.none')
  return good('platform', 'doctor.platform', { list })
}

/** The addon may be what is broken, so the client is loaded here. */
async function examineDaemon(): Promise<Finding> {
  const socket = socketPath()
  try {
    const { askDaemon } = await import('./bridge/client.js')
    const status = (await askDaemon(socket, 'status')) as { pid: number }
    if (!status) throw new Error('ENOENT')
    return good('daemon', 'doctor.daemon', { socket, pid: status.pid })
  } catch (error) {
    const reason = reasonOf(error)
    return bad('daemon', 'doctor.daemon.bad', { socket, reason })
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return code ?? message
}

function good(about: string, key: TextKey, facts?: TextParameters): Finding {
  return { about, well: true, sentence: text(key, facts) }
}

function bad(about: string, key: TextKey, facts?: TextParameters): Finding {
  return { about, well: false, sentence: text(key, facts) }
}
