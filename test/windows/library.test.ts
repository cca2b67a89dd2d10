/**
 * NationECCode.dll as it is built: the same bytes each time, small, and able
 * to load where old programs run.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { packagePath } from '../../src/paths.js'
import { bundle, lacking } from './wine.js'

interface Target {
  bitness: 'x64' | 'x86'
  triple: string
}
interface Compile {
  compileLibrary(target: Target, file: string): void
}

const skip = lacking()
const BYTES_MAX = 64 * 1024
const SYSTEM_DLLS = ['advapi32', 'kernel32', 'msvcrt', 'ole32']
/** Windows NT 4, and the first 64-bit Windows, which is the compiler's own. */
const SUBSYSTEM = { x86: '4.0', x64: '5.2' }

const { targets }: { targets: Target[] } = await import(
  packagePath('native/windows/targets.mjs')
)
const { compileLibrary }: Compile = await import(
  packagePath('native/windows/compile.mjs')
)

for (const target of targets) {
  t.test(`the ${target.bitness} library`, { skip }, async t => {
    const folder = mkdtempSync(join(tmpdir(), 'nationec-library-'))
    t.teardown(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'other-name.dll')
    compileLibrary(target, file)
    const bytes = readFileSync(file)
    const shipped = bundle('x64', target.bitness, 'NationECCode.dll')
    t.ok(bytes.equals(readFileSync(shipped)), 'the bundle has the same bytes')
    t.ok(bytes.length < BYTES_MAX, `${bytes.length} bytes`)

    const tool = `${target.triple}-objdump`
    const facts = execFileSync(tool, ['-p', file], { encoding: 'utf8' })
    const imported = [...facts.matchAll(/DLL Name: (\w+)\.dll/gi)].map(
      ([, name = '']) => name.toLowerCase(),
    )
    t.strictSame(imported.sort(), SYSTEM_DLLS)
    const version = (part: string) =>
      facts.match(new RegExp(`${part}SubsystemVersion\\s+(\\d+)`))?.[1]
    t.equal(
      `${version('Major')}.${version('Minor')}`,
      SUBSYSTEM[target.bitness],
    )
  })
}
