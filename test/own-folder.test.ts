import { existsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { makeOwnFolder } from '../src/own-folder.js'

t.test('each has its own, which is removed with what is in it', async t => {
  const [one, other] = [
    makeOwnFolder('nationec-a'),
    makeOwnFolder('nationec-a'),
  ]
  t.not(one.folder, other.folder)
  t.ok(one.folder.startsWith(join(tmpdir(), 'nationec-a-')))
  writeFileSync(join(one.folder, 'x'), '')
  one.remove()
  one.remove()
  t.notOk(existsSync(one.folder))
  t.ok(existsSync(other.folder))
  other.remove()
})
