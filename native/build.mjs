/**
 * Builds the addon and the library (binding.gyp) when the package is
 * installed. JavaScript, because it runs before TypeScript is compiled.
 * Nothing is downloaded: the headers are those that came with this Node.
 * @module
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A build takes seconds: one of ten minutes hangs. */
const BUILD_DEADLINE_MS = 600_000
/** More than all compilers' warnings together; spawnSync wants a bound. */
const LOG_BYTES_MAX = 16 * 1024 * 1024

const require = createRequire(import.meta.url)
const root = dirname(dirname(fileURLToPath(import.meta.url)))

try {
  if (!isBuilt()) build()
} catch (error) {
  process.stderr.write(`native/build.mjs: ${error.message}\n`)
  process.exitCode = 1
}

function build() {
  requireTools()
  const nodedir = headersFolder()
  const gyp = require.resolve('node-gyp/bin/node-gyp.js')
  const started = Date.now()
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    [gyp, 'configure', 'build', '--jobs', 'max'],
    {
      cwd: root,
      // node-gyp lets the variable win over its option.
      env: { ...process.env, npm_config_nodedir: nodedir },
      encoding: 'utf8',
      timeout: BUILD_DEADLINE_MS,
      maxBuffer: LOG_BYTES_MAX,
    },
  )
  if (status !== 0)
    throw new Error(`${stdout}${stderr}node-gyp ended with ${status ?? signal}`)
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  process.stdout.write(`nationec: native parts built in ${seconds} s\n`)
}

/** npx runs this again, for a link to the package that it stands in. */
function isBuilt() {
  const built = ['nationec.node', 'libNationECCode.so', 'pos'].map(name =>
    join(root, 'build/Release', name),
  )
  if (!built.every(existsSync)) return false
  const sources = readdirSync(join(root, 'native')).map(name =>
    join(root, 'native', name),
  )
  const age = file => statSync(file).mtimeMs
  const newest = Math.max(...[...sources, join(root, 'binding.gyp')].map(age))
  return Math.min(...built.map(age)) > newest
}

function requireTools() {
  const tools = [process.env.CC ?? 'cc', process.env.CXX ?? 'c++']
  const missing = [...tools, 'make', 'python3'].filter(
    tool => spawnSync(tool, ['--version']).status !== 0,
  )
  if (missing.length > 0)
    throw new Error(
      `${missing.join(', ')}: not found, and the native parts are compiled ` +
        'here: apt-get install build-essential python3',
    )
}

/** The folder that has include/node/node_api.h of this Node. */
function headersFolder() {
  const candidates = [
    process.env.npm_config_nodedir,
    dirname(dirname(process.execPath)),
    process.config.variables.node_prefix,
  ].filter(Boolean)
  const found = candidates.find(folder =>
    existsSync(join(folder, 'include/node/node_api.h')),
  )
  if (found) return found
  throw new Error(
    `include/node/node_api.h: not found in ${candidates.join(', ')}: ` +
      "Node's own tarball and NodeSource's nodejs have it; with Debian's " +
      'nodejs: apt-get install libnode-dev; elsewhere set npm_config_nodedir',
  )
}
