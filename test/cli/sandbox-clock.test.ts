import t from 'tap'
import { runSandbox } from './sandbox-run.js'

t.test('the clock of a sandbox', async t => {
  const { sandbox, query } = await runSandbox(t)
  const clock = async (order: string, ...argv: string[]) => {
    const { stdout } = await sandbox('clock', order, '--json', ...argv)
    return JSON.parse(stdout) as { now: number; frozen: boolean }
  }
  t.equal((await clock('show')).frozen, false)
  const { stdout } = await sandbox('clock', 'set', '2026-02-28T23:59:59+08:00')
  t.match(stdout, /^2026-(02-28 23:59:59|03-01 00:00:0\d)\.\d{3}$/m)
  const code = (await sandbox('code')).stdout.trim()
  const frozen = await clock('freeze')
  t.equal(frozen.frozen, true)
  const advanced = await clock('advance', '61s')
  t.equal(advanced.now, frozen.now + 61_000)
  t.equal((await query(code)).code, 500005, 'the code is too old')
  const back = await clock('advance', '--', '-61s')
  t.equal(back.now, frozen.now)
  const again = await clock('advance', '-5m')
  t.equal(again.now, frozen.now - 300_000, 'without -- as well')
  t.equal((await clock('run')).frozen, false)
})

t.test('a time that is none ends with 2', async t => {
  const { sandbox } = await runSandbox(t)
  for (const argv of [
    ['advance', 'soon'],
    ['advance', '9d9h'],
    ['set', 'tomorrow'],
    ['set'],
    ['advance', '999999999d'],
    ['advance', '--nonsense'],
    ['advance', '1s', '--nonsense'],
  ])
    t.equal((await sandbox('clock', ...argv)).code, 2, argv.join(' '))
  const dateAlone = await sandbox('clock', 'set', '2026-02-28')
  t.match(dateAlone.stderr, 'such as 2026-02-28T23:59:59+08:00')
})
