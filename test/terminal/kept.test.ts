import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { keep, keptPath, readKept } from '../../src/terminal/kept.js'

const eth0 = { interface: 'eth0', mac: '00:00:5e:00:53:01', ip: '192.0.2.1' }
const wlan0 = { interface: 'wlan0', mac: '00:00:5e:00:53:02', ip: '192.0.2.2' }

t.test('what was chosen is kept for each platform', async t => {
  const folder = join(t.testdir(), 'made')
  const path = join(folder, 'terminal.json')
  t.equal(readKept('a.invalid', path), undefined)
  keep('a.invalid', eth0, path)
  keep('b.invalid', wlan0, path)
  t.strictSame(readKept('a.invalid', path), eth0)
  t.strictSame(readKept('b.invalid', path), wlan0)
  keep('a.invalid', wlan0, path)
  t.strictSame(readKept('a.invalid', path), wlan0)
  t.strictSame(readdirSync(folder), ['terminal.json'], 'no draft is left')
})

t.test('a damaged file is as none, and is replaced', async t => {
  const path = join(t.testdir(), 'terminal.json')
  for (const damaged of ['', '{', '[]', '{"platforms":{"a":{"mac":1}}}']) {
    writeFileSync(path, damaged)
    t.equal(readKept('a', path), undefined, damaged)
    keep('a', eth0, path)
    t.strictSame(readKept('a', path), eth0)
  }
})

t.test('the oldest platform is forgotten', async t => {
  const path = join(t.testdir(), 'terminal.json')
  for (let at = 0; at < 40; at++) keep(`p${at}.invalid`, eth0, path)
  t.equal(readKept('p0.invalid', path), undefined)
  t.strictSame(readKept('p39.invalid', path), eth0)
  const { platforms } = JSON.parse(readFileSync(path, 'utf8'))
  t.equal(Object.keys(platforms).length, 32)
  keep('p8.invalid', wlan0, path)
  keep('new.invalid', eth0, path)
  t.strictSame(readKept('p8.invalid', path), wlan0, 'kept again, it is new')
  t.equal(readKept('p9.invalid', path), undefined)
})

t.test('a name that objects have is a host like any other', async t => {
  const path = join(t.testdir(), 'terminal.json')
  t.equal(readKept('constructor', path), undefined)
})

t.test('a folder that cannot be written is the system’s error', async t => {
  const path = join(t.testdir({ file: '' }), 'file', 'terminal.json')
  t.throws(() => keep('a', eth0, path), { code: /ENOTDIR|EEXIST/ })
})

t.test('it is in the state folder', async t => {
  t.match(keptPath(), /terminal\.json$/)
})
