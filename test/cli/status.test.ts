import t from 'tap'
import { startDaemon } from '../../src/daemon.js'
import { silentLog, startMachine } from '../machine.js'
import { run } from './run.js'

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
