import t from 'tap'
import { shortFolder } from '../bridge/socket-caller.js'
import { run, startCommand } from './run.js'
import { runSandbox } from './sandbox-run.js'

t.test('one seed gives the same codes in two folders', async t => {
  const codes = []
  for (const seed of ['7', '7', '8']) {
    const { sandbox } = await runSandbox(t, '--seed', seed)
    codes.push((await sandbox('code', 'wang')).stdout)
  }
  t.match(codes[0], /^424\d{25}\n$/)
  t.equal(codes[1], codes[0])
  t.not(codes[2], codes[0])
})

t.test('the seed is told, whoever chose it', async t => {
  const folder = shortFolder(t)
  const argv = ['sandbox', 'start', '--port', '0', '--json']
  const { line } = await startCommand(t, argv, { folder })
  t.match(JSON.parse(line), { seed: Number })
})

t.test('a seed that is none ends with 2', async t => {
  const folder = shortFolder(t)
  for (const seed of ['-1', 'x', '1.5', '2147483648']) {
    const argv = ['sandbox', 'start', '--port', '0', `--seed=${seed}`]
    const { code, stderr } = await run(argv, { folder })
    t.equal(code, 2, seed)
    t.match(stderr, '2147483647')
  }
})
