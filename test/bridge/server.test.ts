import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import t from 'tap'
import type { Connected } from '../../src/bridge/connection.js'
import { listen, SOCKET_MODE } from '../../src/bridge/server.js'
import { callAt, callFrame, connectTo, shortFolder } from './socket-caller.js'

const REPLY = {
  code: 0,
  returned: Buffer.from('0000'),
  outData: Buffer.from('{"code":0}'),
}

const served: Connected = {
  trans: async () => REPLY,
  deadlineMs: 60_000,
  control: () => ({}),
  onError: () => {},
}

t.test('the owner and the group may call', async t => {
  const path = join(shortFolder(t), 'new/folder/socket')
  const bridge = await listen(path, served)
  t.equal(SOCKET_MODE, 0o660)
  t.equal(statSync(path).mode & 0o777, SOCKET_MODE)
  t.equal((await callAt(path, callFrame())).returned, '0000')
  await bridge.close()
  t.notOk(existsSync(path), 'nothing is left behind')
})

t.test('many calls at once are all answered', async t => {
  const path = join(shortFolder(t), 'socket')
  const bridge = await listen(path, served)
  const calls = Array.from({ length: 100 }, () => callAt(path, callFrame()))
  for (const { returned } of await Promise.all(calls)) {
    t.equal(returned, '0000')
  }
  await bridge.close()
})

t.test('the socket of a daemon that died is replaced', async t => {
  const path = join(shortFolder(t), 'socket')
  const dies = `require('net').createServer().listen('${path}',
    () => process.kill(process.pid, 'SIGKILL'))`
  spawnSync(process.execPath, ['-e', dies])
  t.ok(lstatSync(path).isSocket(), 'it left its socket')
  const bridge = await listen(path, served)
  t.equal((await callAt(path, callFrame())).returned, '0000')
  await bridge.close()
})

t.test('the socket of a living daemon is not', async t => {
  const path = join(shortFolder(t), 'socket')
  const bridge = await listen(path, served)
  await t.rejects(listen(path, served), {
    message: new RegExp(`${path}.*nationec stop`),
  })
  t.equal((await callAt(path, callFrame())).returned, '0000')
  await bridge.close()
})

t.test('a file that is no socket is never removed', async t => {
  const path = join(shortFolder(t), 'notes.txt')
  writeFileSync(path, 'precious')
  await t.rejects(listen(path, served), { code: 'EADDRINUSE' })
  t.equal(readFileSync(path, 'utf8'), 'precious')
})

t.test('a folder that cannot be made is an error', async t => {
  const folder = shortFolder(t)
  writeFileSync(join(folder, 'file'), '')
  const path = join(folder, 'file/socket')
  await t.rejects(listen(path, served), { code: /ENOTDIR|EEXIST/ })
})

t.test('a path that a socket cannot have is an error, not cut', async t => {
  const folder = shortFolder(t)
  const rest = 107 - Buffer.byteLength(`${folder}/`)
  const longest = join(folder, 's'.repeat(rest))
  const bridge = await listen(longest, served)
  t.ok(existsSync(longest), 'the longest is served')
  await bridge.close()
  await t.rejects(listen(`${longest}s`, served), /107[\s\S]*NATIONEC_SOCKET/)
  t.notOk(existsSync(longest), 'nothing listens at the beginning of it')
})

t.test('closing waits for the last reply', async t => {
  const path = join(shortFolder(t), 'socket')
  let answer = (_reply: typeof REPLY) => {}
  const arrived = new Promise<void>(resolve => {
    served.trans = () => {
      resolve()
      return new Promise(resolve => {
        answer = resolve
      })
    }
  })
  const bridge = await listen(path, { ...served })
  const call = callAt(path, callFrame())
  await arrived
  const closed = bridge.close()
  answer(REPLY)
  t.equal((await call).returned, '0000')
  await closed
})

t.test('a connection that says nothing does not keep it open', async t => {
  const path = join(shortFolder(t), 'socket')
  const bridge = await listen(path, served)
  const idle = await connectTo(path)
  const cut = once(idle, 'close')
  await bridge.close()
  await cut
  const late = connect(path)
  const [error] = await once(late, 'error')
  t.equal(error.code, 'ENOENT', 'nobody is let in any more')
})

const isRoot = process.geteuid?.() === 0

t.test(
  'a folder of somebody else is an error',
  { skip: isRoot && 'root may write anywhere' },
  async t => {
    const folder = join(shortFolder(t), 'closed')
    mkdirSync(folder)
    chmodSync(folder, 0o500)
    await t.rejects(listen(join(folder, 'socket'), served), { code: 'EACCES' })
  },
)
