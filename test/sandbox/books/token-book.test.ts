import t from 'tap'
import {
  issuerOf,
  TOKEN_LIFE_MS,
  tokenBook,
} from '../../../src/sandbox/books/token-book.js'
import { openTestOneTime } from '../harness.js'

const zhang = {
  userName: '张三',
  idType: '01',
  idNo: '990101199801010017',
  insuOrg: '130300',
}

t.test('a token names its owner as often as it is asked', async t => {
  const book = tokenBook((await openTestOneTime(t))(''), '13')
  await book.add('a', zhang, 0)
  for (const now of [1, TOKEN_LIFE_MS])
    t.strictSame(await book.look('a', now), { verdict: 'ok', meaning: zhang })
  const ended = await book.look('a', TOKEN_LIFE_MS + 1)
  t.strictSame(ended, { verdict: 'expired' })
  t.strictSame(await book.look('b', 0), { verdict: 'unknown' })
})

t.test('a token is good for half an hour', t => {
  t.equal(TOKEN_LIFE_MS, 30 * 60_000, 'as docs/sandbox.md says')
  t.end()
})

t.test('a token tells who gave it', async t => {
  t.equal(issuerOf('430000ec00112233445566778899aabbccddee'), '43')
})
