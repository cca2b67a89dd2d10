import t from 'tap'
import { displayWidth, printColumns } from '../../src/cli/columns.js'

t.test('a Chinese character takes two columns', async t => {
  t.equal(displayWidth('MAC'), 3)
  t.equal(displayWidth('终端 MAC'), 8)
  t.equal(displayWidth('（ａ）'), 6)
  t.equal(displayWidth('𠮷'), 2)
  t.equal(displayWidth(''), 0)
})

t.test('cells stand below each other', async t => {
  const written = t.capture(process.stdout, 'write')
  printColumns([['终端', 'x', ''], ['MAC', 'yy', 'z'], ['a']])
  const lines = written().map(({ args: [line] }) => line)
  t.strictSame(lines, ['终端  x\n', 'MAC   yy  z\n', 'a\n'])
})
