import { writeFileSync } from 'node:fs'
import t, { type Test } from 'tap'
import { request } from 'undici'
import { connectionsTo } from '../../src/platform/trust.js'
import { startSandbox } from '../../src/sandbox/sandbox.js'
import { shortFolder } from '../bridge/socket-caller.js'
import { QUERY } from '../field/harness.js'
import { startFake } from '../platform/fake-platform.js'
import { queryFor } from '../sandbox/harness.js'
import { run } from './run.js'

const TOKEN_CHECK = '/localcfc/api/hsecfc/localEcTokenCheck'

/** A sandbox of this machine, and a claim that it confirms. */
async function start(t: Test) {
  const folder = shortFolder(t)
  const sandbox = await startSandbox({ port: 0, folder: `${folder}/sandbox` })
  t.teardown(() => sandbox.close())
  const dispatcher = connectionsTo({
    url: sandbox.url,
    pin: sandbox.fingerprint,
    caFile: '',
  })
  t.teardown(() => dispatcher.destroy())
  const { body } = await request(sandbox.url + QUERY, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(queryFor(await sandbox.issueCode('ji'))),
    dispatcher,
  })
  const { data } = (await body.json()) as { data: Record<string, string> }
  const { ecToken, idType, idNo, userName } = data
  const claim = { ecToken, idType, idNo, userName }
  const verify = (input: object | string, ...argv: string[]) =>
    run(['platform', 'verify-token', sandbox.url + TOKEN_CHECK, ...argv], {
      folder,
      input: typeof input === 'string' ? input : JSON.stringify(input),
    })
  return { folder, claim, verify }
}

t.test('a token that is theirs', async t => {
  const { claim, verify } = await start(t)
  const spoken = await verify(claim)
  t.equal(spoken.code, 0)
  t.equal(spoken.stdout, 'valid: it is theirs\n')
  const { ecToken, ...theirs } = claim
  const json = await verify(claim, '--json')
  t.equal(json.code, 0)
  t.match(JSON.parse(json.stdout), { code: 0, data: { flag: 1, ...theirs } })
})

t.test('a token that is not', async t => {
  const { claim, verify } = await start(t)
  const other = { ...claim, idNo: '11010519491231002X' }
  const spoken = await verify(other)
  t.equal(spoken.code, 1)
  t.match(spoken.stdout, 'not valid')
  const json = await verify(other, '--json')
  t.equal(json.code, 1)
  t.equal(JSON.parse(json.stdout).data.flag, 0)
})

t.test('a claim that is wrong is a matter of usage', async t => {
  const { claim, verify } = await start(t)
  const { userName, ...nameless } = claim
  for (const [input, said] of [
    ['', /not JSON/],
    ['{', /not JSON/],
    ['[]', /JSON object/],
    [nameless, /userName is missing \(XJ-D01-2019 A\.6\)/],
  ] as const) {
    const { code, stdout, stderr } = await verify(input)
    t.equal(code, 2)
    t.equal(stdout, '')
    t.match(stderr, said)
    t.notMatch(stderr, claim.idNo ?? '')
  }
})

t.test('an address that nobody allowed is a matter of usage', async t => {
  const folder = shortFolder(t)
  for (const [strUrl, said] of [
    ['https://127.0.0.1:9/', /allow list/],
    ['nowhere', /not a valid/],
  ] as const) {
    const argv = ['platform', 'verify-token', strUrl]
    const { code, stderr } = await run(argv, { folder, input: '{}' })
    t.equal(code, 2)
    t.match(stderr, said)
  }
})

t.test('a platform that refuses, or is mute', async t => {
  const { folder, claim } = await start(t)
  const fake = await startFake(t, ({ url }, response) => {
    if (url?.endsWith('/mute')) return
    response.end('{"code":500022,"message":"已过期"}')
  })
  const { url, pin } = fake
  const toml = `[call]\ndeadline = 0.5\n[[platforms]]\nurl = "${url}"\npin = "${pin}"\n`
  writeFileSync(`${folder}/nationec.toml`, toml)
  const verify = (path: string) =>
    run(['platform', 'verify-token', url + path], {
      folder,
      input: JSON.stringify(claim),
    })
  const refused = await verify('check')
  t.equal(refused.code, 1)
  t.equal(refused.stdout, '500022 已过期\n')
  t.strictSame(JSON.parse(fake.bodies[0] ?? ''), claim, 'sent bare')
  const mute = await verify('mute')
  t.equal(mute.code, 1)
  t.match(mute.stderr, 'did not answer in time')
})

t.test('a platform that hangs up is asked twice, and no longer', async t => {
  const { folder, claim } = await start(t)
  const fake = await startFake(t, ({ socket }) => socket.destroy())
  const { url, pin } = fake
  const toml = `[[platforms]]\nurl = "${url}"\npin = "${pin}"\n`
  writeFileSync(`${folder}/nationec.toml`, toml)
  const started = Date.now()
  const argv = ['platform', 'verify-token', `${url}check`]
  const input = JSON.stringify(claim)
  const { code, stderr } = await run(argv, { folder, input })
  t.equal(code, 1)
  t.match(stderr, 'cut its answer short')
  t.equal(fake.bodies.length, 2)
  t.ok(Date.now() - started < 30_000, 'no timer holds it')
})
