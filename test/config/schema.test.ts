import t from 'tap'
import {
  type Config,
  configKeys,
  configSchema,
  defaultConfig,
} from '../../src/config/schema.js'

const HEX = 'ab'.repeat(32)
const url = 'https://platform.example.invalid/localcfc/'

t.test('the defaults are the documented ones', async t => {
  t.strictSame(defaultConfig, {
    call: { deadline: 60, waiting: 256 },
    reply: {
      max_bytes: 2048,
      charset: 'auto',
      language: 'zh-CN',
      data: 'object',
      returns: 'status',
    },
    terminal: {
      filing_number: '',
      org_id: '',
      interface: '',
      on_change: 'warn',
      on_contradiction: 'warn',
    },
    registry: { url: '', pin: '' },
    scanner: {
      path: 'auto',
      usb: '',
      serial: '',
      driver: 'auto',
      baud_rate: 0,
      suffix: 'auto',
      prefix: '',
      strip: 'none',
      idle_gap: 50,
      refuse_other_codes: true,
    },
    scanners: [],
    face: { command: [] },
    card: { command: [] },
    platforms: [],
    journal: { path: '', keep_days: 90 },
    log: { level: 'info' },
  } satisfies Config)
})

t.test('a configuration cannot be changed', async t => {
  const call = defaultConfig.call as { deadline: number }
  t.throws(() => {
    call.deadline = 1
  }, TypeError)
  const { platforms } = configSchema.parse({ platforms: [{ url }] })
  t.throws(() => (platforms as unknown[]).push(1), TypeError)
})

const limits: [table: string, key: string, good: unknown[], bad: unknown[]][] =
  [
    ['call', 'deadline', [0.1, 0.5, 600], [0, 0.09, 600.1, '60', Number.NaN]],
    ['call', 'waiting', [0, 10_000], [-1, 10_001, 1.5]],
    ['reply', 'max_bytes', [512, 20_480], [511, 20_481, 2048.5]],
    ['reply', 'charset', ['utf-8', 'gb18030', 'auto'], ['UTF-8', 'gbk', 1]],
    ['reply', 'language', ['zh-CN', 'en'], ['zh', '']],
    ['reply', 'data', ['object', 'string'], [true]],
    ['reply', 'returns', ['status', 'outdata'], ['']],
    ['terminal', 'filing_number', ['', '1'.repeat(20)], ['1', 1e19, 'x']],
    ['terminal', 'org_id', ['', 'H'.repeat(40)], ['H'.repeat(41), 3]],
    ['scanner', 'usb', ['', '1eab:1d06', '1EAB:1D06'], ['1eab', ' ', 1]],
    ['scanner', 'serial', ['', 'x'.repeat(126)], ['x'.repeat(127)]],
    [
      'scanner',
      'driver',
      ['newland', 's-cmd', 'auto', 'keyboard'],
      ['', 'auto-probe'],
    ],
    ['scanner', 'baud_rate', [0, 300, 115_200], [-1, 1, 299, 4e6 + 1, '9600']],
    ['scanner', 'suffix', ['cr', 'lf', 'crlf', 'tab', 'none'], ['\r']],
    ['scanner', 'prefix', ['', '\u0002'], ['x'.repeat(41)]],
    ['scanner', 'strip', ['aim', 'symbol'], [true]],
    ['scanner', 'idle_gap', [5, 1000], [4, 1001, 5.5]],
    ['scanner', 'refuse_other_codes', [true, false], ['yes']],
    ['face', 'command', [[], ['a', 'b']], [[1], 'a']],
    ['card', 'command', [['a b', '']], [['']]],
    ['journal', 'keep_days', [1, 3650], [0, 3651]],
    ['log', 'level', ['trace', 'silent'], ['verbose']],
  ]

for (const [table, key, good, bad] of limits) {
  t.test(`${table}.${key} keeps its range`, async t => {
    const accepts = (value: unknown) =>
      configSchema.safeParse({ [table]: { [key]: value } }).success
    for (const value of good) t.ok(accepts(value), `accepts ${value}`)
    for (const value of bad) t.notOk(accepts(value), `refuses ${value}`)
  })
}

t.test('a fingerprint is kept as Node writes it', async t => {
  const pinOf = (pin: string) =>
    configSchema.parse({ platforms: [{ url, pin }] }).platforms[0]?.pin
  const colons = HEX.toUpperCase().match(/../g)?.join(':')
  t.equal(pinOf(HEX), colons)
  t.equal(pinOf(`${colons}`), colons)
  t.equal(pinOf(''), '')
  for (const bad of ['ab', `${HEX}ab`, HEX.replace('a', 'g')])
    t.throws(() => pinOf(bad), `refuses ${bad}`)
})

t.test('a platform is a plain prefix', async t => {
  const accepts = (url: unknown) =>
    configSchema.safeParse({ platforms: [{ url }] }).success
  t.ok(accepts(url))
  t.ok(accepts('http://127.0.0.1:8080/'))
  for (const bad of [
    undefined,
    '',
    'platform.example.invalid/',
    'ftp://platform.example.invalid/',
    'https://platform.example.invalid',
    'https://platform.example.invalid/?x=/',
    'https://platform.example.invalid/#/',
    'https://user:secret@platform.example.invalid/',
  ])
    t.notOk(accepts(bad), `refuses ${bad}`)
})

const signing = {
  url,
  app_id: 'APP',
  app_secret_file: 'secret',
  private_key_file: 'ours',
  public_key_file: 'theirs',
}

t.test('a platform is plain, in dialect A, until told otherwise', async t => {
  const { platforms } = configSchema.parse({ platforms: [{ url }] })
  t.match(platforms[0], {
    envelope: 'plain',
    dialect: 'A',
    sign: 'SM2',
    version: '1.0.0',
    proxy: '',
  })
})

/** The keys that a platform of this kind lacks. */
function lacking(platform: object): PropertyKey[] {
  const { error } = configSchema.safeParse({ platforms: [platform] })
  return (error?.issues ?? []).map(({ path }) => path[2] as PropertyKey)
}

t.test('an envelope needs the application and its keys', async t => {
  const app = ['app_id', 'app_secret_file']
  const pair = ['private_key_file', 'public_key_file']
  for (const envelope of ['signed', 'encrypted']) {
    t.strictSame(lacking({ ...signing, envelope }), [])
    t.strictSame(lacking({ url, envelope }), [...app, ...pair])
    t.strictSame(lacking({ url, envelope, sign: 'SM3' }), app)
  }
  t.strictSame(lacking({ url, sign: 'SM3', dialect: 'B' }), [])
  t.strictSame(lacking({ ...signing, envelope: 'SM4' }), ['envelope'])
  t.strictSame(lacking({ ...signing, dialect: 'C' }), ['dialect'])
  t.strictSame(lacking({ ...signing, version: '1'.repeat(11) }), ['version'])
})

t.test('a client certificate comes with its key', async t => {
  t.strictSame(lacking({ url, client_cert_file: 'c' }), ['client_key_file'])
  t.strictSame(lacking({ url, client_key_file: 'k' }), ['client_cert_file'])
  const both = { client_cert_file: 'c', client_key_file: 'k' }
  t.strictSame(lacking({ url, ...both }), [])
})

t.test('a proxy is an origin', async t => {
  for (const proxy of ['', 'http://127.0.0.1:3128', 'https://[::1]:1/'])
    t.strictSame(lacking({ url, proxy }), [], proxy)
  for (const proxy of ['x', 'ftp://x/', 'http://a:b@x', 'http://x/y'])
    t.strictSame(lacking({ url, proxy }), ['proxy'], proxy)
})

t.test('every table and key has its dotted name, once', async t => {
  const scanners = [{ usb: '1eab:1d06' }]
  const whole = configSchema.parse({ platforms: [{ url }], scanners })
  const names = Object.entries(whole).flatMap(([table, keys]) => {
    const one = Array.isArray(keys) ? keys[0] : keys
    return [table, ...Object.keys(one).map(key => `${table}.${key}`)]
  })
  t.strictSame([...configKeys].sort(), names.sort())
  for (const name of ['call.deadline', 'scanners.usb', 'platforms.ca_file'])
    t.ok(names.includes(name), name)
})
