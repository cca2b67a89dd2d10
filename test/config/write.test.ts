import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { parse, stringify } from 'smol-toml'
import t from 'tap'
import { showConfig } from '../../src/config/show.js'
import { withSetting, writeSetting } from '../../src/config/write.js'

const NUMBER = '99000000000000000001'
const setting = { table: 'terminal', key: 'filing_number', value: NUMBER }
const line = `filing_number = "${NUMBER}"`

t.test('only the value changes', async t => {
  const cases: [string, string][] = [
    ['', `[terminal]\n${line}\n`],
    ['# mine\n', `# mine\n\n[terminal]\n${line}\n`],
    [
      '# mine\n[terminal] # this one\nfiling_number = ""   # soon\norg_id = "P"\n',
      `# mine\n[terminal] # this one\n${line}   # soon\norg_id = "P"\n`,
    ],
    [
      "[terminal]\nfiling_number=''\n",
      `[terminal]\n${line.replaceAll(' ', '')}\n`,
    ],
    ['[terminal]\norg_id = "P"\n', `[terminal]\n${line}\norg_id = "P"\n`],
    [
      '[terminal]\n# filing_number = ""\n[log]\nlevel = "warn"',
      `[terminal]\n${line}\n# filing_number = ""\n[log]\nlevel = "warn"`,
    ],
    [
      '[[platforms]]\nurl = "https://127.0.0.1/"\n',
      `[[platforms]]\nurl = "https://127.0.0.1/"\n\n[terminal]\n${line}\n`,
    ],
    ['terminal.filing_number = "" # x\n', `terminal.${line} # x\n`],
    ['[ terminal ]\r\nfiling_number = ""\r\n', `[ terminal ]\r\n${line}\r\n`],
    [`[terminal]\n${line}\n`, `[terminal]\n${line}\n`],
  ]
  for (const [before, after] of cases) {
    t.equal(withSetting(before, setting), after, JSON.stringify(before))
  }
})

t.test('what nationec config show prints, in either language', async t => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const before = showConfig(locale)
    const after = withSetting(before, setting)
    t.equal(after, before.replace('filing_number = ""', line))
  }
})

t.test('what is not understood is left alone', async t => {
  for (const toml of [
    'terminal = { filing_number = "" }\n',
    'text = """\n[terminal]\n"""\n',
    '[terminal]\nfiling_number = """\n"""\n',
    '[[terminal]]\nfiling_number = ""\n',
    'terminal = 1\n',
    'not toml',
  ]) {
    t.equal(withSetting(toml, setting), undefined, JSON.stringify(toml))
  }
})

/** The parser's tables have no prototype. */
const plain = (value: unknown) => structuredClone(value)

t.test('whatever stands there, the rest means the same', async t => {
  const seed = Date.now()
  const value = fc.oneof(fc.string(), fc.integer(), fc.array(fc.string()))
  const table = fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}$/), value)
  const file = fc.record(
    { terminal: table, log: table, 'a.b': table },
    { requiredKeys: [] },
  )
  const property = fc.property(file, fc.string(), (tables, value) => {
    const edited = withSetting(stringify(tables), { ...setting, value })
    // A value that is no text on one line is not understood.
    if (edited === undefined) return 'filing_number' in (tables.terminal ?? {})
    const { terminal, ...others } = parse(stringify(tables))
    const wanted = {
      ...others,
      terminal: { ...Object(terminal), filing_number: value },
    }
    return isDeepStrictEqual(plain(parse(edited)), plain(wanted))
  })
  fc.assert(property, { seed, numRuns: 200 })
  t.comment(`seed ${seed}`)
})

t.test('the file is replaced, with its mode and through a link', async t => {
  const folder = t.testdir()
  const file = join(folder, 'real.toml')
  writeFileSync(file, '# mine\n[terminal]\nfiling_number = ""\n')
  chmodSync(file, 0o640)
  const link = join(folder, 'nationec.toml')
  symlinkSync(file, link)
  writeSetting(link, setting)
  t.equal(readFileSync(file, 'utf8'), `# mine\n[terminal]\n${line}\n`)
  t.equal(statSync(file).mode & 0o777, 0o640)
  t.strictSame(readdirSync(folder).sort(), ['nationec.toml', 'real.toml'])
})

t.test('a file and its folder are made', async t => {
  const path = join(t.testdir(), 'etc', 'nationec.toml')
  writeSetting(path, setting)
  t.equal(readFileSync(path, 'utf8'), `[terminal]\n${line}\n`)
})

t.test('where it cannot be written the line is told', async t => {
  const folder = t.testdir({ 'inline.toml': 'terminal = {}\n', file: '' })
  const faults = [
    [join(folder, 'inline.toml'), /by program/],
    [join(folder, 'file', 'nationec.toml'), /ENOTDIR|EEXIST/],
  ] as const
  for (const [path, reason] of faults) {
    t.throws(() => writeSetting(path, setting), { message: reason })
    t.throws(() => writeSetting(path, setting), { message: line })
  }
  mkdirSync(join(folder, 'folder.toml'))
  t.throws(() => writeSetting(join(folder, 'folder.toml'), setting), {
    message: /EISDIR/,
  })
  t.equal(readFileSync(join(folder, 'inline.toml'), 'utf8'), 'terminal = {}\n')
})
