import t from 'tap'
import { runSandbox } from './sandbox-run.js'

t.test('a scenario is set up by its name, in a space or in all', async t => {
  const { sandbox, query } = await runSandbox(t)
  const scenario = (...argv: string[]) => sandbox('scenario', ...argv)
  t.match((await scenario()).stdout, /^two-provinces +codes of this/m)
  const json = await scenario('run', 'expired-codes', '--json')
  const { codes } = JSON.parse(json.stdout)
  t.equal((await query(codes[0].code)).code, 500005)
  const shown = await scenario('run', 'unregistered-terminal', '--space', 'P1')
  t.match(shown.stdout, /^.*\n#1 code=-4\n$/)
  t.equal((await query('1', 'P1')).code, -4)
  t.equal((await query('1', 'P2')).code, 500159)
  const unknown = await scenario('run', 'nonsense')
  t.equal(unknown.code, 2)
  t.match(unknown.stderr, 'slow-platform')
})
