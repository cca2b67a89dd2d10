import t from 'tap'
import { Stream } from '../../../src/sandbox/control/chance.js'

t.test('a stream depends on its seed, its use and its position alone', t => {
  const first = new Stream(7, 'codes')
  const drawn = [4, 4, 8].map(bytes => first.draw(bytes).toString('hex'))
  t.strictSame(
    drawn.map(hex => hex.length),
    [8, 8, 16],
  )
  t.not(drawn[0], drawn[1])
  const again = new Stream(7, 'codes')
  t.equal(again.draw(4).toString('hex'), drawn[0])
  again.position = 2
  t.equal(again.draw(8).toString('hex'), drawn[2], 'it goes on from there')
  t.not(new Stream(8, 'codes').draw(4).toString('hex'), drawn[0])
  t.not(new Stream(7, 'tokens').draw(4).toString('hex'), drawn[0])
  t.end()
})
