/**
 * Where this installation's files are.
 * @module
 */
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const packageRoot = findPackageRoot(dirname(fileURLToPath(import.meta.url)))
const windows = process.platform === 'win32'

/** The folder of package.json. */
export function packagePath(...parts: string[]): string {
  return join(packageRoot, ...parts)
}

/** The library that foreign programs load. */
export function libraryPath(): string {
  return nativePath(windows ? 'NationECCode.dll' : 'libNationECCode.so')
}

/** The native addon of the daemon. */
export function addonPath(): string {
  return nativePath('nationec.node')
}

/** SM2 by Node's OpenSSL, which not every runtime can load. */
export function sm2AddonPath(): string {
  return nativePath('sm2.node')
}

/** The small POS program of native/pos.c, as a caller of the library. */
export function posPath(): string {
  return nativePath(windows ? 'pos.exe' : 'pos')
}

/**
 * Where the library looks for the daemon, the same rule as
 * native/transport_posix.c: $NATIONEC_SOCKET, else the system's place for
 * root, else the user's.
 */
export function socketPath(): string {
  if (process.env.NATIONEC_SOCKET) return process.env.NATIONEC_SOCKET
  if (windows) return '\\\\.\\pipe\\nationec'
  const user = process.env.XDG_RUNTIME_DIR
  if (process.geteuid?.() === 0 || !user) return '/run/nationec/nationec.sock'
  return join(user, 'nationec.sock')
}

/**
 * Where the daemon listens for nationec status and stop. On Windows a pipe of
 * its own, which only administrators and the daemon's user may write to: a
 * named pipe does not tell who calls.
 */
export function controlPath(socket: string): string {
  return windows ? `${socket}.control` : socket
}

/**
 * The folder for what outlives a run: journal, keys, the sandbox's
 * certificate. $NATIONEC_STATE, else the system's place for root, else the
 * user's (XDG base directories).
 */
export function statePath(...parts: string[]): string {
  return join(stateRoot(), ...parts)
}

function stateRoot(): string {
  if (process.env.NATIONEC_STATE) return process.env.NATIONEC_STATE
  if (windows)
    return join(process.env.ProgramData ?? 'C:\\ProgramData', 'nationec')
  if (process.geteuid?.() === 0) return '/var/lib/nationec'
  const home = process.env.XDG_STATE_HOME ?? join(homedir(), '.local/state')
  return join(home, 'nationec')
}

/** A bundle for Windows has a folder for each bitness instead. */
function nativePath(name: string): string {
  const bitness = process.arch === 'ia32' ? 'x86' : 'x64'
  return packagePath(windows ? bitness : 'build/Release', name)
}

function findPackageRoot(folder: string): string {
  if (existsSync(join(folder, 'bin/nationec.js'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('bin/nationec.js: not found')
  return findPackageRoot(parent)
}
