/**
 * Runs a tool to its end.
 * @module
 */
import { spawnSync } from 'node:child_process'
import { root } from './targets.mjs'

/** A compiler takes seconds, a download a minute: after ten it hangs. */
const TOOL_DEADLINE_MS = 600_000
/** The export table of node.exe is the longest. */
const PRINTED_BYTES_MAX = 64 * 1024 * 1024

/** What `file` prints; throws with its own words where it fails. */
export function run(file, parameters, options = {}) {
  const { status, signal, error, stdout, stderr } = spawnSync(
    file,
    parameters,
    {
      cwd: root,
      encoding: 'utf8',
      timeout: TOOL_DEADLINE_MS,
      maxBuffer: PRINTED_BYTES_MAX,
      ...options,
    },
  )
  if (status === 0) return stdout
  const end = status ?? signal ?? error?.code
  throw new Error(`${file} ended with ${end}\n${stdout ?? ''}${stderr ?? ''}`)
}

/** Throws with the command that installs what is missing of `tools`. */
export function requireTools(tools) {
  const missing = Object.keys(tools).filter(
    tool => spawnSync(tool, ['--version']).error,
  )
  if (missing.length === 0) return
  const packages = [...new Set(missing.map(tool => tools[tool]))].join(' ')
  throw new Error(
    `${missing.join(', ')}: not found: apt-get install ${packages}`,
  )
}
