import t from 'tap'
import { englishMeaning } from '../../src/dictionary/return-code-meanings.js'
import { returnCodes } from '../../src/dictionary/return-codes.js'

t.test('each code is told in English', async t => {
  for (const { code } of returnCodes)
    t.match(englishMeaning(code), /^[a-zA-Z]/, `${code}`)
})

t.test('a code that nobody listed means nothing', async t => {
  t.equal(englishMeaning(42), undefined)
})
