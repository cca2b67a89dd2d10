import { join } from 'node:path'
import t from 'tap'
import { connect, engine, sqliteCode } from '../../src/store/engine.js'

const engines = new Set([engine, 'libsql'] as const)

for (const wanted of engines) {
  const open = () => connect(join(t.testdir({}), 'x.db'), wanted)

  t.test(`${wanted}: values come back as they went in`, async t => {
    const database = open()
    database.exec('CREATE TABLE x (a, b, c, d)')
    const values = ['张三', 1.5, null, Buffer.from([0, 1, 255])] as const
    database.prepare('INSERT INTO x VALUES (?, ?, ?, ?)').run(...values)
    const row = { a: '张三', b: 1.5, c: null, d: new Uint8Array([0, 1, 255]) }
    const select = database.prepare('SELECT * FROM x WHERE a = ?')
    for (const found of [select.get('张三'), select.all('张三')[0]]) {
      t.same(Object.keys(found ?? {}), Object.keys(row))
      t.same({ ...found, d: [] }, { ...row, d: [] })
      t.ok(found?.d instanceof Uint8Array)
      t.same(Buffer.from(found?.d as Uint8Array), Buffer.from(row.d))
    }
    t.equal(select.get('李四'), undefined, 'nothing is left of the last get')
    t.same(select.all('李四'), [])
    database.close()
  })

  t.test(`${wanted}: a lone null or buffer is a value`, async t => {
    const database = open()
    const echo = database.prepare('SELECT ? AS it')
    t.equal(echo.get(null)?.it, null)
    const found = echo.get(Buffer.from('x'))?.it as Uint8Array
    t.same([...found], [120])
    database.exec('CREATE TABLE x (a)')
    const insert = database.prepare('INSERT INTO x VALUES (?)')
    insert.run(null)
    insert.run(Buffer.from('x'))
    const types = database.prepare('SELECT typeof(a) AS type FROM x').all()
    t.same(
      types.map(row => row.type),
      ['null', 'blob'],
    )
    database.close()
  })

  t.test(`${wanted}: errors have SQLite's code`, async t => {
    const database = open()
    database.exec('CREATE TABLE x (a UNIQUE)')
    database.exec('INSERT INTO x VALUES (1)')
    const codeOf = (sql: string) => {
      try {
        database.exec(sql)
      } catch (error) {
        return sqliteCode(error)
      }
      return 0
    }
    t.equal(codeOf('nonsense'), 1)
    t.equal(codeOf('INSERT INTO x VALUES (1)'), 19, 'extended codes are cut')
    database.exec('PRAGMA max_page_count = 3')
    t.equal(codeOf('INSERT INTO x VALUES (zeroblob(100000))'), 13)
    t.equal(sqliteCode(new Error('x')), undefined)
    database.close()
  })
}
