/**
 * Builds all that runs on Windows, on Linux: `npm run build:windows`. Needs
 * mingw-w64, NSIS and zip, and npm for node.exe; leaves it in build/windows.
 * @module
 */
import { mkdirSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { makeBundle, zip } from './windows/bundle.mjs'
import {
  compileAddons,
  compileLibrary,
  compileProgram,
  compilers,
  compileService,
} from './windows/compile.mjs'
import { filesBelow } from './windows/copy.mjs'
import { download } from './windows/download.mjs'
import { makeInstaller } from './windows/installer.mjs'
import { requireTools } from './windows/run.mjs'
import { output, root, targets } from './windows/targets.mjs'

try {
  await build()
} catch (error) {
  process.stderr.write(`native/build-windows.mjs: ${error.message}\n`)
  process.exitCode = 1
}

async function build() {
  const tools = targets.map(compilers)
  const packers = { zip: 'zip', tar: 'tar', makensis: 'nsis' }
  requireTools(Object.assign(packers, ...tools))
  rmSync(output, { recursive: true, force: true })
  for (const target of targets) compile(target)
  const [x64, x86] = targets
  const bundle = await makeBundle(x64, ['x64', 'x86'])
  for (const folder of [bundle, await makeBundle(x86, ['x86'])]) {
    report(folder, filesBelow(folder))
    report(zip(folder))
  }
  report(makeInstaller(bundle))
}

function compile(target) {
  const folder = join(output, target.bitness)
  mkdirSync(folder, { recursive: true })
  const library = join(folder, 'NationECCode.dll')
  compileLibrary(target, library)
  compileProgram(target, 'native/pos.c', join(folder, 'pos.exe'))
  compileService(target, join(folder, 'nationec-service.exe'))
  const node = join(download(target.node), 'bin/node.exe')
  compileAddons(target, node, folder)
  report(library)
}

function report(path, files = [path]) {
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0)
  const size = `${(bytes / 1e6).toFixed(3)} MB`
  const of = files.length > 1 ? ` in ${files.length} files` : ''
  process.stdout.write(`${relative(root, path)}: ${size}${of}\n`)
}
