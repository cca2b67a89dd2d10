import { execFile, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t, { type Test } from 'tap'
import { packagePath } from '../../src/paths.js'
import {
  compile,
  compileLibrary,
  LIBRARY,
  temporaryFolder,
  WARNINGS,
  WINDOWS_LIBRARY,
} from './build.js'

const run = promisify(execFile)

/** The Windows builds: what a 32-bit caller looks for has three spellings. */
const WINDOWS = [
  {
    target: 'i686-w64-mingw32',
    package: 'gcc-mingw-w64-i686',
    bits: 32,
    names: ['NationEcTrans', 'NationEcTrans@12', '_NationEcTrans@12'],
  },
  {
    target: 'x86_64-w64-mingw32',
    package: 'gcc-mingw-w64-x86-64',
    bits: 64,
    names: ['NationEcTrans'],
  },
]
/** On every Windows since XP. */
const SYSTEM_DLLS = ['advapi32.dll', 'kernel32.dll', 'msvcrt.dll', 'ole32.dll']

t.test('the library shows NationEcTrans and needs libc alone', async t => {
  const library = await compileLibrary(temporaryFolder(t))
  const symbols = await output('nm', ['-D', '--defined-only', library])
  t.same(matches(symbols, /\S+$/gm), ['NationEcTrans'])
  const dynamic = await output('objdump', ['-p', library])
  t.same(matches(dynamic, /(?<=NEEDED\s+)\S+/g), ['libc.so.6'])
})

t.test('each header compiles alone', async t => {
  const headers = ['NationECCode', 'charset', 'local', 'transport', 'wire']
  for (const header of headers) {
    const file = packagePath(`native/${header}.h`)
    await run('cc', [...WARNINGS, '-fsyntax-only', '-x', 'c', file])
    t.pass(header)
  }
})

t.test('another compiler has nothing to warn of either', async t => {
  if (spawnSync('clang', ['--version']).status !== 0)
    return t.pass('clang', { skip: 'apt-get install clang' })
  const library = join(temporaryFolder(t), 'libNationECCode.so')
  await compile(library, LIBRARY, ['-fPIC', '-shared'], 'clang')
  t.pass('clang')
})

for (const windows of WINDOWS)
  t.test(`the ${windows.bits}-bit NationECCode.dll`, async t => {
    const compiler = `${windows.target}-gcc`
    if (spawnSync(compiler, ['--version']).status !== 0)
      return t.pass(compiler, { skip: `apt-get install ${windows.package}` })
    const library = await compileDll(t, compiler, windows.bits)
    const tables = await output(`${windows.target}-objdump`, ['-p', library])
    t.same(matches(tables, /(?<=^\t\[ *\d+\] )\S+$/gm).sort(), windows.names)
    for (const name of matches(tables, /(?<=DLL Name: )\S+/g))
      t.ok(SYSTEM_DLLS.includes(name.toLowerCase()), name)
    const program = join(temporaryFolder(t), 'pos.exe')
    await compile(program, ['native/pos.c'], [], compiler)
    t.pass('pos.exe compiles')
  })

function compileDll(t: Test, compiler: string, bits: number): Promise<string> {
  return compile(
    join(temporaryFolder(t), 'NationECCode.dll'),
    [...WINDOWS_LIBRARY, `native/NationECCode${bits}.def`],
    ['-shared', '-static', '-static-libgcc', '-lole32'],
    compiler,
  )
}

async function output(program: string, parameters: string[]): Promise<string> {
  return (await run(program, parameters)).stdout
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(found => found[0])
}
