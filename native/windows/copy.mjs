/**
 * Copies of what runs, without what only developers read.
 * @module
 */
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
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

export function writeFile(file, text) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

/** What is below `from`, without what TypeScript alone reads. */
export function copyTree(from, to) {
  for (const file of filesBelow(from))
    if (!/(\.ts|\.map|tsconfig\.json)$/.test(file))
      copyFile(file, join(to, relative(from, file)))
}

/** The package in the folder `from`, with its binary for `platform` alone. */
export function copyPackage(from, to, platform) {
  for (const file of filesBelow(from)) {
    const path = relative(from, file)
    const [top, second] = path.split(sep)
    if (FOR_DEVELOPERS.has(top) || top === 'node_modules') continue
    if (top === 'prebuilds' && !second.endsWith(platform)) continue
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
