import t from 'tap'
import {
  CHECK_FAILED,
  CHECK_PASSED,
  checkResults,
} from '../../src/dictionary/check-results.js'
import { tableLines } from './table.js'

t.test('the entries are those of table C.3, in its order', async t => {
  const ours = checkResults.map(({ flag, name }) => `${flag}\t${name}\n`)
  t.equal(ours.join(''), tableLines('table-c3'))
})

t.test('a result is a number, as clients compare it', async t => {
  t.equal(CHECK_FAILED, 0)
  t.equal(CHECK_PASSED, 1)
})
