import { spawnSync } from 'node:child_process'
import t from 'tap'
import { CliError, EXIT } from '../../src/cli/output.js'

const output = new URL('../../src/cli/output.js', import.meta.url).href

/** What these commands print into a pipe. */
function printed(script: string): string {
  const program = `const { print, printJson, printTable, styled } =
    await import('${output}'); ${script}`
  const argv = ['--input-type=module', '-e', program]
  return spawnSync(process.execPath, argv, { encoding: 'utf8' }).stdout
}

t.test('a program gets one line of JSON, a person a table', async t => {
  const script = `
    printJson({ a: [1, '张'] })
    printTable([['a', '1'], ['long', '2']])
    print()
    print(styled('red', 'plain'))`
  t.equal(printed(script), '{"a":[1,"张"]}\na     1\nlong  2\n\nplain\n')
})

t.test('an error without a code is one of the environment', async t => {
  t.match(new CliError('x'), { message: 'x', exitCode: EXIT.environment })
  t.match(new CliError('x', EXIT.failed), { exitCode: 1 })
})

t.test('the exit codes are fixed', async t => {
  t.strictSame(EXIT, { ok: 0, failed: 1, usage: 2, environment: 3 })
})
