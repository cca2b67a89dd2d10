import { join } from 'node:path'
import t from 'tap'
import { listKeyboards } from '../../../src/scanner/attached/keyboards.js'
import { FakeMachine } from '../fake-machine.js'

const gun = { vendor: '05e0', product: '1200', serial: 'S1', label: 'Symbol' }

t.test('what types numbers and Enter is a keyboard', async t => {
  const fake = new FakeMachine(t)
  fake.plugKeyboard('event5', gun, undefined, 'usb-Symbol-event-kbd')
  const { dev } = fake.roots
  t.strictSame(listKeyboards(fake.roots), [
    {
      over: 'keyboard',
      path: join(dev, 'input/event5'),
      names: [join(dev, 'input/by-id/usb-Symbol-event-kbd')],
      usb: { vendor: '05e0', product: '1200', serial: 'S1' },
      label: 'Symbol',
    },
  ])
})

t.test('mice, buttons and what is not on USB are none', async t => {
  const fake = new FakeMachine(t)
  fake.plugKeyboard('event1', gun, '1f0000 0 0 0 0')
  fake.plugKeyboard('event2', gun, '')
  fake.plugKeyboard('event3', gun, 'not hexadecimal')
  fake.plugKeyboard('mouse0', gun)
  t.strictSame(listKeyboards(fake.roots), [])
})
