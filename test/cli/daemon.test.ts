import t from 'tap'
import { startDaemon } from '../../src/daemon.js'
import { silentLog, startMachine } from '../machine.js'
import { exitOf, run, startCommand } from './run.js'

t.test('a daemon of the command line, from ready to stop', async t => {
  const { folder, socket } = await startMachine(t)
  const { child, line } = await startCommand(t, ['daemon'], { folder })
  t.equal(line, `ready ${socket}`)
  const status = await run(['status', '--json'], { folder })
  t.equal(status.code, 0)
  t.match(JSON.parse(status.stdout), { pid: child.pid, socket, active: 0 })
  const second = await run(['daemon'], { folder })
  t.equal(second.code, 3)
  t.equal(second.stdout, '', 'it was never ready')
  t.match(second.stderr, 'nationec stop')
  const stop = await run(['stop'], { folder })
  const stdout = 'the daemon is stopping\n'
  t.strictSame(stop, { code: 0, stdout, stderr: '' })
  t.equal(await exitOf(child), 0)
})

t.test('its status for a person', async t => {
  const { folder, socket, config } = await startMachine(t)
  const daemon = await startDaemon(config, socket, silentLog)
  const { code, stdout } = await run(['status'], { folder })
  daemon.stop()
  await daemon.ended
  t.equal(code, 0)
  t.match(stdout, new RegExp(`^socket +${socket}$`, 'm'))
  t.match(stdout, /^waiting +0$/m)
})

t.test('where none runs, asking ends with 3', async t => {
  const { folder, socket } = await startMachine(t)
  for (const command of ['status', 'stop']) {
    const { code, stderr } = await run([command], { folder })
    t.equal(code, 3, command)
    t.match(stderr, `no daemon at ${socket}`)
  }
})
