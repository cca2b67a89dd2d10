import t from 'tap'
import {
  journalKeyPath,
  journalPath,
  replyCharset,
} from '../../src/config/resolve.js'
import { configSchema, defaultConfig } from '../../src/config/schema.js'
import { statePath } from '../../src/paths.js'

t.test('the journal is where it was put, else in the state folder', async t => {
  const moved = configSchema.parse({ journal: { path: '/data/j.db' } })
  t.equal(journalPath(moved), '/data/j.db')
  t.equal(journalPath(defaultConfig), statePath('journal.db'))
  t.equal(journalKeyPath(), statePath('journal.key'))
})

t.test('an ASCII caller gets what its system uses, or what is set', async t => {
  t.equal(replyCharset(defaultConfig, 'win32'), 'gb18030')
  t.equal(replyCharset(defaultConfig, 'linux'), 'utf-8')
  const set = configSchema.parse({ reply: { charset: 'utf-8' } })
  t.equal(replyCharset(set, 'win32'), 'utf-8')
})
