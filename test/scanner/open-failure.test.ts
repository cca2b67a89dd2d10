import { statSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { openFailure } from '../../src/scanner/open-failure.js'
import { FakeMachine } from './fake-machine.js'

const usb = { vendor: '1a86', product: '7523' }

const because = (message: string) => new Error(message)
const BUSY = because('Error: Device or resource busy, cannot open /dev/x')
const LOCKED = because(
  'Error Resource temporarily unavailable Cannot lock port',
)
const DENIED = because('Error: Permission denied, cannot open /dev/x')
const ABSENT = because('Error: No such file or directory, cannot open /dev/x')

t.test('the words of serialport, on both systems', async t => {
  const { roots } = new FakeMachine(t)
  const cases: [Error, string][] = [
    [BUSY, 'scanner-held'],
    [LOCKED, 'scanner-held'],
    [because('Opening COM3: Access denied'), 'scanner-held'],
    [DENIED, 'scanner-denied'],
    [ABSENT, 'scanner-absent'],
    [because('Opening COM3: File not found'), 'scanner-absent'],
    [because('Opening COM3: Unknown error code 31'), 'scanner-broken'],
  ]
  for (const [error, symbol] of cases) {
    const failure = openFailure(error, '/dev/x', roots)
    t.match(failure, { symbol, parameters: { path: '/dev/x' }, cause: error })
  }
})

t.test('who holds it is named', async t => {
  const fake = new FakeMachine(t)
  const { path } = fake.plugPort('ttyUSB0', '/dev/null', usb)
  fake.run(812, 'kiosk', ['/dev/null'])
  fake.run(813, 'ModemManager', [])
  t.match(openFailure(LOCKED, path, fake.roots), {
    symbol: 'scanner-held-by',
    parameters: { path, program: 'kiosk', pid: 812 },
  })
})

t.test('ModemManager is named as the cause', async t => {
  const holds = new FakeMachine(t)
  const { path } = holds.plugPort('ttyUSB0', '/dev/null', usb)
  holds.run(812, 'ModemManager', ['/dev/null'])
  const parameters = { path, program: 'ModemManager' }
  const expected = { symbol: 'scanner-grabbed', parameters }
  t.match(openFailure(BUSY, path, holds.roots), expected)
})

t.test('where nobody may look, it is suspected', async t => {
  const fake = new FakeMachine(t)
  fake.run(812, 'ModemManager', [])
  t.match(openFailure(BUSY, '/dev/x', fake.roots), {
    symbol: 'scanner-grabbed',
    parameters: { program: 'ModemManager' },
  })
})

t.test('the group that may open it is named', async t => {
  const fake = new FakeMachine(t)
  const file = join(t.testdir({ port: '' }), 'port')
  const { gid } = statSync(file)
  const group = () => openFailure(DENIED, file, fake.roots).parameters.group
  t.equal(group(), 'dialout', 'nothing is known of groups')
  fake.setGroups(`games:x:99999:\nuucp:x:${gid}:\n`)
  t.equal(group(), 'uucp')
  fake.setGroups(`root:x:${gid}:\n`)
  t.equal(group(), 'dialout', 'nobody is told to join root')
})

t.test(
  'brltty is named where the port is gone and the plug is not',
  async t => {
    const fake = new FakeMachine(t)
    fake.plugUsb(usb)
    fake.run(812, 'brltty')
    t.match(openFailure(ABSENT, '/dev/ttyUSB0', fake.roots), {
      symbol: 'scanner-grabbed',
      parameters: { path: '1a86:7523', program: 'brltty' },
    })
  },
)
