import { join } from 'node:path'
import t, { type Test } from 'tap'
import { findConfigFile, loadConfig } from '../../src/config/load.js'
import { ConfigError } from '../../src/config/problems.js'
import { defaultConfig } from '../../src/config/schema.js'

const file = (deadline: number) => `[call]\ndeadline = ${deadline}\n`

/** The fault of a file with these bytes, in English. */
function faultOf(t: Test, content: string | Buffer): ConfigError {
  const path = join(t.testdir({ 'x.toml': content }), 'x.toml')
  try {
    loadConfig({ path, environment: { LANG: 'en_US.UTF-8' } })
  } catch (error) {
    if (error instanceof ConfigError) return error
  }
  throw new Error('was accepted')
}

t.test('the first file of the search order counts', async t => {
  const cwd = t.testdir({
    'nationec.toml': file(3),
    'named.toml': file(1),
    'environment.toml': file(2),
    ProgramData: { nationec: { 'nationec.toml': file(4) } },
    empty: {},
  })
  const environment = { NATIONEC_CONFIG: join(cwd, 'environment.toml') }
  const named = loadConfig({ path: 'named.toml', environment, cwd })
  t.equal(named.config.call.deadline, 1, '--config')
  t.equal(named.path, join(cwd, 'named.toml'))
  const second = loadConfig({ environment, cwd })
  t.equal(second.config.call.deadline, 2, '$NATIONEC_CONFIG')
  const third = loadConfig({ environment: {}, cwd })
  t.equal(third.config.call.deadline, 3, 'the working folder')
  const fourth = loadConfig({
    environment: { ProgramData: join(cwd, 'ProgramData') },
    cwd: join(cwd, 'empty'),
    platform: 'win32',
  })
  t.equal(fourth.config.call.deadline, 4, 'the system')
})

t.test('without any file all is default', async t => {
  const cwd = t.testdir({})
  const environment = { ProgramData: cwd }
  const options = { cwd, environment, platform: 'win32' as const }
  t.equal(findConfigFile(options), undefined)
  t.strictSame(loadConfig(options), { config: defaultConfig, path: undefined })
})

t.test('a file that was named must be there', async t => {
  const cwd = t.testdir({ 'nationec.toml': file(3) })
  const environment = { NATIONEC_CONFIG: 'gone.toml' }
  for (const options of [{ path: 'gone.toml' }, { environment }])
    t.throws(() => loadConfig({ cwd, ...options }), {
      name: 'ConfigError',
      path: join(cwd, 'gone.toml'),
      problems: [/gone\.toml.*ENOENT/],
    })
})

t.test('paths are relative to the file, a device is not', async t => {
  const folder = t.testdir({
    'x.toml': `
      [scanner]
      path = "COM3"
      [journal]
      path = "data/journal.db"
      [[platforms]]
      url = "https://platform.example.invalid/"
      ca_file = "ca.pem"
      envelope = "signed"
      app_id = "a.b"
      app_secret_file = "secret"
      private_key_file = "keys/ours"
      public_key_file = "/theirs"
      client_cert_file = "cert.pem"
      client_key_file = "key.pem"
      [[platforms]]
      url = "http://127.0.0.1/"`,
  })
  const { config } = loadConfig({ path: join(folder, 'x.toml') })
  t.equal(config.scanner.path, 'COM3')
  t.equal(config.journal.path, join(folder, 'data/journal.db'))
  t.strictSame(
    config.platforms.map(platform => platform.ca_file),
    [join(folder, 'ca.pem'), ''],
  )
  t.match(config.platforms[0], {
    app_id: 'a.b',
    app_secret_file: join(folder, 'secret'),
    private_key_file: join(folder, 'keys/ours'),
    public_key_file: '/theirs',
    client_cert_file: join(folder, 'cert.pem'),
    client_key_file: join(folder, 'key.pem'),
  })
})

t.test('a byte order mark and CRLF, as Notepad writes them', async t => {
  const notepad = '\ufeff[call]\r\n# 注释\r\ndeadline = 5\r\n'
  const folder = t.testdir({ 'x.toml': notepad })
  const { config } = loadConfig({ path: join(folder, 'x.toml') })
  t.equal(config.call.deadline, 5)
})

t.test('a file in GBK says how to save it', async t => {
  const gbk = Buffer.from([0x23, 0xd2, 0xbd, 0xb1, 0xa3])
  t.match(faultOf(t, gbk).problems, [/x\.toml is not UTF-8: save it again/])
})

t.test('a syntax error has its line, and nothing of the file', async t => {
  const fault = faultOf(t, 'a = 1\napp_secret = "hunter2\n')
  t.equal(fault.problems.length, 1)
  t.match(fault.message, /x\.toml, line 2, column \d+: not TOML/)
  t.notMatch(fault.message, /hunter2/)
})

t.test('an unquoted filing number has its line', async t => {
  const fault = faultOf(t, '[terminal]\nfiling_number=12345678901234567890')
  t.match(fault.message, /line 2.*represented losslessly/)
})

t.test('keys that would change objects are refused', async t => {
  t.match(faultOf(t, '[__proto__]\nx = 1').message, /line 1.*unsafe/)
})

t.test('every fault is told at once', async t => {
  const { problems } = faultOf(
    t,
    `stray = 1
    [call]
    deadline = 0
    waiting = "many"
    [reply]
    charset = "gbk"
    [[platforms]]
    pin = "ab"`,
  )
  t.equal(problems.length, 6)
})

t.test('the language is that of the environment', async t => {
  const path = join(t.testdir({ 'x.toml': 'foo = 1' }), 'x.toml')
  const environment = { LANG: 'zh_CN.UTF-8' }
  t.throws(() => loadConfig({ path, environment }), { message: /没有 foo/ })
})
