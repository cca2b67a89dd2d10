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

t.test('a space whose name no header carries is refused', async t => {
  const { sandbox } = await runSandbox(t)
  const { code, stderr } = await sandbox('scenario', 'list', '--space', '测试')
  t.equal(code, 2)
  t.match(stderr, /--space.*English letters, digits/s)
})

t.test(
  'codes and terminals that others have are left, and said so',
  async t => {
    const database = `${t.testdir()}/shared.db`
    const { sandbox } = await runSandbox(t, '--database', database)
    const left = /codes, .* are left as they are: .*\nterminals are left as/
    t.match((await sandbox('scenario', 'run', 'busy')).stdout, left)
    t.match((await sandbox('snapshot', 'save', 'a')).stdout, left)
    t.match((await sandbox('reset')).stdout, left)
    t.notMatch((await sandbox('reset', '--space', 'one')).stdout, /left/)
    t.notMatch((await sandbox('snapshot', 'remove', 'a')).stdout, /left/)
  },
)
