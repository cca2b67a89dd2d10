import t, { type Test } from 'tap'
import { request } from 'undici'
import { openEnvelope } from '../../src/envelope/open.js'
import { sealEnvelope } from '../../src/envelope/seal.js'
import { connectionsTo } from '../../src/platform/trust.js'
import type { Exchange } from '../../src/recorder/format.js'
import { type Found, startReplay } from '../../src/recorder/replay.js'
import { loadCertificate } from '../../src/sandbox/certificate.js'
import { answerInKind } from '../../src/sandbox/counter/in-kind.js'
import { NO_TRAIL } from '../../src/sandbox/trail.js'
import { shortFolder } from '../bridge/socket-caller.js'
import { platform, terminal } from '../envelope/parties.js'

const PATH = '/localcfc/api/hsecfc/localQrCodeQuery'

function exchangeOf(
  number: number,
  data: object,
  reply: object,
  path = PATH,
): Exchange {
  const asked = { orgId: 'P99000000001', transType: 'ec.query', data }
  return {
    ...{ number, path, ms: 1, status: 200 },
    request: { form: 'plain', message: asked },
    reply: { form: 'plain', message: { ...reply } },
  }
}

const asked = { ecQrCode: 'A', businessType: '02121', termIp: '127.0.0.9' }

const EXCHANGES: Exchange[] = [
  exchangeOf(1, asked, {
    code: 0,
    orgId: 'P99000000001',
    data: { n: 1, ecQrCode: 'A' },
  }),
  exchangeOf(2, asked, { code: 501001, message: '二维码 Token 失效' }),
  exchangeOf(3, { ...asked, ecQrCode: 'B' }, { code: 0, data: { n: 3 } }),
]

async function play(t: Test, exchanges: Exchange[], strict = false) {
  const certificate = await loadCertificate(shortFolder(t), Date.now)
  const found: Found[] = []
  const server = await startReplay({
    ...{ port: 0, certificate, exchanges, strict },
    inKind: (body, answer) => {
      const now = Date.now()
      const circumstances = { now, repliedAt: now, trail: NO_TRAIL }
      return answerInKind(body, platform, circumstances, answer)
    },
    onRequest: one => found.push(one),
  })
  const { url } = server
  const pin = certificate.fingerprint
  const dispatcher = connectionsTo({ url, pin, caFile: '' })
  t.teardown(async () => {
    await dispatcher.destroy()
    await server.close()
  })
  const post = async (
    body: object | string,
    path = PATH,
  ): Promise<Record<string, unknown>> => {
    const reply = await request(url + path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      dispatcher,
    })
    return { status: reply.statusCode, ...Object(await reply.body.json()) }
  }
  return { post, found }
}

const same = { orgId: 'P99000000001', transType: 'ec.query' }

t.test('strict: what was recorded, whatever is volatile', async t => {
  const { post, found } = await play(t, EXCHANGES, true)
  const data = { ...asked, termIp: '127.0.0.1', termId: '99', ecQrCode: 'B' }
  t.match(await post({ ...same, data, timestamp: 7, extra: {} }), {
    status: 200,
    code: 0,
    data: { n: 3 },
  })
  t.match(found, [{ number: 3, differences: [] }])
})

t.test('strict: a near miss names its differences', async t => {
  const { post, found } = await play(t, EXCHANGES, true)
  const near = await post({ ...same, orgId: 'X', data: { ...asked, more: 1 } })
  t.match(near, { code: -2, message: /第 1 个，不同之处：orgId, data.more/ })
  const other = await post({ transType: 'cn.nhsa.nothing', data: {} })
  t.match(other, { code: -2, message: /cn.nhsa.nothing .*只有：ec.query/ })
  t.match(found, [
    { number: undefined, differences: ['orgId', 'data.more'] },
    { asked: 'cn.nhsa.nothing', number: undefined },
  ])
})

t.test('the same request again: what came then, the last for ever', async t => {
  const { post } = await play(t, EXCHANGES, true)
  const codes = []
  for (let turn = 0; turn < 4; turn++) {
    codes.push((await post({ ...same, data: asked })).code)
  }
  t.strictSame(codes, [0, 501001, 501001, 501001])
})

t.test('lenient: the most similar, echoing this request', async t => {
  const { post, found } = await play(t, EXCHANGES)
  const body = { ...same, orgId: 'H1', data: { ...asked, operatorId: '7' } }
  t.match(await post(body), {
    orgId: 'H1',
    data: { n: 1, ecQrCode: 'A' },
  })
  t.match(found, [{ number: 1, differences: ['orgId', 'data.operatorId'] }])
  const fresh = { ...same, data: { ...asked, ecQrCode: 'fresh' } }
  const codes = [await post(fresh), await post(fresh)].map(({ code }) => code)
  t.strictSame(codes, [501001, 0], 'each once before any again')
})

t.test('a request without transType is known by its path', async t => {
  const path = '/localcfc/api/hsecfc/localEcTokenCheck'
  const check = { ecToken: 'T', idType: '01', idNo: '1', userName: '某' }
  const exchange: Exchange = {
    ...{ number: 1, path, ms: 1, status: 200 },
    request: { form: 'plain', message: check },
    reply: { form: 'plain', message: { code: 0, data: { flag: '1' } } },
  }
  const { post } = await play(t, [...EXCHANGES, exchange], true)
  t.match(await post(check, path), { data: { flag: '1' } })
})

t.test('signed and encrypted requests get such replies', async t => {
  const { post } = await play(t, EXCHANGES)
  const style = { form: 'encrypted', dialect: 'A', sign: 'SM2' } as const
  const message = { ...same, data: { ...asked, ecQrCode: 'B' } }
  const sealed = sealEnvelope(
    message,
    { ...style, version: '1.0.0' },
    terminal,
    Date.now(),
  )
  const { status: _, ...reply } = await post(sealed)
  const accepted = { dialects: ['A'], signs: ['SM2'] } as const
  const opened = openEnvelope(reply, accepted, terminal, Date.now())
  t.match(opened.message, { code: 0, data: { n: 3 } })
})

t.test('what cannot be played says so', async t => {
  const { post } = await play(t, [
    {
      ...exchangeOf(1, asked, {}),
      reply: { form: 'opaque', why: 'no-keys', bytes: 9 },
    },
  ])
  t.match(await post({ ...same, data: asked }), { code: -1, message: /解密/ })
  t.match(await post('no JSON'), { code: -2 })
  const away: Exchange = {
    ...{ number: 1, path: PATH, ms: 1, failure: 'ECONNREFUSED' },
    request: { form: 'plain', message: { ...same, data: asked } },
  }
  const replayed = await play(t, [away])
  t.match(await replayed.post({ ...same, data: asked }), {
    status: 502,
    message: /ECONNREFUSED/,
  })
})
