import { EventEmitter, once } from 'node:events'
import { readFileSync } from 'node:fs'
import {
  createServer,
  get as getPlain,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import { get } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { SPACE_HEADER } from '../../../src/sandbox/control/contract.js'
import {
  streamEvents,
  UNREAD_BYTES_MAX,
  WATCHERS_MAX,
} from '../../../src/sandbox/control/event-stream.js'
import {
  BACKLOG_EVENTS_MAX,
  EventHub,
} from '../../../src/sandbox/control/events.js'
import { type Harness, startHarness } from '../harness.js'

/** Opens the stream, and gives its text once that holds `wanted`. */
async function watch(
  t: Test,
  { sandbox, folder }: Harness,
  headers: Record<string, string> = {},
  query = '',
) {
  const ca = readFileSync(join(folder, 'certificate.pem'))
  const url = `${sandbox.url}/sandbox/events${query}`
  const request = get(url, { ca, headers, agent: false })
  const [response] = await once(request, 'response')
  t.teardown(() => request.destroy())
  response.on('error', () => {})
  return reader(response)
}

function reader(response: IncomingMessage) {
  let seen = ''
  response.setEncoding('utf8').on('data', more => {
    seen += more
  })
  return async (wanted: RegExp) => {
    while (!wanted.test(seen)) await once(response, 'data')
    return seen
  }
}

t.test('what happens is seen as it happens', async t => {
  const harness = await startHarness(t)
  const until = await watch(t, harness)
  await harness.query('1')
  await harness.post('/sandbox/clock', { freeze: true })
  await harness.post('/sandbox/faults', { fault: { code: -6 } })
  const seen = await until(/event: fault/)
  t.match(seen, /id: 1\nevent: request\ndata: \{"id":1,.*"code":500159/)
  t.match(seen, /id: 2\nevent: clock\ndata: \{.*"frozen":true\}\n\n/)
  t.match(seen, /id: 3\nevent: fault\ndata: \{"added":\{.*"id":1/)
})

t.test('who comes back gets what was missed', async t => {
  const harness = await startHarness(t)
  for (let count = 0; count < 3; count++) await harness.query('1')
  const until = await watch(t, harness, { 'last-event-id': '1' })
  const seen = await until(/id: 3/)
  t.notMatch(seen, /id: 1\n/)
  t.match(seen, /id: 2\n/)
})

t.test('who missed too much is told', async t => {
  const harness = await startHarness(t)
  const until = await watch(t, harness, { 'last-event-id': '77' })
  t.match(await until(/missed/), /id: 0\nevent: missed\n/)
})

t.test('events of another space are not seen', async t => {
  const harness = await startHarness(t)
  const until = await watch(t, harness, { [SPACE_HEADER]: 'mine' })
  await harness.query('1')
  const own = await watch(t, harness)
  await harness.query('1')
  t.match(await own(/event/), /id: 2\nevent: request/)
  t.notMatch(await until(/retry/), /event/)
})

t.test('a sandbox ends although somebody watches', async t => {
  const harness = await startHarness(t)
  await watch(t, harness)
  await harness.sandbox.close()
  await t.rejects(harness.get('/sandbox/health'))
})

t.test('each reads a refusal in a language of their own', async t => {
  const harness = await startHarness(t)
  const english = { 'accept-language': 'en' }
  const both = await Promise.all([
    watch(t, harness, english),
    watch(t, harness, english, '?lang=zh-CN'),
  ])
  await harness.query('1')
  const [header, query] = await Promise.all(
    both.map(until => until(/event: request\ndata: .*\n/)),
  )
  t.match(header, /"why":"this is no code/)
  t.match(query, /"why":"请使用医保电子凭证二维码/)
})

/** A server of `hub` alone, and a stream from it. */
async function serve(
  t: Test,
  hub: EventHub,
  options: { heartbeatMs?: number } = {},
) {
  const server = createServer((_, response) =>
    streamEvents(hub, response, undefined, options),
  ).listen(0, '127.0.0.1')
  t.teardown(() => server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const request = getPlain({ port, host: '127.0.0.1', agent: false })
  const [response] = await once(request, 'response')
  t.teardown(() => request.destroy())
  return response
}

t.test('silence is broken by a heartbeat', async t => {
  const response = await serve(t, new EventHub(), { heartbeatMs: 5 })
  t.match(await reader(response)(/:\n\n:\n\n/), /^retry/)
})

t.test('who does not read is cut off and forgotten', async t => {
  const hub = new EventHub()
  const response = await serve(t, hub)
  response.on('error', () => {})
  response.pause()
  const data = 'x'.repeat(64 * 1024)
  while (hub.listeners > 0) {
    hub.publish('request', data)
    await new Promise(setImmediate)
  }
  t.equal(hub.listeners, 0)
})

t.test('whoever has as much to read as is allowed stays', t => {
  const hub = new EventHub()
  const response = Object.assign(new EventEmitter(), {
    writableLength: UNREAD_BYTES_MAX,
    writeHead: () => {},
    write: () => true,
    destroy: () => response.emit('close'),
  })
  streamEvents(hub, response as unknown as ServerResponse, undefined)
  hub.publish('code', {})
  t.equal(hub.listeners, 1)
  response.writableLength += 1
  hub.publish('code', {})
  t.equal(hub.listeners, 0, 'one byte more is too much')
  t.end()
})

t.test('only the latest events are kept', t => {
  const hub = new EventHub()
  for (let id = 1; id <= BACKLOG_EVENTS_MAX + 2; id++) hub.publish('code', id)
  t.equal(hub.since(1), undefined)
  t.equal(hub.since(2)?.length, BACKLOG_EVENTS_MAX)
  t.strictSame(hub.since(BACKLOG_EVENTS_MAX + 2), [])
  t.equal(hub.since(BACKLOG_EVENTS_MAX + 3), undefined)
  t.end()
})

t.test('terminals that are as new are told of in every space', async t => {
  const harness = await startHarness(t)
  const until = await watch(t, harness, {}, '?space=other')
  await harness.post('/sandbox/reset', {})
  const seen = await until(/event: registry\ndata: .*\n/)
  t.match(seen, '{"action":"reset"}')
  t.notMatch(seen, 'event: reset', 'this one was not emptied')
})

t.test('more than so many do not watch; who leaves makes room', async t => {
  const harness = await startHarness(t)
  const ca = readFileSync(join(harness.folder, 'certificate.pem'))
  const open = async () => {
    const url = `${harness.sandbox.url}/sandbox/events`
    const request = get(url, { ca, agent: false })
    const [response] = await once(request, 'response')
    response.on('error', () => {})
    t.teardown(() => request.destroy())
    return response as IncomingMessage
  }
  const watching = []
  for (let count = 0; count < WATCHERS_MAX; count++) watching.push(await open())
  t.ok(watching.every(({ statusCode }) => statusCode === 200))
  const { statusCode, headers } = await open()
  t.equal(statusCode, 503)
  t.match(headers['content-type'], /json/)
  watching[0]?.destroy()
  while ((await open()).statusCode !== 200);
  t.pass('the next one watches')
})
