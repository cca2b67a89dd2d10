/**
 * Our JavaScript with that of the packages it uses, in a few files: Windows
 * opens a file slowly, and a program at the till waits until the daemon that
 * it has started has opened them all. Only what can be reached is in them.
 * @module
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { build } from 'esbuild'
import { copyTree, filesBelow, writeFile } from './copy.mjs'
import { external } from './packages.mjs'
import { root } from './targets.mjs'

const sources = join(root, 'dist/src')
/** What bin/nationec.js runs, and what a kiosk in Node imports. */
const ENTRIES = ['cli/main.js', 'index.js']
/** What our code names by a path beside its own: a script, or a folder. */
const BESIDE = /new URL\('([\w./-]+)', import\.meta\.url\)/g
/** A folder of the repository that our code reads. */
const READ = /packagePath\('(src\/[\w./-]+)'\)/g
/** Stands for import.meta.url of our file of that name, until it is placed. */
const PLACE = /globalThis\.placeOf\("([^"]+)"\)/g
/**
 * A package that is loaded when it is needed. Of one in the older module system
 * Node gives each export by its name, the bundler all of them as the default.
 */
const LATER = /\bimport\('(?!node:)[^.'][^']*'\)/g
/** A file of a package that would be looked for beside ours. */
const HIDDEN = /\brequire\d*\("\.{1,2}\/[^"]*"\)/

const OPTIONS = {
  absWorkingDir: root,
  bundle: true,
  external,
  format: 'esm',
  platform: 'node',
  // Its other form hides from the bundler what it requires.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  target: 'node22',
  legalComments: 'none',
  logLevel: 'error',
  // Packages of the older module system ask for Node's own modules by it.
  banner: {
    js:
      "import { createRequire as requireOf } from 'node:module'\n" +
      'const require = requireOf(import.meta.url)',
  },
}

/**
 * Writes dist/src of the bundle in `folder`; the folders of the packages that
 * are in it, sorted.
 */
export async function bundleCode(folder) {
  const scripts = [...named(BESIDE)].filter(file => file.endsWith('.js'))
  const outdir = join(folder, 'dist/src')
  const built = await build({
    ...OPTIONS,
    entryPoints: [...ENTRIES.map(entry => join(sources, entry)), ...scripts],
    outbase: sources,
    outdir,
    splitting: true,
    metafile: true,
    write: false,
    plugins: [{ name: 'own', setup: prepareOwn }],
  })
  for (const { path, text } of built.outputFiles) {
    const [hidden] = HIDDEN.exec(text) ?? []
    if (hidden) throw new Error(`${path}: ${hidden} is not in the bundle`)
    writeFile(path, placed(text, dirname(path), outdir))
  }
  copyFolders(folder)
  return packagesIn(built.metafile)
}

/**
 * Writes `file`, a program of the one script at `entry`, which is to lie in the
 * folder of a bundle or in one like it.
 */
export async function bundleScript(entry, file) {
  await build({ ...OPTIONS, entryPoints: [entry], outfile: file })
}

/** The files and folders that our code names as `pattern` tells. */
function named(pattern) {
  const found = new Set()
  for (const file of filesBelow(sources).filter(file => file.endsWith('.js'))) {
    const base = pattern === READ ? root : dirname(file)
    for (const [, path] of readFileSync(file, 'utf8').matchAll(pattern))
      found.add(resolve(base, path))
  }
  return found
}

/** Our own files, before they are put together. */
function prepareOwn({ onLoad }) {
  onLoad({ filter: /\.js$/ }, ({ path }) => {
    const name = relative(sources, path)
    if (name.startsWith('..')) return undefined
    const place = `globalThis.placeOf(${JSON.stringify(name)})`
    const contents = readFileSync(path, 'utf8')
      .replaceAll('import.meta.url', place)
      .replaceAll(LATER, '$&.then(all => ({ ...all.default, ...all }))')
    return { contents }
  })
}

/** `text` of a file in `folder`, with the marks of `prepareOwn` replaced. */
function placed(text, folder, outdir) {
  return text.replaceAll(PLACE, (_, name) => {
    const path = `./${relative(folder, join(outdir, name))}`
    return `new URL(${JSON.stringify(path)}, import.meta.url).href`
  })
}

function copyFolders(folder) {
  for (const path of [...named(BESIDE), ...named(READ)])
    if (existsSync(path) && !path.endsWith('.js'))
      copyTree(path, join(folder, relative(root, path)))
}

/** Of whose files something was written. */
function packagesIn({ outputs }) {
  const files = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([file]) => file),
  )
  const folders = files.map(
    file => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1],
  )
  return [...new Set(folders.filter(Boolean))].sort()
}
