import t from 'tap'
import { TOKEN_LIFE_MS, TokenBook } from '../../src/sandbox/token-book.js'

t.test('a token names its owner as often as it is asked', async t => {
  const book = new TokenBook()
  book.add('a', 'zhang', 0)
  t.equal(book.ownerOf('a', 1), 'zhang')
  t.equal(book.ownerOf('a', TOKEN_LIFE_MS), 'zhang')
})

t.test('a token ends by time', async t => {
  const book = new TokenBook()
  book.add('a', 'zhang', 0)
  t.equal(book.ownerOf('a', TOKEN_LIFE_MS + 1), undefined)
})

t.test('an unknown token has no owner', async t => {
  t.equal(new TokenBook().ownerOf('a', 0), undefined)
})

t.test('an ended token is forgotten', async t => {
  const book = new TokenBook()
  book.add('a', 'zhang', 0)
  book.add('b', 'zhang', TOKEN_LIFE_MS + 1)
  t.equal(book.ownerOf('a', 0), undefined)
})
