import { existsSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { shortFolder } from '../bridge/socket-caller.js'
import { QUERY, queryFor, requestFor } from '../sandbox/harness.js'
import { emptyDatabase } from '../store/engines.js'
import { postgresMissing, startPostgres } from '../store/postgres.js'
import { run, startCommand } from './run.js'
import { type RunningSandbox, runSandbox } from './sandbox-run.js'

const skip = postgresMissing()

/** Not on file. */
const STRANGER = '99000000000000000042'

/** A request that the registry is asked about, and no code: what it answers. */
function notice({ post }: RunningSandbox, termId?: string) {
  const request = requestFor('cn.nhsa.settle.notify', {
    ...{ outBizNo: '1', medicalSettleState: 'FAIL', totalFee: '1.00' },
    ...(termId && { termId }),
  })
  return post(QUERY, request)
}

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

t.test(
  'a database of one’s own choosing is the registry’s and the codes’',
  async t => {
    const database = join(t.testdir(), 'own.db')
    const [one, other] = [
      await runSandbox(t, '--database', database),
      await runSandbox(t, '--database', database),
    ]
    t.ok(existsSync(database))
    t.notOk(existsSync(join(one.folder, 'sandbox', 'registry.db')))
    const { stdout } = await one.sandbox('code', 'wang')
    t.match(await other.query(stdout.trim()), { code: 0 })
    t.match(await one.query(stdout.trim()), { code: 501001 })
  },
)

t.test('a database that is away ends the start with 3', async t => {
  const folder = shortFolder(t)
  const url = 'postgres://nationec:secret@127.0.0.1:1/none'
  const argv = ['sandbox', 'start', '--port', '0', '--database', url]
  const { code, stderr } = await run(argv, { folder })
  t.equal(code, 3)
  t.match(stderr, /127\.0\.0\.1:1.*ECONNREFUSED/)
  t.notMatch(stderr, 'secret')
})

t.test('--any-terminal takes numbers that are not on file', async t => {
  for (const argv of [[], ['--any-terminal']]) {
    const running = await runSandbox(t, ...argv)
    const { code } = await running.post('/sandbox/codes', {})
    const { data, ...rest } = queryFor(String(code))
    const request = { ...rest, data: { ...data, termId: STRANGER } }
    const expected = argv.length > 0 ? 0 : -4
    t.equal((await running.post(QUERY, request)).code, expected)
    t.equal((await notice(running, STRANGER)).code, expected)
  }
})

t.test('--registry-away decides who goes on without it', { skip }, async t => {
  const server = await startPostgres(t)
  const start = async (...argv: string[]) =>
    runSandbox(t, '--database', await emptyDatabase(server), ...argv)
  const [remember, refuse, accept] = [
    await start(),
    await start('--registry-away', 'refuse'),
    await start('--registry-away', 'accept'),
  ]
  for (const one of [remember, refuse, accept])
    t.equal((await notice(one)).code, 0)
  await server.stop()
  const away = { code: -1, message: /登记库/ }
  t.match(await notice(remember), { code: 0 })
  t.match(await notice(remember, STRANGER), away)
  t.match(await notice(refuse), away)
  t.match(await notice(accept, STRANGER), { code: 0 })
})

t.test('another word for it ends with 2', async t => {
  const argv = ['sandbox', 'start', '--port', '0', '--registry-away', 'maybe']
  const { code, stderr } = await run(argv, { folder: shortFolder(t) })
  t.equal(code, 2)
  t.match(stderr, 'remember, refuse, accept')
})
