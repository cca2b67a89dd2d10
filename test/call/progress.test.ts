import t from 'tap'
import { failedAnswer } from '../../src/call/answer.js'
import { Progress } from '../../src/call/progress.js'
import { readRequest } from '../../src/call/request.js'
import type { JournalRow } from '../../src/call/rooms.js'
import { Failure } from '../../src/failure.js'
import { IN_DATA, ORG_ID } from './fake-rooms.js'

function startProgress() {
  const rows: JournalRow[] = []
  const over = new AbortController()
  const journal = { append: (row: JournalRow) => void rows.push(row) }
  const progress = new Progress('call-1', journal, over.signal)
  return { rows, over, progress }
}

t.test('a step is reached when it has been written', async t => {
  const { rows, progress } = startProgress()
  t.equal(progress.step, 'received')
  progress.enter('armed', { orgId: '1' }, { data: 1 })
  t.equal(progress.step, 'armed')
  const facts = { orgId: '1' }
  const row = { call: 'call-1', step: 'armed', facts, sealed: { data: 1 } }
  t.strictSame(rows, [row])
})

t.test('a step that could not be written is not reached', async t => {
  const append = () => {
    throw new Error('no disk')
  }
  const { signal } = new AbortController()
  const progress = new Progress('call-1', { append }, signal)
  t.throws(() => progress.enter('armed', {}), { message: 'no disk' })
  t.equal(progress.step, 'received')
})

t.test('a call that is over takes no more steps', async t => {
  const { rows, over, progress } = startProgress()
  over.abort(new Error('deadline'))
  t.throws(() => progress.enter('armed', {}), { message: 'deadline' })
  t.strictSame(rows, [])
})

t.test('it is delivered all the same, with what it failed of', async t => {
  const { rows, over, progress } = startProgress()
  over.abort('deadline')
  const failure = new Failure('nothing-scanned')
  const answer = failedAnswer(failure, '', 'en')
  progress.deliver(-2, answer, failure)
  const detail = 'nothing was scanned: scan again'
  t.match(rows, [
    {
      step: 'delivered',
      facts: { code: -2, failure: 'nothing-scanned', detail },
      sealed: { answer },
    },
  ])
})

t.test('what is known of the request is told once', async t => {
  const { rows, progress } = startProgress()
  progress.enter('received', { strUrl: 'x' })
  progress.begin(readRequest(IN_DATA))
  t.equal(progress.orgId, ORG_ID)
  progress.enter('armed', {})
  progress.enter('scanned', { kind: 'medical' })
  t.strictSame(
    rows.map(({ facts }) => facts),
    [
      { strUrl: 'x' },
      { orgId: ORG_ID, transType: 'ec.query' },
      { kind: 'medical' },
    ],
  )
})

t.test('a call that is refused at once tells what it was', async t => {
  const { rows, progress } = startProgress()
  progress.begin(readRequest(IN_DATA))
  const failure = new Failure('scanner-none')
  progress.deliver(-1, failedAnswer(failure, ORG_ID, 'en'), failure)
  t.match(rows[0]?.facts, { orgId: ORG_ID, transType: 'ec.query', code: -1 })
})

t.test('nothing comes after the last step', async t => {
  const { rows, progress } = startProgress()
  progress.deliver(0, { code: 0, message: '', orgId: '', data: {} }, undefined)
  const failure = { symbol: 'unforeseen', code: -1 }
  t.throws(() => progress.enter('armed', {}), failure)
  t.equal(rows.length, 1)
})
