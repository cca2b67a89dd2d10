import t from 'tap'
import { answered, lossOf } from '../../src/scanner/line.js'

t.test('a device that has gone is told from one that fails', async t => {
  const of = (message: string) => lossOf(new Error(message))
  for (const gone of [
    'EIO: i/o error, write',
    'ENXIO: no such device or address, write',
    'Error: Input/output error, cannot drain',
    'Writing to COM port (WriteFileEx): Unknown error code 433',
  ]) {
    t.equal(of(gone), 'scanner-unplugged', gone)
  }
  t.equal(of('no answer within 3000 ms'), 'scanner-broken')
  t.equal(of('Unknown error code 1220'), 'scanner-broken')
  t.equal(lossOf('EIO'), 'scanner-unplugged')
})

t.test('an answer, or an error in its place', async t => {
  await answered(done => done())
  await t.rejects(
    answered(done => done(new Error('no'))),
    /no/,
  )
})
