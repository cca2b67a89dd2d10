/**
 * What of npm's packages is shipped as it is, as package-lock.json has them.
 * @module
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './targets.mjs'

/**
 * Packages that find something beside them by their own path: a binary, or
 * another of their files.
 */
const WHOLE = [
  '@serialport/bindings-cpp',
  'koffi',
  'node-hid',
  'sm-crypto',
  'uplot',
]
/** For compilers. */
const NOT_SHIPPED = ['node-addon-api']
/**
 * Asked for where Node has no SQLite, and where a faster one is wished for.
 * libsql's binary wants a runtime library that a bare Windows does not have.
 */
const NOT_THERE = ['libsql', 'pg-native']

/** What is not put together with our code. */
export const external = [...WHOLE, ...NOT_THERE]

/**
 * The packages that are shipped as they are, and those that they need: their
 * folders below the package's own, such as node_modules/koffi, sorted.
 */
export function wholePackages() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const { packages } = JSON.parse(lock)
  const found = new Set()
  const visit = folder => {
    for (const name of Object.keys(packages[folder].dependencies ?? {})) {
      if (NOT_SHIPPED.includes(name)) continue
      const dependency = resolve(packages, folder, name)
      if (found.has(dependency)) continue
      found.add(dependency)
      visit(dependency)
    }
  }
  for (const name of WHOLE) {
    const folder = resolve(packages, '', name)
    found.add(folder)
    visit(folder)
  }
  return [...found].sort()
}

/** As Node looks for it: the nearest node_modules that has it. */
function resolve(packages, folder, name) {
  const candidate = join(folder, 'node_modules', name)
  if (packages[candidate]) return candidate
  if (folder === '') throw new Error(`${name}: not in package-lock.json`)
  const parent = folder.slice(0, folder.lastIndexOf('node_modules/'))
  return resolve(packages, parent.replace(/\/$/, ''), name)
}
