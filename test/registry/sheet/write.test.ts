import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { TerminalView } from '../../../src/registry/contract.js'
import { readTerminals } from '../../../src/registry/sheet/sheet.js'
import {
  writeTemplate,
  writeTerminals,
  XLSX_ROWS_MAX,
} from '../../../src/registry/sheet/write.js'
import { openArchive } from '../../../src/registry/sheet/xlsx-archive.js'
import { application } from '../terminals.js'

const NUMBER = '99000000000000000001'

function terminal(number: number, name?: string): TerminalView {
  return {
    ...application(number, name === undefined ? {} : { name }),
    receipt: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
    state: 'active',
    filingNumber: NUMBER,
    filedOn: '2019/05/01',
    ip: null,
    reason: null,
    revision: 2,
    appliedAt: 1,
    changedAt: 2,
  }
}

async function* many(...terminals: TerminalView[]) {
  yield* terminals
}

t.test('more than an XLSX holds are for a CSV', async t => {
  const folder = t.testdir({})
  let given = 0
  async function* tooMany() {
    const one = terminal(1)
    for (given = 0; given < XLSX_ROWS_MAX + 5; given++) yield one
  }
  const path = join(folder, 'sheet.xlsx')
  await t.rejects(writeTerminals(path, tooMany()), {
    code: 'too-many-to-write',
    message: new RegExp(`${XLSX_ROWS_MAX} .*csv`),
  })
  t.equal(given, XLSX_ROWS_MAX, 'no more is asked for')
  t.notOk(existsSync(path))
  const count = await writeTerminals(join(folder, 'sheet.csv'), tooMany())
  t.equal(count, XLSX_ROWS_MAX + 5)
})

for (const name of ['sheet.csv', 'sheet.XLSX']) {
  t.test(`${name}: what is written is read again`, async t => {
    const path = join(t.testdir({}), name)
    const names = ['=1+1', '@x', '-', '张三, "李四"', "'quoted'", 'a\tb']
    const terminals = names.map((name, at) => terminal(at + 1, name))
    t.equal(await writeTerminals(path, many(...terminals)), names.length)
    let at = 0
    for await (const read of readTerminals(path)) {
      const { mac } = application(at + 1)
      t.match(read, {
        row: at + 2,
        content: {
          name: names[at],
          mac,
          filingNumber: NUMBER,
          type: 'self-service',
        },
      })
      at += 1
    }
    t.equal(at, names.length)
    const before = readFileSync(path)
    await t.rejects(writeTerminals(path, many()), { code: 'EEXIST' })
    await t.rejects(writeTemplate(path), { code: 'EEXIST' })
    t.strictSame(readFileSync(path), before, 'it is not written over')
  })

  t.test(`${name}: a template has a heading and no terminal`, async t => {
    const path = join(t.testdir({}), name)
    await writeTemplate(path)
    for await (const read of readTerminals(path)) t.fail(String(read.row))
    if (name !== 'sheet.csv') {
      const cells: string[] = []
      const archive = await openArchive(path)
      for await (const chunk of archive.read('xl/worksheets/sheet1.xml'))
        cells.push(chunk)
      archive.close()
      t.match(cells.join(''), /<c r="A2001" s="\d"\/>/, 'a cell is text')
    }
    if (name === 'sheet.csv') {
      const cells = Array.from({ length: 10 }, (_, at) => `x${at}`)
      writeFileSync(path, cells.join(','), { flag: 'a' })
      for await (const read of readTerminals(path))
        t.match(read, { content: { filingNumber: 'x0', orgId: 'x9' } })
    }
  })
}
