/**
 * Every entry of table C.4, and what the field adds, as a program hears it
 * from the library when the person who stands for it shows a code.
 * @module
 */
import t from 'tap'
import { returnCodes } from '../../src/dictionary/return-codes.js'
import { tableLines } from '../dictionary/table.js'
import { parse } from './callers.js'
import { startField } from './harness.js'

/** Of the specification; the last was seen in the field alone. */
const listed = tableLines('table-c4')
  .trimEnd()
  .split('\n')
  .map(line => Number(line.split('\t')[0]))

const field = await startField(t)
const heard: number[] = []

for (const { code, message } of returnCodes) {
  t.test(`${code} ${message}`, async t => {
    const seen = await field.callAndShow(String(code))
    const answer = parse(seen)
    t.equal(answer.code, code)
    t.equal(seen.returned, code === 0 ? '0000' : String(code))
    if (code !== 0) t.match(answer, { message: String, data: {} })
    heard.push(answer.code)
  })
}

t.test('none of the table is missing', async t => {
  t.strictSame(heard, [...listed, 500159])
})
