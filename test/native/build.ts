/**
 * Compiles and runs the C of this room: tests that print TAP, and programs.
 * @module
 */
import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Test } from 'tap'
import { packagePath } from '../../src/paths.js'

const run = promisify(execFile)

/** A compiler takes a second or two: one of two minutes hangs. */
const COMPILE_MS = 120_000

export const WARNINGS = [
  '-std=c99',
  '-Wall',
  '-Wextra',
  '-Werror',
  '-Wshadow',
  '-Wconversion',
  '-Wsign-conversion',
  '-Wstrict-prototypes',
]

/** The library's sources on POSIX, as binding.gyp has them. */
export const LIBRARY = [
  'native/shim.c',
  'native/sentence.c',
  'native/wire.c',
  'native/charset.c',
  'native/transport_posix.c',
]

/** The library's sources on Windows, as native/windows/compile.mjs has them. */
export const WINDOWS_LIBRARY = [
  'native/shim.c',
  'native/sentence.c',
  'native/wire.c',
  'native/charset.c',
  'native/transport_win.c',
  'native/start_win.c',
  'native/owner_win.c',
]

/** What the tests of the library need beside it. */
export const HARNESS = [
  'test/native/tap.c',
  'test/native/daemon.c',
  'test/native/expect.c',
]

/** Deadlines that a test can wait for. */
export const SHORT_DEADLINES = [
  '-DNEC_DEADLINE_DEFAULT_MS=200u',
  '-DNEC_DEADLINE_MAX_MS=600u',
]

/** The ways in which a C test is built. */
const BUILDS = {
  plain: [],
  'address and undefined': [
    '-fsanitize=address,undefined',
    '-fno-sanitize-recover=undefined',
  ],
  thread: ['-fsanitize=thread'],
}

/** A folder that lives as long as the test. */
export function temporaryFolder(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'nationec-native-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  return folder
}

/**
 * Compiles C to `output`; the paths of `sources` are the package's.
 * @throws with the compiler's own words
 */
export async function compile(
  output: string,
  sources: readonly string[],
  flags: readonly string[] = [],
  compiler = process.env.CC ?? 'cc',
): Promise<string> {
  const files = sources.map(source => packagePath(source))
  const parameters = [...WARNINGS, '-O1', '-g', '-o', output, ...files]
  await run(compiler, [...parameters, ...flags], { timeout: COMPILE_MS })
  return output
}

/** Compiles native/ to a library as it is shipped, with the usual deadlines. */
export function compileLibrary(folder: string): Promise<string> {
  const flags = ['-O2', '-fPIC', '-fvisibility=hidden', '-shared']
  return compile(join(folder, 'libNationECCode.so'), LIBRARY, flags)
}

/**
 * A test that runs test/native/`name`_test.c in each build, and pinned to one
 * core, where threads meet otherwise. What this machine lacks is a skip that
 * says so.
 */
export function cTest(
  t: Test,
  name: string,
  sources: readonly string[],
  flags: readonly string[] = [],
  ...parameters: string[]
): void {
  t.test(name, async t => {
    const folder = temporaryFolder(t)
    const all = [`test/native/${name}_test.c`, ...sources]
    const usual = ['-pthread', '-Wl,-z,now', ...flags]
    for (const [build, sanitizer] of Object.entries(BUILDS)) {
      const output = join(folder, build.replaceAll(' ', '-'))
      if (!canLink(folder, sanitizer)) {
        t.pass(build, { skip: 'apt-get install libasan8 libubsan1 libtsan2' })
        continue
      }
      await compile(output, all, [...usual, ...sanitizer])
      await t.spawn(output, parameters, {}, build)
    }
    await onOneCore(t, join(folder, 'plain'), parameters)
  })
}

async function onOneCore(t: Test, program: string, parameters: string[]) {
  if (spawnSync('taskset', ['--version']).status !== 0)
    t.pass('one core', { skip: 'apt-get install util-linux' })
  else
    await t.spawn(
      'taskset',
      ['-c', '0', program, ...parameters],
      {},
      'one core',
    )
}

function canLink(folder: string, sanitizer: readonly string[]): boolean {
  const source = join(folder, 'empty.c')
  writeFileSync(source, 'int main(void) { return 0; }\n')
  const output = join(folder, 'empty')
  const compiler = process.env.CC ?? 'cc'
  return spawnSync(compiler, [source, '-o', output, ...sanitizer]).status === 0
}
