import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from 'node:tls'
import t from 'tap'
import { startSandbox } from '../../src/sandbox/sandbox.js'
import { readEndpoint } from '../../src/sandbox-endpoint.js'
import { connect as openSqlite } from '../../src/store/engine.js'
import { postgresMissing, startPostgres } from '../store/postgres.js'
import { startHarness } from './harness.js'

const skip = postgresMissing()

/** Those of the sandbox; a test's own have another name. */
const CONNECTIONS =
  "SELECT pid FROM pg_stat_activity WHERE application_name = 'nationec'"

t.test('the fingerprint is that of the certificate shown', async t => {
  const { sandbox } = await startHarness(t)
  const { port } = new URL(sandbox.url)
  const shown = await new Promise<string>((resolve, reject) => {
    const socket = connect({ port: Number(port), rejectUnauthorized: false })
    socket.on('error', reject)
    socket.on('secureConnect', () => {
      resolve(socket.getPeerCertificate().fingerprint256)
      socket.destroy()
    })
  })
  t.equal(shown, sandbox.fingerprint)
})

t.test('the fingerprint outlives the sandbox', async t => {
  const folder = t.testdir()
  const first = await startSandbox({ port: 0, folder })
  await first.close()
  const second = await startSandbox({ port: 0, folder })
  await second.close()
  t.equal(first.fingerprint, second.fingerprint)
})

t.test('the endpoint is noted while the sandbox runs', async t => {
  const folder = join(t.testdir(), 'made/on/the/way')
  const sandbox = await startSandbox({ port: 0, folder })
  const { url, fingerprint } = sandbox
  t.same(readEndpoint(folder), { url, fingerprint, pid: process.pid })
  await sandbox.close()
  t.notOk(existsSync(join(folder, 'endpoint.json')))
  await sandbox.close()
})

t.test('a second sandbox keeps its note when the first ends', async t => {
  const folder = t.testdir()
  const first = await startSandbox({ port: 0, folder })
  const second = await startSandbox({ port: 0, folder })
  await first.close()
  t.equal(readEndpoint(folder)?.url, second.url)
  await second.close()
})

t.test('IPv6 works as well', async t => {
  const sandbox = await startSandbox({
    port: 0,
    host: '::1',
    folder: t.testdir(),
  })
  t.match(sandbox.url, /^https:\/\/\[::1\]:\d+$/)
  t.match(readEndpoint(t.testdirName), { url: sandbox.url })
  await sandbox.close()
})

t.test('a host that others can reach is refused', async t => {
  const host = '0.0.0.0' as '127.0.0.1'
  const options = { port: 0, host, folder: t.testdir() }
  await t.rejects(startSandbox(options), { message: /127\.0\.0\.1/ })
})

t.test('a port that is taken is named', async t => {
  const { sandbox, folder } = await startHarness(t)
  const port = Number(new URL(sandbox.url).port)
  await t.rejects(startSandbox({ port, folder }), {
    message: new RegExp(String(port)),
  })
  t.equal(readEndpoint(folder)?.url, sandbox.url, 'the note is untouched')
})

t.test('who does not start keeps nothing open', { skip }, async t => {
  const { url: database, query } = await startPostgres(t)
  const { sandbox } = await startHarness(t)
  const port = Number(new URL(sandbox.url).port)
  const options = { port, folder: t.testdir({}), database }
  await t.rejects(startSandbox(options), { message: /taken/ })
  // The server counts a connection a moment longer than it is open.
  for (const end = Date.now() + 5000; Date.now() < end; await sleep(50))
    if ((await query(CONNECTIONS)).length === 0) return
  t.same(await query(CONNECTIONS), [])
})

t.test('a code for nobody is an error that lists who there is', async t => {
  const { sandbox } = await startHarness(t)
  await t.rejects(sandbox.issueCode('nobody'), { message: /zhang, wang/ })
})

t.test('two people’s tokens differ', async t => {
  const { sandbox, query } = await startHarness(t)
  const [a, b] = await Promise.all([
    query(await sandbox.issueCode('zhang')),
    query(await sandbox.issueCode('wang')),
  ])
  t.not(a?.json.data.ecToken, b?.json.data.ecToken)
  t.not(a?.json.data.ecIndexNo, b?.json.data.ecIndexNo)
})

t.test('a code that was given out is on the disk', async t => {
  const { sandbox, folder } = await startHarness(t)
  const other = openSqlite(join(folder, 'one-time.db'))
  t.teardown(() => other.close())
  const count = other.prepare('SELECT count(*) AS count FROM one_time')
  await sandbox.issueCode('zhang')
  t.match(count.get(), { count: 1 })
})
