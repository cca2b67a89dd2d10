import t from 'tap'
import { createBackOff, STABLE_MS } from '../../src/scanner/back-off.js'

t.test('each wait is twice the one before, up to a limit', async t => {
  const next = createBackOff()
  const waits = [0, 0, 0, 0, 0].map(next)
  t.strictSame(waits, [250, 500, 1000, 2000, 2000])
})

t.test('only a connection that lived for a while starts over', async t => {
  const next = createBackOff()
  const waits = [0, 100, STABLE_MS - 1, STABLE_MS, 0].map(next)
  t.strictSame(waits, [250, 500, 1000, 250, 500])
})
