/**
 * Programs in C# with each declaration of the field: none is harmed by a
 * declaration that does not say what the library does.
 * @module
 */
import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { libraryPath, packagePath } from '../../src/paths.js'
import { runToEnd } from './callers.js'
import { type Field, requestText, startField } from './harness.js'

/** As the programs have them; Callers.cs says which is which. */
const DECLARATIONS = [
  'pointer-builder',
  'pointer-small-builder',
  'pointer-ref-byte',
  'void-hglobal',
  'string-builder',
  'string-small-builder',
  'int-bytes',
]
/** These do not see the returned text. */
const BLIND = /^(void|int)/
/** Calls of a counter, and calls enough for the heap to show what is wrong. */
const SCANNED = 3
const REFUSED = 300
/** A person who holds the code before the gun until it beeps. */
const SHOW_MS = 100

/** glibc's own checks of the heap; it ends the program where one fails. */
const CHECKER = '/lib/x86_64-linux-gnu/libc_malloc_debug.so.0'
const CHECKED = {
  LD_PRELOAD: CHECKER,
  MALLOC_CHECK_: '3',
  MALLOC_PERTURB_: '165',
}

/** mono's own report of a broken heap may hang in that heap. */
const LIMITED = ['timeout', '--signal=KILL', '60']

const missing = ['mcs', 'mono'].filter(
  tool => spawnSync(tool, ['--version']).status !== 0,
)
const skip = missing.length > 0 && 'apt-get install mono-mcs mono-runtime'

interface Answer {
  returned: string
  outData: { code: number; data: Record<string, unknown> }
}

/** Compiles Callers.cs, which finds the library as on Windows, by its name. */
function compileCallers(folder: string): string {
  const program = join(folder, 'callers.exe')
  const source = packagePath('test/field/Callers.cs')
  const parameters = ['-warnaserror', '-warn:4', `-out:${program}`, source]
  const { status, stdout, stderr } = spawnSync('mcs', parameters)
  if (status !== 0) throw new Error(`mcs: ${stdout}${stderr}`)
  const map = `<dllmap dll="NationECCode.dll" target="${libraryPath()}"/>`
  const configuration = `<configuration>${map}</configuration>\n`
  writeFileSync(`${program}.config`, configuration)
  return program
}

t.test('C#', { skip }, async t => {
  const field = await startField(t)
  const program = compileCallers(field.folder)
  const inData = join(field.folder, 'in-data')
  writeFileSync(inData, requestText())

  async function call(
    declaration: string,
    strUrl: string,
    times: number,
    environment: NodeJS.ProcessEnv = {},
  ): Promise<Answer[]> {
    const printed = await runToEnd(
      [...LIMITED, 'mono', program, declaration, strUrl, inData, `${times}`],
      { ...field.environment, ...environment },
    )
    const lines = printed.toString().trim().split('\n')
    return lines.map(line => {
      const end = line.indexOf(' ')
      const outData = JSON.parse(line.slice(end + 1))
      return { returned: line.slice(0, end), outData }
    })
  }

  for (const declaration of DECLARATIONS) {
    const returned = (text: string) => (BLIND.test(declaration) ? '-' : text)

    t.test(`${declaration}: codes that are shown`, async t => {
      const calls = call(declaration, field.strUrl, SCANNED)
      const answers = await showUntil(field, calls)
      t.equal(answers.length, SCANNED)
      for (const answer of answers) {
        t.equal(answer.returned, returned('0000'))
        t.match(answer.outData, { code: 0, data: { userName: '张三' } })
      }
    })

    const isChecked = existsSync(CHECKER)
    const heap = { skip: !isChecked && `no ${CHECKER}: libc6 has it on x86-64` }
    t.test(`${declaration}: the heap stays whole`, heap, async t => {
      const url = 'ftp://127.0.0.1/'
      const answers = await call(declaration, url, REFUSED, CHECKED)
      t.equal(answers.length, REFUSED)
      t.ok(answers.every(answer => answer.returned === returned('-5')))
      t.ok(answers.every(({ outData }) => outData.code === -5))
    })
  }
})

/** The gun reads fresh codes until the calls have ended. */
async function showUntil<T>(field: Field, calls: Promise<T>): Promise<T> {
  let over = false
  const ended = calls.finally(() => {
    over = true
  })
  while (!over) {
    await Promise.race([ended.catch(() => {}), sleep(SHOW_MS)])
    if (!over) await field.show()
  }
  return ended
}
