import { mock } from 'node:test'
import t from 'tap'
import { ANSWER_MS, answered, lossOf } from '../../src/scanner/line.js'

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
  t.equal(await answered(Promise.resolve(1)), 1)
  await t.rejects(answered(Promise.reject(new Error('no'))), /no/)
})

t.test('who does not answer is not waited for', async t => {
  const never = new Promise(() => {})
  mock.timers.enable({ apis: ['setTimeout'] })
  t.teardown(() => mock.timers.reset())
  const waits = [answered(never), answered(never, 'held')]
  mock.timers.tick(ANSWER_MS)
  const said = await Promise.allSettled(waits)
  t.match(said, [{ reason: /no answer within 3000 ms/ }, { reason: /held/ }])
})
