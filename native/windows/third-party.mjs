/**
 * THIRD-PARTY.txt: whose work is in a bundle, and under which licence.
 * @module
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const LICENCE_FILE = /^(licen[cs]e|notice|copying)/i
const LINE = '-'.repeat(72)

/** In every program and library that mingw-w64 links here. */
const RUNTIME = {
  title: 'mingw-w64, libgcc, libstdc++ and winpthreads',
  licence:
    'public domain and MIT (mingw-w64, winpthreads); GPL-3.0 with the GCC ' +
    'Runtime Library Exception 3.1 (libgcc, libstdc++)',
  texts: ['/usr/share/doc/mingw-w64-common/copyright'],
}

/**
 * The text for packages in `folders` and the Node.js of `node`, {version}.
 * Throws where a package names no licence.
 */
export function thirdParty(folders, node) {
  const entries = [nodeEntry(node), RUNTIME, ...folders.map(packageEntry)]
  const list = entries.map(({ title, licence }) => `${title}: ${licence}`)
  return [
    'Software of others in this folder, each under its own licence.',
    list.join('\n'),
    ...entries.map(fullText),
  ].join('\n\n')
}

function fullText({ title, licence, texts }) {
  const found = texts.filter(existsSync)
  const text = found.map(file => readFileSync(file, 'utf8').trim())
  return [LINE, `${title}: ${licence}`, ...text].join('\n\n')
}

function packageEntry(folder) {
  const file = readFileSync(join(folder, 'package.json'), 'utf8')
  const { name, version, license } = JSON.parse(file)
  if (!license) throw new Error(`${name}: names no licence`)
  const texts = readdirSync(folder).filter(file => LICENCE_FILE.test(file))
  return {
    title: `${name} ${version}`,
    licence: license,
    texts: texts.sort().map(file => join(folder, file)),
  }
}

/** The text that came with the Node.js of this machine. */
function nodeEntry({ version }) {
  const prefix = dirname(dirname(process.execPath))
  const candidates = ['LICENSE', 'share/doc/nodejs/LICENSE']
  const texts = candidates.map(file => join(prefix, file)).filter(existsSync)
  if (texts.length === 0)
    throw new Error(`the licence of Node.js: not found below ${prefix}`)
  return {
    title: `Node.js ${version}, with the libraries inside it`,
    licence: 'MIT and others',
    texts: texts.slice(0, 1),
  }
}
