import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { Exchange } from '../../src/recorder/format.js'
import { createRecording, readRecording } from '../../src/recorder/recording.js'
import { shortFolder } from '../bridge/socket-caller.js'

const exchange: Exchange = {
  number: 1,
  path: '/localcfc/api/hsecfc/localQrCodeQuery',
  request: { form: 'plain', message: { transType: 'ec.query' } },
  status: 200,
  reply: { form: 'opaque', why: 'no-keys', bytes: 7 },
  ms: 3,
}

t.test('what was appended is read again; nobody else may', async t => {
  const path = join(shortFolder(t), 'visit.jsonl')
  const file = createRecording(path)
  file.append(exchange)
  t.strictSame(readRecording(path).exchanges, [exchange], 'at once')
  file.append({ ...exchange, number: 2 })
  file.close()
  const { exchanges, cut } = readRecording(path)
  t.strictSame(
    exchanges.map(({ number }) => number),
    [1, 2],
  )
  t.equal(cut, false)
  if (process.platform !== 'win32') t.equal(statSync(path).mode & 0o777, 0o600)
})

t.test('a recording is never written over', async t => {
  const path = join(shortFolder(t), 'visit.jsonl')
  createRecording(path).close()
  t.throws(() => createRecording(path), { code: 'EEXIST' })
})

t.test('a line that a crash cut short does no harm', async t => {
  const path = join(shortFolder(t), 'visit.jsonl')
  const file = createRecording(path)
  file.append(exchange)
  file.close()
  appendFileSync(path, '{"number":2,"pa')
  t.match(readRecording(path), { exchanges: [exchange], cut: true })
})

t.test('what is no recording, newer, or damaged', async t => {
  const path = join(shortFolder(t), 'visit.jsonl')
  writeFileSync(path, 'hello\n')
  t.throws(() => readRecording(path), /is no recording/)
  const file = join(shortFolder(t), 'good.jsonl')
  createRecording(file).close()
  const first = readFileSync(file, 'utf8')
  writeFileSync(path, first.replace('"version":1', '"version":2'))
  t.throws(() => readRecording(path), /version 2 .* knows 1/)
  writeFileSync(path, `${first}{"number":1}\n${JSON.stringify(exchange)}\n`)
  t.throws(() => readRecording(path), /line 2 is damaged/)
  t.throws(() => readRecording('./none'), { code: 'ENOENT' })
})
