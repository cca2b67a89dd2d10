import t from 'tap'
import { startMachine } from '../machine.js'
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

t.test('where no socket can be made it is said how to choose one', async t => {
  const { folder } = await startMachine(t)
  const variables = { NATIONEC_SOCKET: '/sys/nationec/nationec.sock' }
  const refused = await run(['daemon'], { folder, variables })
  t.equal(refused.code, 3)
  t.match(
    refused.stderr,
    /\/sys\/nationec\/nationec\.sock.*set NATIONEC_SOCKET/,
  )
})
