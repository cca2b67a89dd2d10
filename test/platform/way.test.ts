import t from 'tap'
import { configSchema } from '../../src/config/schema.js'
import { wayTo } from '../../src/platform/way.js'

const url = 'https://platform.example.invalid:8443/localcfc/'
const strUrl = new URL(`${url}api/hsecfc/localQrCodeQuery`)

t.test('a platform is connected to itself, or through its proxy', async t => {
  const direct = configSchema.parse({ platforms: [{ url }] })
  t.strictSame(wayTo(strUrl, direct), {
    host: 'platform.example.invalid',
    hop: strUrl,
  })
  const proxy = 'http://127.0.0.1:3128'
  const through = configSchema.parse({ platforms: [{ url, proxy }] })
  t.strictSame(wayTo(strUrl, through), {
    host: 'platform.example.invalid',
    hop: new URL(proxy),
  })
})

t.test('there is no way to one that is not allowed', async t => {
  const config = configSchema.parse({})
  t.throws(() => wayTo(strUrl, config), { symbol: 'url-not-allowed', code: -5 })
})
