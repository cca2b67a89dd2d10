/**
 * The bundle's own command certifies the bundle's own library: sandbox, daemon
 * and gun are in its process, the library in another.
 */
import t from 'tap'
import { startNode } from './terminal.js'
import { BITNESSES, lacking, startWindows } from './wine.js'

t.setTimeout(300_000)

const skip = lacking()
/** A call that reads a code, one with a null pointer, one that is refused. */
const SOME = ['query', 'null-url', 'url-malformed']

interface Report {
  summary: { passed: number; failed: number; skipped: number }
  cases: { id: string; verdict: string; seen?: string }[]
}

for (const bitness of BITNESSES) {
  t.test(`some of the catalogue, ${bitness}`, { skip }, async t => {
    const windows = await startWindows(t)
    const parameters = ['certify', '--json', '--only', ...SOME]
    const { code, stdout } = await startNode(windows, bitness, parameters).ended
    const { summary, cases }: Report = JSON.parse(stdout.toString())
    t.strictSame(
      cases.filter(({ verdict }) => verdict !== 'passed'),
      [],
    )
    for (const name of SOME)
      t.ok(
        cases.some(({ id }) => id.startsWith(`${name}.`)),
        name,
      )
    t.equal(summary.passed, cases.length)
    t.equal(code, 0)
  })
}

t.test('a library that is not there: 1, and why', { skip }, async t => {
  const windows = await startWindows(t)
  const library = ['--library', `${windows.folder}/none.dll`]
  const parameters = ['certify', ...library, '--only', 'null-url']
  const { code, stdout, stderr } = await startNode(windows, 'x64', parameters)
    .ended
  t.not(code, 0)
  t.match(`${stdout}${stderr}`, 'none.dll')
})
