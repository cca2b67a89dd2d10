import t from 'tap'
import { inDataOf } from '../../src/certify/request.js'
import { findSandbox } from '../../src/certify/sandbox.js'
import { judgeArrivals } from '../../src/certify/wait.js'
import { FILING_NUMBER, startMachine } from '../machine.js'

/** What a terminal adds to what its caller gives. */
const ADDED = { termId: FILING_NUMBER, termIp: '127.0.0.1' }

for (const [name, added, failing] of [
  ['a right request', ADDED, []],
  ['one without a terminal', { termIp: 'here' }, ['term-id', 'term-ip']],
] as const) {
  t.test(`${name} is judged when it arrives`, async t => {
    const { strUrl, sandbox } = await startMachine(t)
    const client = await findSandbox(strUrl)
    if (!client) return t.fail('no sandbox')
    t.teardown(() => client.close())
    await client.ask('localQrCodeQuery', inDataOf({ orgId: 'before' }))
    const latest = await client.latestRequest()
    const data = { ...added, ecQrCode: await sandbox.issueCode('zhang') }
    await client.ask('localQrCodeQuery', inDataOf({ data }))

    const stop = new AbortController()
    const arrived: string[] = []
    const { signal } = stop
    const results = await judgeArrivals(client, latest, signal, arrival => {
      arrived.push(arrival.transType)
      stop.abort()
    })

    t.strictSame(arrived.slice(-1), ['ec.query'])
    const failed = results.filter(({ verdict }) => verdict === 'failed')
    t.strictSame(
      failed.map(({ id }) => id),
      failing.map(one => `arrives.${one}`),
    )
    t.ok(results.length > 5)
  })
}

t.test('where nothing comes, nothing is judged', async t => {
  const { strUrl } = await startMachine(t)
  const client = await findSandbox(strUrl)
  if (!client) return t.fail('no sandbox')
  t.teardown(() => client.close())
  const gone = AbortSignal.abort()
  t.strictSame(await judgeArrivals(client, 0, gone, () => {}), [])
})
