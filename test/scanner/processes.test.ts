import { openSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { grabberOf, holderOf } from '../../src/scanner/processes.js'
import { FakeMachine } from './fake-machine.js'

t.test('who has a file open is named, whatever it is called', async t => {
  const fake = new FakeMachine(t)
  const { path, byId } = fake.plugPort(
    'ttyACM0',
    '/dev/null',
    { vendor: '1eab', product: '1d06' },
    'usb-N1',
  )
  fake.run(7, 'bash', ['/dev/tty1'])
  t.equal(holderOf(path, fake.roots), undefined)
  fake.run(812, 'kiosk', ['/dev/tty1', '/dev/null'])
  for (const name of [path, byId]) {
    t.strictSame(holderOf(name, fake.roots), { name: 'kiosk', pid: 812 })
  }
})

t.test('a process that may not be looked into is passed over', async t => {
  const fake = new FakeMachine(t)
  fake.run(7, '', ['/dev/null'])
  t.equal(holderOf('/dev/null', fake.roots), undefined)
  t.equal(holderOf('/dev/null', { proc: '/none' }), undefined)
})

t.test('this process is found on this machine', async t => {
  const path = join(t.testdir({ port: '' }), 'port')
  openSync(path, 'r')
  t.match(holderOf(path), { pid: process.pid })
})

t.test('programs that lay hands on every port', async t => {
  const fake = new FakeMachine(t)
  fake.run(7, 'bash')
  t.equal(grabberOf(fake.roots), undefined)
  fake.run(8, 'ModemManager')
  t.strictSame(grabberOf(fake.roots), { name: 'ModemManager', pid: 8 })
  t.equal(grabberOf(fake.roots, ['brltty']), undefined)
})
