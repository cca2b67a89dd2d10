/**
 * The folder that a vendor copies beside a POS, and its zip.
 * @module
 */
import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { bundleCode } from './code.mjs'
import { copyFile, copyPackage, filesBelow } from './copy.mjs'
import { download } from './download.mjs'
import { wholePackages } from './packages.mjs'
import { run } from './run.mjs'
import { output, root } from './targets.mjs'
import { thirdParty } from './third-party.mjs'

/** The time of every file in a zip, so that the same files make the same. */
const TIMESTAMP = new Date('2020-01-01T00:00:00Z')
const NATIVE = ['NationECCode.dll', 'nationec.node', 'sm2.node', 'pos.exe']
/** Beside node.exe, which it starts. */
const SERVICE = 'nationec-service.exe'
const PLAIN = ['bin/nationec.js', 'LICENSE', 'native/NationECCode.h']

export const { version } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
)

/**
 * Makes the bundle whose node.exe is of `target`, with the libraries for
 * programs of each of `bitnesses`; its folder.
 */
export async function makeBundle(target, bitnesses) {
  const folder = join(output, `nationec-${version}-windows-${target.bitness}`)
  rmSync(folder, { recursive: true, force: true })
  const whole = [
    ...wholePackages().map(path => [join(root, path), join(folder, path)]),
    koffiBinary(target, folder),
  ]
  const platform = `win32-${target.arch}`
  for (const [from, to] of whole) copyPackage(from, to, platform)
  const inside = await bundleCode(folder)
  for (const file of PLAIN) copyFile(join(root, file), join(folder, file))
  copyFile(
    join(download(target.node), 'bin/node.exe'),
    join(folder, 'node.exe'),
  )
  copyFile(join(output, target.bitness, SERVICE), join(folder, SERVICE))
  copyNative(target, bitnesses, folder)
  const packages = [
    ...whole.map(([from]) => from),
    ...inside.map(path => join(root, path)),
  ]
  writeTexts(target, folder, [...new Set(packages)].sort())
  return folder
}

/** Packs `folder` into a zip beside it; its path. */
export function zip(folder) {
  const file = `${folder}.zip`
  rmSync(file, { force: true })
  const files = filesBelow(folder)
  for (const each of files) utimesSync(each, TIMESTAMP, TIMESTAMP)
  const names = files.map(each =>
    join(basename(folder), relative(folder, each)),
  )
  run('zip', ['-q', '-X', '-9', '-@', file], {
    cwd: output,
    input: names.join('\n'),
    env: { ...process.env, TZ: 'UTC' },
  })
  return file
}

function koffiBinary({ koffi }, folder) {
  return [download(koffi), join(folder, 'node_modules', koffi.name)]
}

/** The daemon's own bitness has the addons too; others the library alone. */
function copyNative({ bitness }, bitnesses, folder) {
  const copy = (each, name) =>
    copyFile(join(output, each, name), join(folder, each, name))
  for (const name of NATIVE) copy(bitness, name)
  for (const each of bitnesses) copy(each, 'NationECCode.dll')
}

function writeTexts({ node }, folder, packages) {
  const write = (name, text) =>
    writeFileSync(join(folder, name), text.replaceAll(/\r?\n/g, '\r\n'))
  write('nationec.cmd', '@"%~dp0node.exe" "%~dp0bin\\nationec.js" %*\n')
  write('nationec.toml', configuration(folder))
  write('package.json', manifest())
  write('THIRD-PARTY.txt', thirdParty(packages, node))
}

/** Every key with its default, in Chinese. */
function configuration() {
  const program = join(root, 'bin/nationec.js')
  const env = { ...process.env, LC_ALL: 'zh_CN.UTF-8', NATIONEC_CONFIG: '' }
  return run(process.execPath, [program, 'config', 'show'], { env })
}

/** What Node reads, also where the folder is used as a package. */
function manifest() {
  const file = readFileSync(join(root, 'package.json'), 'utf8')
  const { name, license, type, main } = JSON.parse(file)
  return `${JSON.stringify({ name, version, license, type, main }, null, 2)}\n`
}
