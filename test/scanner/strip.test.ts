import t from 'tap'
import { stripped } from '../../src/scanner/strip.js'

const text = (code: string, strip: 'aim' | 'symbol' | 'none') =>
  stripped(Buffer.from(code), strip).toString()

t.test('an identifier is taken off once, at the start only', async t => {
  t.equal(text(']Q1]Q1abc', 'aim'), ']Q1abc')
  t.equal(text('abc]Q1', 'aim'), 'abc]Q1')
  t.equal(text('P01P00abc', 'symbol'), 'P00abc')
  t.equal(text('DAP00838418592059', 'symbol'), 'AP00838418592059')
})

t.test('what is none stays', async t => {
  t.equal(text('] 1abc', 'aim'), '] 1abc')
  t.equal(text(']', 'aim'), ']')
  t.equal(text('p01', 'symbol'), 'p01')
  t.equal(text('', 'symbol'), '')
  t.equal(text('P0', 'symbol'), '0', 'P alone is a letter')
})
