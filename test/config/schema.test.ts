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
    terminal: { filing_number: '', org_id: '' },
    scanner: { path: '', baud_rate: 9600, suffix: 'auto' },
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
    ['scanner', 'baud_rate', [9600, 115_200], [0, '9600']],
    ['scanner', 'suffix', ['cr', 'lf', 'crlf'], ['\r']],
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

t.test('every table and key has its dotted name', async t => {
  t.ok(configKeys.includes('call'))
  t.ok(configKeys.includes('call.deadline'))
  t.ok(configKeys.includes('platforms.ca_file'))
  t.equal(configKeys.length, 25)
})
