/**
 * A sheet of terminals, to the registry and back.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { application } from '../registry/terminals.js'
import { startRegistryMachine } from './registry-machine.js'

async function setUp(t: Test) {
  const { nationec, ...machine } = await startRegistryMachine(t)
  process.env.NATIONEC_REGISTRY_TOKEN = await machine.registry.addOperator('li')
  t.teardown(() => delete process.env.NATIONEC_REGISTRY_TOKEN)
  const terminal = (...argv: string[]) => nationec('terminal', ...argv)
  return { ...machine, nationec, terminal }
}

const rowOf = (number: number, mac = application(number).mac) =>
  `,终端${number},收费,1.0,某某医院,某某公司,,${mac},扫码枪,H99000000001\r\n`

t.test('from an empty sheet to one exported', async t => {
  const { folder, registry, terminal } = await setUp(t)
  const sheet = join(folder, 'sheet.csv')
  t.equal((await terminal('template', 'sheet.csv')).code, 0)
  const made = await terminal('template', 'x.csv', '--json')
  t.strictSame(JSON.parse(made.stdout), { file: 'x.csv' })
  const again = await terminal('template', 'sheet.csv')
  t.equal(again.code, 3, 'it is not written over')
  const heading = readFileSync(sheet, 'utf8').trimEnd()
  const write = (...rows: string[]) =>
    writeFileSync(sheet, `${heading}\r\n${rows.join('')}`)

  write()
  t.match(await terminal('import', 'sheet.csv'), { code: 1, stderr: /heading/ })
  write(rowOf(1), rowOf(2, 'none'), rowOf(3, '=A1'), rowOf(1))
  const bad = await terminal('import', 'sheet.csv')
  t.equal(bad.code, 1)
  t.match(bad.stdout, /^row 3: MAC/m)
  t.match(bad.stdout, /^row 4: .*formula/m)
  t.match(bad.stdout, /^row 5: .*row 2/m, 'in the same round')
  t.match(bad.stdout, /none is registered/)
  t.notMatch(bad.stdout, /the first/)
  write(rowOf(1), rowOf(1))
  const twice = await terminal('import', 'sheet.csv', '--json')
  t.equal(twice.code, 1)
  t.match(JSON.parse(twice.stdout), {
    registered: 0,
    problems: [{ row: 3, field: 'mac' }],
  })
  t.equal((await registry.search({ limit: 9 })).terminals.length, 0)
  write(rowOf(1), rowOf(2))
  const good = await terminal('import', 'sheet.csv')
  t.match(good, { code: 0, stdout: /: 2$/m })

  const exported = await terminal('export', 'all.xlsx', '--json')
  t.match(JSON.parse(exported.stdout), { count: 2 })
  const onFile = await terminal('import', 'all.xlsx')
  t.equal(onFile.code, 1)
  t.match(onFile.stdout, /^row 2: .*99000000000000000001/m)
  writeFileSync(join(folder, 'wrong.csv'), '颜色\r\n')
  const wrong = await terminal('import', 'wrong.csv')
  t.equal(wrong.code, 1)
  for (const word of [/颜色/, /MAC/]) t.match(wrong.stderr, word)
  t.equal((await terminal('import', 'none.csv')).code, 3)
  write(...Array.from({ length: 1001 }, () => rowOf(3, 'none')))
  const many = await terminal('import', 'sheet.csv')
  t.match(many, { code: 1, stdout: /^row 1001: .*\n.*the first 1000/m })
})

t.test('over a line that breaks, nothing is registered twice', async t => {
  const { folder, line, nationec, registry, terminal } = await setUp(t)
  const sheet = join(folder, 'sheet.csv')
  t.equal((await terminal('template', 'sheet.csv')).code, 0)
  const rows = Array.from({ length: 2500 }, (_, at) => rowOf(at + 1))
  writeFileSync(sheet, rows.join(''), { flag: 'a' })
  line.loseAnswers(3)
  const done = await terminal('import', 'sheet.csv', '--json')
  t.strictSame(JSON.parse(done.stdout), { registered: 2500, problems: [] })
  const found = await registry.search({ q: application(2500).mac, limit: 9 })
  t.match(found.terminals, [{ filingNumber: '99000000000000002500' }])

  const history = ['registry', 'history']
  const first = await nationec(...history)
  t.match(first, { code: 0, stdout: /more than 1000: use --limit\n$/ })
  const many = await nationec(...history, '--limit', '2200', '--json')
  const entries: { id: string }[] = JSON.parse(many.stdout)
  t.equal(new Set(entries.map(({ id }) => id)).size, 2200, 'over three pages')
  const whole = await nationec(...history, '--limit', '2500')
  t.notMatch(whole.stdout, /more than/)
})
