import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import {
  readEndpoint,
  removeEndpoint,
  sandboxFolder,
  writeEndpoint,
} from '../src/sandbox-endpoint.js'

const endpoint = {
  url: 'https://127.0.0.1:8443',
  fingerprint: Array(32).fill('AB').join(':'),
  pid: process.pid,
}

t.test('what is written is read', async t => {
  const folder = t.testdir()
  writeEndpoint(folder, endpoint)
  t.same(readEndpoint(folder), endpoint)
  t.same(readdirSync(folder), ['endpoint.json'])
})

t.test('no note, no sandbox', async t => {
  t.equal(readEndpoint(t.testdir()), undefined)
})

t.test('the note of a process that has ended is stale', async t => {
  const folder = t.testdir()
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  writeEndpoint(folder, { ...endpoint, pid })
  t.equal(readEndpoint(folder), undefined)
})

t.test('a note that leads elsewhere is not followed', async t => {
  for (const wrong of [
    { url: 'https://example.invalid' },
    { url: 'http://127.0.0.1:8443' },
    { url: 'https://127.0.0.1:8443@example.invalid' },
    { fingerprint: '' },
    { pid: 0 },
    { pid: -1 },
    { pid: '1' },
  ]) {
    const text = JSON.stringify({ ...endpoint, ...wrong })
    const folder = t.testdir({ 'endpoint.json': text })
    t.equal(readEndpoint(folder), undefined, JSON.stringify(wrong))
  }
})

t.test('half a note is none', async t => {
  const folder = t.testdir({ 'endpoint.json': '{"url":' })
  t.equal(readEndpoint(folder), undefined)
})

t.test('only the sandbox’s own note is removed', async t => {
  const folder = t.testdir()
  writeEndpoint(folder, endpoint)
  removeEndpoint(folder, { ...endpoint, url: 'https://127.0.0.1:1' })
  t.ok(existsSync(join(folder, 'endpoint.json')))
  removeEndpoint(folder, endpoint)
  t.notOk(existsSync(join(folder, 'endpoint.json')))
  removeEndpoint(folder, endpoint)
})

t.test('the folder is in the state folder', async t => {
  t.match(sandboxFolder(), /sandbox$/)
})
