import t from 'tap'
import { sealEnvelope } from '../../../src/envelope/seal.js'
import {
  factsOf,
  innerFacts,
  type Keys,
  openedFacts,
} from '../../../src/sandbox/control/facts.js'
import type { Space } from '../../../src/sandbox/control/spaces.js'
import { NOW, platform, terminal } from '../../envelope/parties.js'
import { QUERY, queryFor } from '../harness.js'
import { ENCRYPTED } from '../terminal.js'

const space = {} as Space
const whose = { kind: 'province', name: '河北', appId: '' } as const
const keys: Keys = { party: platform, whose }

t.test('what stands outside the data', t => {
  const { route } = factsOf(`/test${QUERY}?a=/b/c`, undefined)
  t.equal(route, 'localQrCodeQuery', 'not what is behind the question mark')
  const all = { orgId: 'o', appId: 'i', appCode: 'c', transType: 't' }
  t.match(factsOf(QUERY, all), { orgId: 'o', transType: 't' })
  t.match(factsOf(QUERY, { ...all, orgId: '' }), { orgId: 'i' })
  t.match(factsOf(QUERY, { appCode: 'c' }), { orgId: 'c', transType: '' })
  t.match(factsOf(QUERY, { orgId: 5, transType: {} }), {
    ...{ orgId: '', transType: '' },
  })
  t.end()
})

t.test('what stands inside, wherever the field puts it', t => {
  const data = { termId: '1', ecQrCode: '2' }
  for (const message of [{ data }, { data: JSON.stringify(data) }, data])
    t.strictSame(openedFacts(message), data)
  const nothing = { termId: '', ecQrCode: '' }
  for (const message of [undefined, 'x', [], { data: 'x' }, { termId: 1 }])
    t.strictSame(openedFacts(message), nothing)
  t.end()
})

t.test('what is hidden is read with the keys of who is known', t => {
  const body = sealEnvelope(queryFor('2'), ENCRYPTED, terminal, NOW)
  const request = { url: QUERY, space, body }
  const termId = '99000000000000000001'
  const nothing = { termId: '', ecQrCode: '' }
  t.strictSame(
    innerFacts(request, () => keys),
    { termId, ecQrCode: '2' },
  )
  t.strictSame(
    innerFacts(request, () => undefined),
    nothing,
  )
  const broken = { ...request, body: { ...body, encData: 'FF', termId } }
  t.strictSame(
    innerFacts(broken, () => keys),
    { termId, ecQrCode: '' },
    'what cannot be decrypted has its outside',
  )
  t.strictSame(
    innerFacts({ ...request, body: 'x' }, () => keys),
    nothing,
  )
  const lost = {
    get party(): never {
      throw new RangeError('no fault of the envelope')
    },
    whose,
  }
  t.throws(() => innerFacts(request, () => lost), RangeError)
  t.end()
})
