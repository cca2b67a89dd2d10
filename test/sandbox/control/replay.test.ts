import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import t, { type Test } from 'tap'
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

type Seen = IncomingMessage & { text: string }

/** A platform of a test's own, which answers as `answer` does. */
async function listen(
  t: Test,
  answer: (seen: Seen, response: ServerResponse) => void,
) {
  const now = Date.now()
  const { certificate, key } = await makeCertificate({
    notBefore: now - 60_000,
    notAfter: now + 60_000,
  })
  const listening = createServer(
    { cert: certificate, key },
    async (request, response) => {
      const text = (await request.toArray()).join('')
      answer(Object.assign(request, { text }), response)
    },
  )
  await new Promise<void>(done => listening.listen(0, '127.0.0.1', done))
  t.teardown(() => {
    listening.closeAllConnections()
    listening.close()
  })
  const server = { server: listening } as unknown as SandboxServer
  const journal = new RequestJournal()
  const { port } = listening.address() as AddressInfo
  const again = (first: Recorded, name = '', answerMs = 5000) => {
    const space = { name, journal } as Space
    return replay(server, certificate, space, first, answerMs)
  }
  /** As the sandbox puts a request on record, here one that repeats `id`. */
  const repeat = (id: string) =>
    journal.add({ ...recorded, headers: { [REPLAY_HEADER]: id } })
  return { journal, again, repeat, port }
}

t.test('a replay that hangs is not waited for', async t => {
  const { journal, again, repeat } = await listen(t, ({ headers }) =>
    repeat(String(headers[REPLAY_HEADER])),
  )
  const answer = await again(journal.add(recorded), '', 200)
  t.strictSame(answer, { id: 2, status: 0, body: '' }, 'it came, though')
})

t.test('all of a request is sent again but for its connection', async t => {
  const seen: Seen[] = []
  const { journal, again, port } = await listen(t, (request, response) => {
    seen.push(request)
    response.writeHead(418).write('a')
    response.end('b')
  })
  const first = journal.add({
    ...recorded,
    ...{ method: 'PUT', url: '/x?y=1', body: Buffer.from('{"a":1}') },
    headers: {
      ...{ connection: 'upgrade', 'content-length': '99', host: 'else.where' },
      ...{ 'keep-alive': 'timeout=9', 'transfer-encoding': 'gzip' },
      ...{ 'content-type': 'application/json', 'x-own': 'kept' },
    },
  })
  t.match(await again(first), { status: 418, body: 'ab' })
  t.match(seen[0], { method: 'PUT', url: '/x?y=1', text: '{"a":1}' })
  t.strictSame(seen[0]?.headers, {
    ...{ host: `127.0.0.1:${port}`, 'content-length': '7' },
    ...{ connection: 'close', [REPLAY_HEADER]: '1' },
    ...{ 'content-type': 'application/json', 'x-own': 'kept' },
  })
  await again(first, 'mine')
  t.equal(seen[1]?.headers['x-nationec-sandbox'], 'mine')
})

t.test('what it became is found among what came meanwhile', async t => {
  let between = () => {}
  const { journal, again, repeat } = await listen(t, (_, response) => {
    between()
    response.end()
  })
  const first = journal.add(recorded)
  t.match(await again(first), { id: null, status: 200 }, 'it left no record')
  between = () => {
    journal.add(recorded)
    repeat('7')
    repeat('1')
    journal.add(recorded)
  }
  t.equal((await again(first)).id, 4)
  t.equal((await again(first)).id, 8, 'not the one of the time before')
})

t.test('half an answer is none', async t => {
  const { journal, again } = await listen(t, (_, response) => {
    response.writeHead(200, { 'content-length': '9' })
    response.write('half', () => response.destroy())
  })
  t.match(await again(journal.add(recorded)), { status: 0, body: 'half' })
})
