import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import {
  asksFor,
  dropPending,
  keepPending,
  newPending,
  pendingPath,
  readPending,
} from '../../src/terminal/application.js'

const application = {
  type: 'self-service' as const,
  name: '挂号自助终端',
  purpose: '用于患者自助进行挂号等操作',
  version: '1.2',
  institution: '某某医院',
  developer: '某某开发有限公司',
  mac: '00:00:5e:00:53:01',
  orgId: 'H99000000001',
}

t.test('it is kept until it is answered', async t => {
  const path = join(t.testdir(), 'made', 'application.json')
  t.equal(readPending(path), undefined)
  const asked = newPending(application, () => 'key-00001')
  keepPending(asked, path)
  t.strictSame(readPending(path), asked)
  keepPending({ ...asked, receipt: 'r' }, path)
  t.match(readPending(path), { key: 'key-00001', receipt: 'r' })
  dropPending(path)
  t.equal(readPending(path), undefined)
  dropPending(path)
})

t.test('a damaged one is as none', async t => {
  const path = join(t.testdir(), 'application.json')
  for (const damaged of ['', '{', '{"key":1}']) {
    writeFileSync(path, damaged)
    t.equal(readPending(path), undefined, damaged)
  }
})

t.test('each has a key of its own', async t => {
  const one = newPending(application)
  const other = newPending(application)
  t.not(one.key, other.key)
  t.match(one.key, /^[\w.:-]{8,100}$/, 'as registries want it')
})

t.test('whether it asks for the same', async t => {
  const one = newPending(application)
  t.ok(asksFor(one, { ...application }))
  t.notOk(asksFor(one, { ...application, version: '1.3' }))
})

t.test('it is in the state folder', async t => {
  t.match(pendingPath(), /application\.json$/)
})
