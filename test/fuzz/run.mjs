/**
 * Fuzzes native/wire.c and native/charset.c with clang's libFuzzer:
 * `node test/fuzz/run.mjs [seconds=60]`. Ends with 0 if nothing was found or
 * clang is missing, which it says in a line that begins with "skipped".
 * @module
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SECONDS_DEFAULT = 60
/** Enough for each field; the limits are told from the lengths alone. */
const INPUT_BYTES_MAX = 8192

const root = fileURLToPath(new URL('../..', import.meta.url))
const corpus = fileURLToPath(new URL('corpus', import.meta.url))
const seconds = Number(process.argv[2] ?? SECONDS_DEFAULT)

if (spawnSync('clang', ['--version']).status === 0) process.exitCode = fuzz()
else console.log('skipped: no clang: apt-get install clang')

function fuzz() {
  const folder = mkdtempSync(join(tmpdir(), 'nationec-fuzz-'))
  const target = join(folder, 'wire_fuzz')
  const found = join(folder, 'new')
  mkdirSync(found)
  const status = build(target) || run(target, found, `${folder}/`)
  if (status === 0) {
    rmSync(folder, { recursive: true })
    console.log(`fuzzed for ${seconds} s: nothing found`)
  } else console.log(`what broke it is in ${folder}`)
  return status
}

function build(target) {
  const sources = [
    'test/fuzz/wire_fuzz.c',
    'native/wire.c',
    'native/charset.c',
  ].map(source => join(root, source))
  const sanitizers = '-fsanitize=fuzzer,address,undefined'
  const strict = '-fno-sanitize-recover=undefined'
  return command('clang', [
    ...['-std=c99', '-O1', '-g', sanitizers, strict, '-o', target],
    ...sources,
  ])
}

/** The kept corpus comes second: libFuzzer writes to the first folder only. */
function run(target, found, artifacts) {
  return command(target, [
    `-max_total_time=${seconds}`,
    `-max_len=${INPUT_BYTES_MAX}`,
    `-artifact_prefix=${artifacts}`,
    '-print_final_stats=1',
    found,
    corpus,
  ])
}

function command(program, parameters) {
  return spawnSync(program, parameters, { stdio: 'inherit' }).status ?? 1
}
