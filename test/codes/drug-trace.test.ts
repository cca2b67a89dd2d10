import t from 'tap'
import { isDrugTrace } from '../../src/codes/drug-trace.js'

t.test('20 digits that begin with 8 are a trace code', async t => {
  t.ok(isDrugTrace('81348760218900212345'))
  t.ok(isDrugTrace('84000000000000000000'))
})

t.test('what only resembles one is none', async t => {
  t.notOk(isDrugTrace('8134876021890021234'), '19 digits')
  t.notOk(isDrugTrace('813487602189002123456'), '21 digits')
  t.notOk(isDrugTrace('91348760218900212345'))
  t.notOk(isDrugTrace('8134876021890021234X'))
})
