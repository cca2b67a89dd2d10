/**
 * Wine's prefixes, each a Windows with its drive C and its COM ports.
 * @module
 */
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { packagePath } from '../../src/paths.js'

const wineFolder = packagePath('build/wine')
/** What test files share. */
export const sharedPrefix = join(wineFolder, 'prefix')
/** In which nothing has run yet. */
const freshPrefix = join(wineFolder, 'fresh')
/** Wine itself on a busy machine. */
const TOOL_MS = 180_000

/** The COM ports of the prefix, each a link that a test may lay. */
const COM_FIRST = 11
const COM_LAST = 40
export type ComPort = `COM${number}`

/** Lets `port` lead to the terminal at `path`. */
export function plug(port: ComPort, path: string): void {
  const link = portLink(port)
  rmSync(link, { force: true })
  symlinkSync(path, link)
}

/**
 * A prefix of which `folder` is the only user: nothing has run in it yet. Its
 * server ends with its last program.
 */
export function copyPrefix(folder: string): void {
  makePrefixes()
  tool('cp', ['-a', freshPrefix, folder])
}

/** Makes what test files share, and what is copied for those that install. */
export function makePrefixes(): void {
  mkdirSync(join(wineFolder, 'ports'), { recursive: true })
  makeOnce(freshPrefix, draft => {
    const env = wineEnvironment(draft)
    const wine = (...parameters: string[]) => tool('wine', parameters, env)
    wine('wineboot', '-i')
    wine('winecfg', '-v', 'win10')
    const ports = join(draft, 'ports.reg')
    writeFileSync(ports, portKeys())
    wine('regedit', windowsPath(ports))
    // It fails where the server has ended by itself.
    spawnSync('wineserver', ['-k'], { env })
  })
  makeOnce(sharedPrefix, draft => tool('cp', ['-a', freshPrefix, draft]))
}

/**
 * Under another name, so that `folder` is whole where it is found and two test
 * files that begin at once do no harm.
 */
function makeOnce(folder: string, make: (draft: string) => void): void {
  if (existsSync(folder)) return
  const draft = `${folder}.${process.pid}`
  make(draft)
  try {
    renameSync(draft, folder)
  } catch {
    rmSync(draft, { recursive: true })
  }
}

function tool(file: string, parameters: string[], env = process.env): void {
  const options = { env, timeout: TOOL_MS } as const
  const { status, error } = spawnSync(file, parameters, options)
  if (status !== 0) throw error ?? new Error(`${file}: ended with ${status}`)
}

/** Where Wine looks for each COM port, as regedit reads it. */
function portKeys(): string {
  const keys = ['REGEDIT4', '', '[HKEY_LOCAL_MACHINE\\Software\\Wine\\Ports]']
  for (let number = COM_FIRST; number <= COM_LAST; number++)
    keys.push(`"COM${number}"="${portLink(`COM${number}`)}"`)
  return `${keys.join('\r\n')}\r\n`
}

function portLink(port: ComPort): string {
  return join(wineFolder, 'ports', port.toLowerCase())
}

/** Chinese, so that the ANSI code page is 936. */
export function wineEnvironment(folder: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    WINEPREFIX: folder,
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'mscoree,mshtml=',
    LC_ALL: 'zh_CN.UTF-8',
  }
}

/** A file of this machine as programs of Windows name it. */
export function windowsPath(path: string): string {
  return `Z:${path.replaceAll('/', '\\')}`
}
