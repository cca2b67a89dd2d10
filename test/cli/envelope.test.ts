import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { writePrivateKey, writePublicKey } from '../../src/gm/key-write.js'
import { writeSecret } from '../../src/secret-file.js'
import { APP, terminalKey } from '../envelope/parties.js'
import { run } from './run.js'

const message = JSON.stringify({
  orgId: 'P99000000001',
  transType: 'ec.query',
  data: { b: 1, a: '值', empty: '' },
})

function start(t: Test) {
  const folder = t.testdir()
  const path = (name: string) => join(folder, name)
  writeSecret(path('secret'), APP.appSecret)
  writeSecret(path('our.key'), writePrivateKey(terminalKey, 'pem'))
  writeFileSync(path('our.pub'), writePublicKey(terminalKey, 'base64'))
  const app = ['--app-id', APP.appId, '--app-secret-file', 'secret']
  const envelope = (argv: string[], input?: string) =>
    run(['envelope', ...argv], { folder, ...(input && { input }) })
  return {
    folder,
    seal: (input = message, ...more: string[]) =>
      envelope(
        ['seal', ...app, '--private-key-file', 'our.key', ...more],
        input,
      ),
    open: (input: string, ...more: string[]) =>
      envelope(
        ['open', ...app, '--public-key-file', 'our.pub', ...more],
        input,
      ),
    explain: (input: string, ...more: string[]) =>
      envelope(
        ['explain', ...app, '--public-key-file', 'our.pub', ...more],
        input,
      ),
  }
}

t.test('what is sealed opens, from stdin and from a file', async t => {
  const { seal, open, folder } = start(t)
  const sealed = await seal()
  t.equal(sealed.code, 0)
  const opened = await open(`\ufeff${sealed.stdout}`)
  t.equal(opened.code, 0)
  t.match(JSON.parse(opened.stdout), {
    form: 'encrypted',
    dialect: 'A',
    sign: 'SM2',
    signatureForm: 'raw',
    message: { data: { b: 1, a: '值' } },
  })
  writeFileSync(join(folder, 'request.json'), sealed.stdout)
  t.equal((await open('', '@request.json')).stdout, opened.stdout)
})

t.test('every style can be asked for', async t => {
  const { seal } = start(t)
  const style = ['--dialect', 'B', '--form', 'signed', '--sign', 'SM3']
  const sealed = await seal(message, ...style, '--interface-version', '2.0.1')
  t.match(JSON.parse(sealed.stdout), {
    appCode: APP.appId,
    signType: 'SM3',
    version: '2.0.1',
    data: { b: 1 },
    signData: /^[0-9A-F]{64}$/,
  })
})

t.test('a right signature is explained step by step', async t => {
  const { seal, explain } = start(t)
  const { stdout } = await seal()
  const shown = await explain(stdout)
  t.equal(shown.code, 0)
  t.match(shown.stdout, /data=\{"a":"值","b":1\}&.*&key=\*{8}\n/)
  t.match(shown.stdout, /✓ the signature is right/)
  t.notMatch(shown.stdout, /4117E877|863B5F40/, 'no secret')
  const open = await explain(stdout, '--show-keys', '--json')
  t.match(JSON.parse(open.stdout), {
    right: true,
    text: /&key=4117E877F5FA0A0188891283E4B617D5$/,
    key: { first: '43AF047BBA47FC8A', key: '863B5F40C70B71EA' },
    signer: /^[0-9a-f]{64}$/,
    digest: /^[0-9a-f]{64}$/,
  })
})

t.test('a wrong signature: the slip, and exit code 1', async t => {
  const { seal, explain, open } = start(t)
  const { stdout } = await seal(message, '--dialect', 'B', '--form', 'signed')
  const shown = await explain(stdout, '--dialect', 'A')
  t.equal(shown.code, 1)
  t.match(
    shown.stdout,
    /✗ the signature is wrong\n- the text follows dialect B/,
  )
  t.match(shown.stdout, /what was signed instead:\n.*"b":"1"/)
  t.notMatch(shown.stdout, /4117E877/)
  const changed = stdout.replace('P99000000001', 'P99000000002')
  const none = await explain(changed, '--json')
  t.match(JSON.parse(none.stdout), { right: false, slips: [] })
  t.match((await explain(changed)).stdout, /no known slip explains it/)
  const refused = await open(changed)
  t.match(refused, { code: 1, stdout: '', stderr: /the signature is wrong/ })
})

t.test('what cannot be read is told by exit code', async t => {
  const { seal, explain, open } = start(t)
  t.match(await seal('[]'), { code: 2, stderr: /no JSON object/ })
  t.match(await seal(message, '--dialect', 'C'), { code: 2 })
  t.match(await open('{"data":{}}'), { code: 1, stderr: /signData is missing/ })
  const gone = await explain('{}', '--public-key-file', 'gone')
  t.match(gone, { code: 3, stderr: /ENOENT/ })
})
