import t from 'tap'
import { Failure } from '../../src/failure.js'
import { plain } from '../../src/scanner/drivers/plain.js'
import type { Trial } from '../../src/scanner/trial.js'
import { judge } from '../../src/scanner/verdict.js'
import { usual } from './stream.js'

/** What devices do is in trial.test.ts; here is what none is played for. */
t.test('several things may be wrong, what matters most first', async t => {
  const trial: Trial = {
    trigger: 'silent',
    bytes: Buffer.from([0xff, 0xfe]),
    failure: new Failure('code-garbled'),
  }
  const port = { path: 'COM3', baudRate: 9600 }
  const device = { port, driver: plain, framing: usual }
  t.strictSame(judge(trial, device), ['garbled', 'silent'])
  t.strictSame(judge({ ...trial, trigger: 'sent' }, device), ['garbled'])
})
