import t, { type Test } from 'tap'
import {
  TOKEN_LIFE_MS,
  TokenBook,
} from '../../../src/sandbox/books/token-book.js'
import { openTestState } from '../harness.js'

const zhang = {
  userName: '张三',
  idType: '01',
  idNo: '990101199801010017',
  insuOrg: '130300',
}

const open = (t: Test, clock?: () => number) =>
  new TokenBook(openTestState(t, clock), '13')

t.test('a token names its owner as often as it is asked', async t => {
  const book = open(t)
  book.add('a', zhang, 0)
  t.strictSame(book.ownerOf('a', 1), zhang)
  t.strictSame(book.ownerOf('a', TOKEN_LIFE_MS), zhang)
})

t.test('a token ends by time', async t => {
  const book = open(t)
  book.add('a', zhang, 0)
  t.equal(book.ownerOf('a', TOKEN_LIFE_MS + 1), undefined)
})

t.test('an unknown token has no owner', async t => {
  t.equal(open(t).ownerOf('a', 0), undefined)
})

t.test('an ended token is forgotten', async t => {
  let now = 0
  const book = open(t, () => now)
  book.add('a', zhang, 0)
  now = TOKEN_LIFE_MS + 1
  for (let count = 0; count < 1000; count++) book.add(`${count}`, zhang, now)
  t.equal(book.ownerOf('a', 0), undefined)
})
