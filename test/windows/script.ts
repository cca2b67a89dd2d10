/**
 * Scripts of the tests on a bundle's node.exe, with what the bundle has: they
 * look into rooms to which no command leads.
 * @module
 */
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packagePath } from '../../src/paths.js'
import { windowsPath } from './prefix.js'
import { type Bitness, bundle, type Running, type Windows } from './wine.js'

const { bundleScript }: { bundleScript(entry: string, file: string): void } =
  await import(packagePath('native/windows/code.mjs'))

/** Starts test/windows/`name`.ts; a path among `parameters` may be of Linux. */
export async function startScript(
  windows: Windows,
  bitness: Bitness,
  name: string,
  parameters: readonly string[],
): Promise<Running> {
  const script = join(likeBundle(windows, bitness), `${name}.js`)
  await bundleScript(packagePath(`dist/test/windows/${name}.js`), script)
  const own = parameters.map(value =>
    value.startsWith('/') ? windowsPath(value) : value,
  )
  const node = bundle(bitness, 'node.exe')
  return windows.start(node, [windowsPath(script), ...own])
}

/** A folder with the bundle's binaries, and room for a script. */
function likeBundle({ folder }: Windows, bitness: Bitness): string {
  const like = join(folder, `like-${bitness}`)
  if (existsSync(like)) return like
  mkdirSync(join(like, 'bin'), { recursive: true })
  writeFileSync(join(like, 'bin/nationec.js'), '')
  writeFileSync(join(like, 'package.json'), '{"type":"module"}')
  for (const name of [bitness, 'node_modules'])
    symlinkSync(bundle(bitness, name), join(like, name))
  return like
}
