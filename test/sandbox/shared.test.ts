/**
 * Two sandboxes, each a process of its own, that share one database.
 * @module
 */
import { once } from 'node:events'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import {
  type RunningSandbox,
  runSandbox,
  runSandboxIn,
} from '../cli/sandbox-run.js'
import { emptyDatabase, onBothEngines } from '../store/engines.js'
import { postgresMissing, startPostgres } from '../store/postgres.js'
import { QUERY, requestFor, TOKEN_CHECK } from './harness.js'

const skip = postgresMissing()
t.setTimeout(300_000)

const CODES = 60
/** So many answers of the second one are waited for before it is killed. */
const ANSWERS_BEFORE_DEATH = 15

const two = (t: Test, database: string) =>
  Promise.all([
    runSandbox(t, '--database', database),
    runSandbox(t, '--database', database),
  ])

/** `count` codes that `sandbox` gives to zhang. */
async function issue({ post }: RunningSandbox, count: number) {
  const orders = Array.from({ length: count }, () => post('/sandbox/codes', {}))
  return (await Promise.all(orders)).map(({ code }) => String(code))
}

/** What it answers; 'silent' where it was killed before. */
const attempt = ({ query }: RunningSandbox, code: string) =>
  query(code).then(
    ({ code }) => code,
    () => 'silent' as const,
  )

onBothEngines('what one gives is good at the other', async (t, database) => {
  const [one, other] = await two(t, database)
  const [code = ''] = await issue(one, 1)
  const shown = await other.query(code)
  t.equal(shown.code, 0)
  for (const sandbox of [one, other])
    t.equal((await sandbox.query(code)).code, 501001)
  const { ecToken, idNo, idType, userName } = shown.data
  for (const sandbox of [one, other]) {
    const claim = { ecToken, idNo, idType, userName }
    const { data } = await sandbox.post(TOKEN_CHECK, claim)
    t.match(data, { flag: '1', userName })
  }
  const ask = (sandbox: RunningSandbox, transType: string, data: object) =>
    sandbox.post(QUERY, requestFor(transType, { outBizNo: '1', ...data }))
  const face = await ask(one, 'cn.nhsa.ec.auth', { faceToken: 'ji' })
  const { authNo = '' } = face.data
  const person = await ask(other, 'cn.nhsa.auth.check', { authNo })
  t.equal(person.data.userName, '𠮷小川')
  t.equal((await ask(one, 'cn.nhsa.auth.check', { authNo })).code, 500062)
})

onBothEngines('people and spaces are each one’s own', async (t, database) => {
  const [one, other] = await two(t, database)
  await one.post('/sandbox/people/li/activate', { password: '246813' })
  const { code } = await one.post('/sandbox/codes', { person: 'li' })
  t.equal((await other.query(String(code))).code, 500001, 'not active here')
  const print = async ({ sandbox }: RunningSandbox) =>
    (await sandbox('code', '--space', 'P99000000001')).stdout.trim()
  const [own, foreign] = [await print(one), await print(other)]
  t.equal((await one.query(own, 'P99000000001')).code, 0)
  t.equal((await one.query(foreign, 'P99000000001')).code, 500049)
})

onBothEngines('each code is good at one of both', async (t, database) => {
  const [one, other] = await two(t, database)
  for (const code of await issue(one, CODES)) {
    const at = [one, other, one, other]
    const heard = await Promise.all(at.map(sandbox => attempt(sandbox, code)))
    t.strictSame(heard.sort(), [0, 501001, 501001, 501001])
  }
})

t.test('a code stays used when who used it is killed', { skip }, async t => {
  const server = await startPostgres(t)
  const database = await emptyDatabase(server)
  const [one, other] = await two(t, database)
  const codes = await issue(one, CODES)
  let answers = 0
  const both = codes.flatMap(code =>
    [other, one].map(async sandbox => {
      const heard = await attempt(sandbox, code)
      if (sandbox === other && ++answers === ANSWERS_BEFORE_DEATH)
        other.child.kill('SIGKILL')
      return heard
    }),
  )
  const heard = await Promise.all(both)
  t.ok(heard.includes('silent'), 'it was killed in between')
  const again = await runSandboxIn(t, other.folder, '--database', database)
  for (const [at, code] of codes.entries()) {
    const ends = [heard[2 * at], heard[2 * at + 1]]
    for (const sandbox of [again, one]) ends.push(await attempt(sandbox, code))
    const [wins, silent] = [0, 'silent'].map(
      end => ends.filter(one => one === end).length,
    )
    t.ok(wins === 1 || (wins === 0 && silent === 1), `${code}: ${ends}`)
    t.equal(ends.at(-1), 501001)
  }
})

t.test('while the database is away no code is good', { skip }, async t => {
  const server = await startPostgres(t)
  const sandboxes = await two(t, server.url)
  const [one] = sandboxes
  const [first = '', second = ''] = await issue(one, 2)
  t.equal((await one.query(first)).code, 0, 'its terminal is known from now on')
  await server.stop()
  const refused = { code: -1, message: /数据库.*请稍后重试/ }
  t.match(await one.query(second), refused)
  const token = { ecToken: '130000ec', idType: '01', idNo: '1', userName: '1' }
  t.match(await one.post(TOKEN_CHECK, token), refused)
  t.match(await one.post('/sandbox/codes', {}), refused)
  await server.start()
  const heard = sandboxes.map(sandbox => attempt(sandbox, second))
  t.strictSame((await Promise.all(heard)).sort(), [0, 501001])
})

t.test('two in one folder have people in common as well', async t => {
  const one = await runSandbox(t)
  const other = await runSandboxIn(t, one.folder)
  await one.post('/sandbox/people/li/activate', { password: '246813' })
  const { code } = await one.post('/sandbox/codes', { person: 'li' })
  t.equal((await other.query(String(code))).code, 0)
  t.equal((await one.query(String(code))).code, 501001)
})

const LEFT = /codes, tokens and activations under way are left as they are/

onBothEngines('who begins anew takes nothing from others', async (t, db) => {
  const [one, other] = await two(t, db)
  await one.post('/sandbox/clock', { freeze: true })
  const [first = '', second = '', third = ''] = await issue(one, 3)
  const { data } = await one.query(first)
  const { ecToken, idNo, idType, userName } = data
  const claim = { ecToken, idNo, idType, userName }
  const own = await issue(other, 3)
  const saved = await other.sandbox('snapshot', 'save', 'a')
  t.match(saved.stdout, LEFT)
  t.equal((await one.query(second)).code, 0)
  for (const order of [
    ['reset'],
    ['scenario', 'run', 'used-codes'],
    ['snapshot', 'load', 'a'],
  ]) {
    t.match((await other.sandbox(...order)).stdout, LEFT, order.join(' '))
    own.push(...(await issue(other, 3)))
  }
  const json = await other.sandbox('reset', '--json')
  t.match(JSON.parse(json.stdout), { issued: false, terminals: false })
  for (const _ of ['first', 'again']) {
    const options = ['--database', db, '--seed', '7']
    const seeded = await runSandbox(t, ...options)
    own.push(...(await issue(seeded, 3)))
  }
  t.equal(own.filter(code => /^\d{28}$/.test(code)).length, own.length)
  t.equal(new Set(own).size, own.length, 'nothing was given twice')
  t.equal((await one.query(third)).code, 0, 'still good')
  for (const used of [first, second])
    t.equal((await one.query(used)).code, 501001, 'not good again')
  t.match((await one.post(TOKEN_CHECK, claim)).data, { flag: '1' })
})

onBothEngines('a space of one’s own is emptied all the same', async (t, db) => {
  const sandbox = await runSandbox(t, '--database', db, '--seed', '7')
  const space = ['--space', 'P99000000001']
  const print = async () =>
    (await sandbox.sandbox('code', ...space)).stdout.trim()
  const code = await print()
  t.equal((await sandbox.sandbox('reset', ...space)).stdout, 'all is new\n')
  t.equal((await sandbox.query(code, 'P99000000001')).code, 500049)
  t.equal(await print(), code, 'and chance begins anew there')
})

t.test('an orderly end keeps what was used', async t => {
  const database = join(t.testdir(), 'shared.db')
  const [one, other] = await two(t, database)
  const [code = ''] = await issue(one, 1)
  t.equal((await one.query(code)).code, 0)
  one.child.kill('SIGTERM')
  await once(one.child, 'exit')
  t.equal((await other.query(code)).code, 501001)
})
