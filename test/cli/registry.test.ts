import t, { type Test } from 'tap'
import { request } from 'undici'
import { connectionsTo } from '../../src/platform/trust.js'
import type { TerminalView } from '../../src/registry/contract.js'
import { shortFolder } from '../bridge/socket-caller.js'
import { application } from '../registry/terminals.js'
import { postgresMissing, startPostgres } from '../store/postgres.js'
import { exitOf, run, startCommand } from './run.js'

interface Ready {
  url: string
  fingerprint: string
}

async function startRegistry(t: Test, folder: string, argv: string[] = []) {
  const start = ['registry', 'start', '--port', '0', '--json', ...argv]
  const { child, line } = await startCommand(t, start, { folder })
  return { child, ready: JSON.parse(line) as Ready }
}

/** As a terminal does it. */
async function apply(t: Test, { url, fingerprint: pin }: Ready, number = 1) {
  const dispatcher = connectionsTo({ url, pin, caFile: '' })
  t.teardown(() => dispatcher.destroy())
  const { body } = await request(`${url}/registry/terminals`, {
    method: 'POST',
    dispatcher,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': `key-0000000${number}`,
    },
    body: JSON.stringify(application(number)),
  })
  return (await body.json()) as TerminalView
}

/** Runs `nationec registry …` in `folder` as the operator with `token`. */
async function asOperator(folder: string, token: string, argv: string[]) {
  const before = process.env.NATIONEC_REGISTRY_TOKEN
  process.env.NATIONEC_REGISTRY_TOKEN = token
  const running = run(['registry', ...argv], { folder })
  if (before === undefined) delete process.env.NATIONEC_REGISTRY_TOKEN
  else process.env.NATIONEC_REGISTRY_TOKEN = before
  return running
}

t.test('an operator from his token to a terminal retired', async t => {
  const folder = shortFolder(t)
  const { child, ready } = await startRegistry(t, folder)
  t.match(ready.url, /^https:\/\/127\.0\.0\.1:\d+$/)
  const { receipt } = await apply(t, ready)
  const nobody = await run(['registry', 'list'], { folder })
  t.equal(nobody.code, 3)
  t.match(nobody.stderr, /NATIONEC_REGISTRY_TOKEN/)
  const add = ['registry', 'operator', 'add', 'li']
  const added = await run([...add, '--json'], { folder })
  const { token } = JSON.parse(added.stdout)
  t.equal((await run(add, { folder })).code, 1, 'his name is taken')
  const as = (...argv: string[]) => asOperator(folder, token, argv)

  const waiting = await as('list', '--state', 'applied')
  t.match(waiting.stdout, receipt)
  const approved = await as('approve', receipt, '--json')
  const { filingNumber } = JSON.parse(approved.stdout)
  t.match(filingNumber, /^99\d{18}$/)
  const shown = await as('show', filingNumber)
  t.match(shown.stdout, /^mac +f8:34:41:00:00:01$/m)
  const change = ['change', filingNumber]
  t.equal((await as(...change)).code, 2)
  const bad = await as(...change, '--mac', 'none')
  t.equal(bad.code, 1)
  t.match(bad.stderr, /MAC/)
  const changed = await as(...change, '--ip', '127.0.0.1', '--json')
  t.match(JSON.parse(changed.stdout), { ip: '127.0.0.1' })
  const freed = await as(...change, '--ip', 'any', '--json')
  t.match(JSON.parse(freed.stdout), { ip: null })
  t.equal((await as('suspend', filingNumber)).code, 2, 'a reason is needed')
  const reason = ['--reason', 'stolen']
  t.match((await as('suspend', filingNumber, ...reason)).stdout, /stolen/)
  t.equal((await as('resume', filingNumber)).code, 0)
  const to = ['--org-id', 'H99000000002', '--institution', '另一医院']
  t.match((await as('transfer', filingNumber, ...to)).stdout, /另一医院/)
  t.match((await as('retire', filingNumber, ...reason)).stdout, /retired/)
  t.equal((await as('resume', filingNumber)).code, 1)
  t.equal((await as('show', '99000000000000000099')).code, 1)
  t.equal((await as('show', '../history')).code, 1, 'it is no path')
  const history = await as('history', filingNumber, '--json')
  t.equal(JSON.parse(history.stdout).length, 8)
  t.match((await as('history', '--who', 'li')).stdout, /retire/)
  t.match((await as('list', 'nothing')).stdout, /none/)

  const operators = await run(['registry', 'operator', 'list'], { folder })
  t.match(operators.stdout, /^li /m)
  const removed = await run(['registry', 'operator', 'remove', 'li'], {
    folder,
  })
  t.match(removed, { code: 0, stdout: /^li/ })
  t.equal((await as('list')).code, 3, 'his right is gone')
  child.kill('SIGTERM')
  t.equal(await exitOf(child), 0)
  const gone = await as('list')
  t.equal(gone.code, 3)
  t.match(gone.stderr, /registry start/)
})

const skip = postgresMissing()
t.test('two processes on one PostgreSQL', { skip }, async t => {
  const { url } = await startPostgres(t)
  const folders = [shortFolder(t), shortFolder(t)] as const
  const [one, two] = await Promise.all(
    folders.map(folder => startRegistry(t, folder, ['--database', url])),
  )
  if (!one || !two) throw new Error('not started')
  const add = ['registry', 'operator', 'add', 'li', '--json']
  const added = await run([...add, '--database', url], { folder: folders[0] })
  const { token } = JSON.parse(added.stdout)
  const { receipt } = await apply(t, one.ready)
  t.equal((await apply(t, two.ready)).receipt, receipt, 'applied once')
  const approvals = await Promise.all(
    folders.map(folder =>
      asOperator(folder, token, ['approve', receipt, '--json']),
    ),
  )
  const numbers = approvals.map(({ stdout }) => JSON.parse(stdout).filingNumber)
  t.equal(numbers[0], numbers[1])
})

t.test('a database that cannot be opened ends with 3', async t => {
  const folder = shortFolder(t)
  const start = ['registry', 'start', '--port', '0', '--database']
  const away = await run([...start, 'postgres://127.0.0.1:1/x'], { folder })
  t.equal(away.code, 3)
  t.match(away.stderr, /ECONNREFUSED/)
})
