import t from 'tap'
import { runSandbox } from './sandbox-run.js'

const running = await runSandbox(t)
const fault = (...argv: string[]) => running.sandbox('fault', ...argv)

t.test('a fault from its setting to its end', async t => {
  const { query } = running
  const added = await fault(
    'add',
    ...['code=-6', '--trans-type', 'ec.query', '--org-id', 'H1'],
    ...['--probability', '1', '--count', '3', '--json'],
  )
  t.equal(added.code, 0)
  t.match(JSON.parse(added.stdout), {
    id: 1,
    orgId: 'H1',
    transType: 'ec.query',
    probability: 1,
    count: 3,
    fault: { code: -6 },
  })
  t.equal((await query('1', 'H1')).code, -6)
  t.equal((await query('1')).code, 500159)
  const list = await fault('list')
  t.match(list.stdout, /^#1 +code=-6 +transType=ec\.query +orgId=H1/)
  t.match(list.stdout, 'struck 1 times')
  const removed = await fault('remove', '1')
  t.match(removed, { code: 0, stdout: 'fault #1 is removed\n' })
  t.equal((await query('1', 'H1')).code, 500159)
})

t.test('two words may be one fault', async t => {
  const { stdout } = await fault('add', 'latencyMs=1', 'gbk')
  t.match(stdout, /^fault #2 is set/)
  const list = await fault('list', '--json')
  t.match(JSON.parse(list.stdout), [{ fault: { latencyMs: 1, gbk: true } }])
  t.equal((await fault('clear')).stdout, 'no fault is set\n')
  t.match((await fault('list')).stdout, 'no fault is set')
})

t.test('a fault of TLS tells where it is met', async t => {
  const { stdout } = await fault('add', 'tls=none')
  t.match(stdout, /^http:\/\/127\.0\.0\.1:\d+$/m)
  await fault('clear')
})

t.test('what is no fault is refused with what would be one', async t => {
  for (const argv of [
    ['nonsense'],
    ['code=1', 'http=500'],
    ['code=many'],
    ['gbk', '--probability', '2'],
    ['gbk', '--count', '0'],
    [],
  ]) {
    const { code, stderr } = await fault('add', ...argv)
    t.equal(code, 2, argv.join(' '))
    t.not(stderr, '')
  }
  const unknown = await fault('remove', '77')
  t.equal(unknown.code, 2)
  t.match(unknown.stderr, 'fault list')
})

t.test('the help tells of each kind', async t => {
  const { code, stdout } = await fault('add', '--help')
  t.equal(code, 0)
  for (const kind of ['code=N', 'cut=middle', 'wrong-signature', 'tls=old'])
    t.match(stdout, kind)
})
