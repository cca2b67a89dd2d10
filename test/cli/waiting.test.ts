import { PassThrough } from 'node:stream'
import t from 'tap'
import { startWaiting } from '../../src/cli/waiting.js'

/** A stream that says what it is. */
function stream(isTTY: boolean) {
  return Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY })
}

t.test('one line on a terminal, which is taken away', async t => {
  const terminal = stream(true)
  const line = startWaiting(terminal)
  line.say('waiting')
  line.stop()
  line.stop()
  t.equal(terminal.read(), '\r\x1b[Kwaiting (0 s)\r\x1b[K')
})

t.test('nothing for programs', async t => {
  const pipe = stream(false)
  const line = startWaiting(pipe)
  line.say('waiting')
  line.stop()
  t.equal(pipe.read(), null)
})
