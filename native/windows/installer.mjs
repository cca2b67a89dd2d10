/**
 * The installer of a bundle, made by NSIS.
 * @module
 */
import { join } from 'node:path'
import { version } from './bundle.mjs'
import { run } from './run.mjs'
import { output, root } from './targets.mjs'

/** What makensis takes for now, so that the same files make the same. */
const SOURCE_DATE_EPOCH = '1577836800'

/** Packs the bundle in `folder` into an installer beside it; its path. */
export function makeInstaller(folder) {
  const file = join(output, `nationec-${version}-setup.exe`)
  const definitions = { VERSION: version, BUNDLE: folder, OUTPUT: file }
  const parameters = Object.entries(definitions).map(
    ([name, value]) => `-D${name}=${value}`,
  )
  const script = join(root, 'native/windows/installer.nsi')
  run('makensis', ['-V2', '-WX', ...parameters, script], {
    env: { ...process.env, SOURCE_DATE_EPOCH },
  })
  return file
}
