import { InvalidArgumentError } from 'commander'
import t from 'tap'
import { portNumber, wholeNumber } from '../../src/cli/arguments.js'

t.test('a whole number above 0', async t => {
  t.equal(wholeNumber('1'), 1)
  t.equal(wholeNumber('999999999'), 999_999_999)
  for (const text of ['0', '-1', '1.5', '01', '1e3', ' 1', '', 'x', '1x']) {
    t.throws(() => wholeNumber(text), InvalidArgumentError, text)
  }
})

t.test('a port', async t => {
  t.equal(portNumber('0'), 0)
  t.equal(portNumber('65535'), 65535)
  for (const text of ['65536', '-1', '1.5', '', 'x', '123456', '0x1']) {
    t.throws(() => portNumber(text), InvalidArgumentError, text)
  }
})
