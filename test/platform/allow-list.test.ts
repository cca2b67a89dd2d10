import t from 'tap'
import { configSchema } from '../../src/config/schema.js'
import { allowedPlatforms } from '../../src/platform/allow-list.js'

const url = 'https://platform.example.invalid/localcfc/'

process.env.NATIONEC_STATE = t.testdir()

function allowed(platform: object) {
  const config = configSchema.parse({ platforms: [{ url, ...platform }] })
  return [...allowedPlatforms(config)]
}

t.test('a plain platform has no envelope', async t => {
  const [platform, ...more] = allowed({ dialect: 'B' })
  t.strictSame(more, [], 'no sandbox is running')
  t.strictSame(platform, {
    url,
    pin: '',
    caFile: '',
    clientCertFile: '',
    clientKeyFile: '',
    proxy: '',
  })
})

t.test('every key reaches the client', async t => {
  const [platform] = allowed({
    pin: 'ab'.repeat(32),
    ca_file: 'ca',
    client_cert_file: 'cert',
    client_key_file: 'key',
    proxy: 'http://127.0.0.1:1',
    envelope: 'signed',
    dialect: 'B',
    sign: 'SM2',
    version: '2.0.1',
    app_id: 'APP',
    app_secret_file: 'secret',
    private_key_file: 'ours',
    public_key_file: 'theirs',
  })
  t.strictSame(platform, {
    url,
    pin: Array(32).fill('AB').join(':'),
    caFile: 'ca',
    clientCertFile: 'cert',
    clientKeyFile: 'key',
    proxy: 'http://127.0.0.1:1',
    envelope: {
      form: 'signed',
      dialect: 'B',
      sign: 'SM2',
      version: '2.0.1',
      appId: 'APP',
      appSecretFile: 'secret',
      privateKeyFile: 'ours',
      publicKeyFile: 'theirs',
    },
  })
})
