import { createServer } from 'node:https'
import t from 'tap'
import { makeCertificate } from '../../../src/sandbox/certificate.js'
import { REPLAY_HEADER, replay } from '../../../src/sandbox/control/replay.js'
import {
  type Recorded,
  RequestJournal,
} from '../../../src/sandbox/control/request-journal.js'
import type { Space } from '../../../src/sandbox/control/spaces.js'
import type { SandboxServer } from '../../../src/sandbox/server.js'

const recorded: Omit<Recorded, 'id'> = {
  ...{ at: 0, ms: 0, method: 'POST', route: '', url: '/x', headers: {} },
  ...{ transType: '', orgId: '', termId: '', ecQrCode: '' },
  ...{ status: 200, code: 0, message: '', fault: null, steps: [] },
  body: Buffer.from('{}'),
}

t.test('a replay that hangs is not waited for', async t => {
  const now = Date.now()
  const { certificate, key } = await makeCertificate({
    notBefore: now - 60_000,
    notAfter: now + 60_000,
  })
  const journal = new RequestJournal()
  const silent = createServer({ cert: certificate, key }, ({ headers }) => {
    const repeats = { [REPLAY_HEADER]: String(headers[REPLAY_HEADER]) }
    journal.add({ ...recorded, headers: repeats, status: 0 })
  })
  await new Promise<void>(done => silent.listen(0, '127.0.0.1', done))
  t.teardown(() => {
    silent.closeAllConnections()
    silent.close()
  })
  const server = { server: silent } as unknown as SandboxServer
  const space = { name: '', journal } as Space
  const first = journal.add(recorded)
  const answer = await replay(server, certificate, space, first, 200)
  t.strictSame(answer, { id: 2, status: 0, body: '' }, 'it came, though')
})
