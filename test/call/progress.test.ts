import t from 'tap'
import { failedAnswer } from '../../src/call/answer.js'
import { Progress } from '../../src/call/progress.js'
import type { JournalRow } from '../../src/call/rooms.js'
import { Failure } from '../../src/failure.js'

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
  t.throws(() => progress.enter('sent', {}), 'and nothing comes after that')
  t.match(rows, [
    {
      step: 'delivered',
      facts: { code: -2, failure: 'nothing-scanned', detail },
      sealed: { answer },
    },
  ])
})
