import t from 'tap'
import { runSandbox } from './sandbox-run.js'

t.test('a snapshot is taken, listed, loaded and removed', async t => {
  const { sandbox, query } = await runSandbox(t)
  const snapshot = (...argv: string[]) => sandbox('snapshot', ...argv)
  t.match((await snapshot()).stdout, 'no snapshots')
  const code = (await sandbox('code')).stdout.trim()
  const saved = await snapshot('save', '之前', '--json')
  t.match(JSON.parse(saved.stdout), { name: '之前', entries: 1, faults: 0 })
  t.equal((await query(code)).code, 0)
  const reset = await sandbox('reset')
  t.match(reset, { code: 0, stdout: 'all is new\n' })
  t.equal((await query(code)).code, 500049)
  t.match((await snapshot('load', '之前')).stdout, /^之前 .* 1 entries/)
  t.equal((await query(code)).code, 0)
  t.match((await snapshot('list')).stdout, /^之前 /)
  t.equal((await snapshot('remove', '之前')).code, 0)
  const gone = await snapshot('load', '之前')
  t.equal(gone.code, 2)
  t.match(gone.stderr, 'snapshot list')
  const refused = await snapshot('save', '../x')
  t.match(refused, { code: 2, stderr: /must be a name of letters, digits/ })
})
