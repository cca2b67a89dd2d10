import { createServer } from 'node:net'
import t from 'tap'
import { classify } from '../../src/codes/classify.js'
import { everybody } from '../../src/sandbox/people/people.js'
import { readEndpoint } from '../../src/sandbox-endpoint.js'
import { shortFolder } from '../bridge/socket-caller.js'
import { listen } from '../platform/fake-platform.js'
import { exitOf, run, startCommand } from './run.js'

t.test('a sandbox from ready to its end', async t => {
  const folder = shortFolder(t)
  const argv = ['sandbox', 'start', '--port', '0', '--json']
  const { child, line } = await startCommand(t, argv, { folder })
  const { strUrl, fingerprint } = JSON.parse(line)
  t.match(strUrl, /^https:\/\/127\.0\.0\.1:\d+\/.*\/localQrCodeQuery$/)
  t.match(readEndpoint(`${folder}/sandbox`), { fingerprint, pid: child.pid })

  const code = (...argv: string[]) =>
    run(['sandbox', 'code', ...argv], { folder })
  const [first, wang, payment, nobody, kind] = await Promise.all([
    code(),
    code('wang', '--kind', 'expired'),
    code('--kind', 'payment'),
    code('nobody'),
    code('--kind', 'nonsense'),
  ])
  t.equal(classify(first.stdout.trim()), 'medical')
  t.equal(classify(wang.stdout.trim()), 'medical')
  t.equal(classify(payment.stdout.trim()), 'payment')
  for (const { code } of [first, wang, payment]) t.equal(code, 0)
  const [magic, negative, hunan] = await Promise.all([
    code('500003'),
    code('-1'),
    code('ji', '--province', '43', '--channel', 'wallet', '--area', '350200'),
  ])
  t.match(magic.stdout, '500003')
  t.match(negative.stdout, /^4249{11}000001/)
  t.match(hunan.stdout, /430000$/m)
  for (const { code } of [nobody, kind]) t.equal(code, 2)
  t.match(nobody.stderr, 'zhang', 'it names who is there')

  child.kill('SIGTERM')
  t.equal(await exitOf(child), 0)
  t.equal((await code()).code, 3, 'it is gone')
})

t.test('for a person it tells address and certificate', async t => {
  const folder = shortFolder(t)
  const argv = ['sandbox', 'start', '--port', '0']
  const { child, line } = await startCommand(t, argv, { folder })
  t.match(line, /^ready strUrl https:/)
  child.kill('SIGINT')
  t.equal(await exitOf(child), 0)
})

t.test('the people of the sandbox need none that runs', async t => {
  const folder = shortFolder(t)
  const list = ['sandbox', 'person', 'list']
  const json = await run([...list, '--json'], { folder })
  t.strictSame(JSON.parse(json.stdout), JSON.parse(JSON.stringify(everybody)))
  const table = await run(list, { folder })
  for (const { id, userName } of everybody) {
    t.match(table.stdout, new RegExp(`^${id} +${userName}`, 'm'))
  }
  t.match(table.stdout, /^500003 .*该电子凭证应用渠道未授权$/m)
})

t.test('a port that is taken ends with 3', async t => {
  const folder = shortFolder(t)
  const port = String(await listen(t, createServer()))
  const argv = ['sandbox', 'start', '--port', port]
  const { code, stdout, stderr } = await run(argv, { folder })
  t.equal(code, 3)
  t.equal(stdout, '')
  t.match(stderr, port)
})
