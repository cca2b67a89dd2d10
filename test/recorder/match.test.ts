import t from 'tap'
import type { Exchange } from '../../src/recorder/format.js'
import { askedFor, rank } from '../../src/recorder/match.js'

const PATH = '/localcfc/api/hsecfc/localQrCodeQuery'

function exchange(number: number, message: Record<string, unknown>): Exchange {
  const request = { form: 'plain' as const, message }
  return { number, path: PATH, request, status: 200, ms: 1 }
}

t.test('what a request asks for', async t => {
  t.equal(askedFor(PATH, { transType: 'ec.query' }), 'ec.query')
  t.equal(
    askedFor('/a/localEcTokenCheck', { ecToken: 'x' }),
    'localEcTokenCheck',
  )
  t.equal(askedFor('/', { transType: 7 }), '')
})

t.test('the most similar first, of those that ask for the same', async t => {
  const recorded = [
    exchange(1, { transType: 'ec.query', data: { a: 1, b: 2 } }),
    exchange(2, { transType: 'ec.query', data: { a: 1, b: 3 } }),
    exchange(3, { transType: 'cn.nhsa.ec.auth', data: { a: 1, b: 3 } }),
  ]
  const message = { transType: 'ec.query', data: { a: 1, b: 3, c: '' } }
  t.match(rank(recorded, PATH, message), [
    { exchange: { number: 2 }, differences: [] },
    { exchange: { number: 1 }, differences: ['data.b'] },
  ])
})

t.test('what changes from run to run is no difference', async t => {
  const recorded = [
    exchange(1, {
      transType: 'ec.query',
      extra: {},
      data: { termId: '1', outBizNo: '2', list: [1, { a: 2 }] },
    }),
  ]
  const message = {
    transType: 'ec.query',
    extra: null,
    timestamp: 3,
    signData: 'x',
    data: { termId: '9', termIp: '127.0.0.1', list: [1, { a: 2 }] },
  }
  t.match(rank(recorded, PATH, message), [{ differences: [] }])
  const other = { ...message, data: { list: [1, { a: 3 }] } }
  t.match(rank(recorded, PATH, other), [{ differences: ['data.list'] }])
})

t.test('what could not be read when it was recorded is nobody', async t => {
  const request = { form: 'opaque', why: 'no-keys', bytes: 9 } as const
  const opaque: Exchange = { number: 1, path: PATH, request, ms: 1 }
  t.strictSame(rank([opaque], PATH, { transType: 'ec.query' }), [])
})
