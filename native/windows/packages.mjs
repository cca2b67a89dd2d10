/**
 * The packages that run, as package-lock.json has them.
 * @module
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './targets.mjs'

/**
 * Needed to compile, or where Node has no SQLite. libsql's binary asks for a
 * runtime library that a bare Windows does not have.
 */
const NOT_SHIPPED = ['node-addon-api', 'node-gyp', 'libsql']

/** Their folders below the package's own, such as node_modules/zod, sorted. */
export function shippedPackages() {
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
  visit('')
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
