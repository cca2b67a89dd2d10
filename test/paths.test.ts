import { accessSync, existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import {
  addonPath,
  libraryPath,
  packagePath,
  posPath,
  socketPath,
  statePath,
} from '../src/paths.js'

const VARIABLES = [
  'NATIONEC_SOCKET',
  'NATIONEC_STATE',
  'XDG_RUNTIME_DIR',
  'XDG_STATE_HOME',
]

const SYSTEM_SOCKET = '/run/nationec/nationec.sock'

t.beforeEach(t => {
  const before = { ...process.env }
  for (const name of VARIABLES) delete process.env[name]
  t.teardown(() => Object.assign(process.env, before))
})

t.test('the package is where package.json is', async t => {
  t.ok(existsSync(packagePath('package.json')))
  t.equal(packagePath('a', 'b'), join(packagePath(), 'a/b'))
})

t.test('what npm builds is where it is looked for', async t => {
  for (const path of [libraryPath(), addonPath(), posPath()]) {
    t.doesNotThrow(() => accessSync(path), path)
  }
})

t.test('the socket that is named counts', async t => {
  process.env.NATIONEC_SOCKET = '/somewhere/else.sock'
  t.equal(socketPath(), '/somewhere/else.sock')
})

t.test('the socket of root', async t => {
  runAs(t, 0)
  process.env.XDG_RUNTIME_DIR = '/run/user/0'
  t.equal(socketPath(), SYSTEM_SOCKET)
})

t.test('the socket of a user', async t => {
  runAs(t, 1000)
  t.equal(socketPath(), SYSTEM_SOCKET, 'who has no folder of his own')
  process.env.XDG_RUNTIME_DIR = '/run/user/1000'
  t.equal(socketPath(), '/run/user/1000/nationec.sock')
})

t.test('the state that is named counts', async t => {
  process.env.NATIONEC_STATE = '/somewhere/else'
  t.equal(statePath(), '/somewhere/else')
  t.equal(statePath('a', 'b'), '/somewhere/else/a/b')
})

t.test('the state of root', async t => {
  runAs(t, 0)
  t.equal(statePath('x'), '/var/lib/nationec/x')
})

t.test('the state of a user', async t => {
  runAs(t, 1000)
  t.equal(statePath('x'), join(homedir(), '.local/state/nationec/x'))
  process.env.XDG_STATE_HOME = '/state'
  t.equal(statePath('x'), '/state/nationec/x')
})

/** Has the process take itself for that user's. */
function runAs(t: Test, uid: number): void {
  t.intercept(process, 'geteuid', { value: () => uid })
}
