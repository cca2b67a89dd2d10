/**
 * Packages of npm that are for Windows alone, so that npm does not install
 * them here.
 * @module
 */
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { run } from './run.mjs'
import { root } from './targets.mjs'

/** Outlives build/windows: what is fetched once is not fetched again. */
const cache = join(root, 'build/cache')

/**
 * The folder of the package, fetched by npm where it is not there yet.
 * Throws where its bytes are not those of `integrity`.
 */
export function download({ name, version, integrity }) {
  const folder = join(cache, `${name.replace('/', '-')}-${version}`)
  if (existsSync(folder)) return folder
  mkdirSync(cache, { recursive: true })
  const options = ['--silent', '--pack-destination', cache]
  const file = run('npm', ['pack', ...options, `${name}@${version}`]).trim()
  const archive = join(cache, file)
  const hash = createHash('sha512').update(readFileSync(archive))
  if (`sha512-${hash.digest('base64')}` !== integrity)
    throw new Error(`${name}@${version}: not the bytes that are expected`)
  const draft = `${folder}.${process.pid}`
  mkdirSync(draft)
  run('tar', ['-xzf', archive, '-C', draft, '--strip-components=1'])
  renameSync(draft, folder)
  rmSync(archive)
  return folder
}
