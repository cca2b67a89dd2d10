/**
 * Copies of what runs, without what only developers read.
 * @module
 */
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'

/** What Node or the console's browser loads, and what says whose it is. */
const SHIPPED = /\.(c?js|mjs|json|node|wasm|css)$|^(licen[cs]e|notice|copying)/i
/** Folders of a package that its code never loads. */
const FOR_DEVELOPERS = new Set(
  'benchmark benchmarks doc docs example examples integration test tests types'.split(
    ' ',
  ),
)

export function copyFile(from, to) {
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(from, to)
}

/** The style sheets and pictures of the console, which nobody compiles. */
export function copyConsole(from, to) {
  for (const file of filesBelow(from))
    if (/\.(css|svg)$/.test(file))
      copyFile(file, join(to, relative(from, file)))
}

/** The JavaScript below `from`. */
export function copyCode(from, to) {
  for (const file of filesBelow(from))
    if (file.endsWith('.js')) copyFile(file, join(to, relative(from, file)))
}

/** The package in the folder `from`, with its binary for `platform` alone. */
export function copyPackage(from, to, platform) {
  for (const file of filesBelow(from)) {
    const path = relative(from, file)
    const [top, second] = path.split(sep)
    if (FOR_DEVELOPERS.has(top) || top === 'node_modules') continue
    if (top === 'prebuilds' && second !== platform) continue
    if (SHIPPED.test(basename(path))) copyFile(file, join(to, path))
  }
}

/** Sorted, so that every machine does the same. */
export function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
}
