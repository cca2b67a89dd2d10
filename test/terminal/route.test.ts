import { networkInterfaces } from 'node:os'
import t from 'tap'
import { localAddressToward } from '../../src/terminal/route.js'

const hasIPv6 = Object.values(networkInterfaces())
  .flat()
  .some(entry => entry?.address === '::1')
const skip = !hasIPv6 && 'this machine has no ::1'

t.test('toward this machine it is the loopback', async t => {
  const url = new URL('https://127.0.0.1:8443/query')
  t.equal(await localAddressToward(url), '127.0.0.1')
  const named = await localAddressToward(new URL('https://localhost/'))
  t.match(named, /^(127\.0\.0\.1|::1)$/)
})

t.test('over IPv6 too', { skip }, async t => {
  t.equal(await localAddressToward(new URL('https://[::1]:8443/')), '::1')
})

t.test('a host without an address has no way', async t => {
  const url = new URL('https://nobody.invalid/')
  t.equal(await localAddressToward(url), undefined)
})
