import t from 'tap'
import {
  decryptText,
  deriveKey,
  encryptText,
  keyOf,
} from '../../src/envelope/key.js'
import { sm4Encrypt } from '../../src/gm/sm4.js'
import { APP } from './parties.js'
import { SPEC_EXAMPLE } from './published.js'

const { appId, appSecret } = APP

t.test('the published derivation, step by step', async t => {
  t.strictSame(deriveKey(appId, appSecret), {
    first: '43AF047BBA47FC8A',
    cipher:
      '863B5F40C70B71EAE121C3A63F5A17B0B877AF100820A92747866D07A612F5964555423A23F85093CE42BEF128453255',
    key: '863B5F40C70B71EA',
  })
})

t.test('an appId without 16 ASCII characters gives no key', async t => {
  for (const short of ['', 'A'.repeat(15), '医'.repeat(16)])
    t.throws(() => deriveKey(short, appSecret), { code: 'app-id' })
  t.ok(deriveKey('A'.repeat(16), ''))
})

t.test('each party has its own key, whenever it is asked for', async t => {
  const one = { appId, appSecret }
  const other = { appId, appSecret: appSecret.toLowerCase() }
  for (const party of [one, other, one, other])
    t.equal(keyOf(party), deriveKey(appId, party.appSecret).key)
  t.not(keyOf(one), keyOf(other))
  const short = { appId: 'A', appSecret }
  for (const attempt of ['first', 'second'])
    t.throws(() => keyOf(short), { code: 'app-id' }, attempt)
})

t.test('the published encData, both ways', async t => {
  const { dataPlaintext, encData } = SPEC_EXAMPLE
  const { key } = deriveKey(appId, appSecret)
  t.equal(encryptText(dataPlaintext, key), encData)
  t.equal(decryptText(encData, key), dataPlaintext)
  t.equal(decryptText(encData.toLowerCase(), key), dataPlaintext)
})

t.test('the published Base64 of the payment channel', async t => {
  const encData = 'PznBlnVSzpDlyl54Vk3/hg=='
  t.equal(decryptText(encData, 'ACC10563D7382BF6'), '{"result":null}')
})

t.test('what is no encData of this key is refused', async t => {
  const { key } = deriveKey(appId, appSecret)
  const { encData } = SPEC_EXAMPLE
  const notText = sm4Encrypt(Buffer.from(key), Buffer.from([0xff]))
  for (const bad of [
    '',
    'x',
    encData.slice(2),
    encData.slice(0, -32),
    notText.toString('hex'),
  ])
    t.throws(() => decryptText(bad, key), { code: 'cipher' }, bad.slice(0, 9))
  t.throws(() => decryptText(encData, '0'.repeat(16)), { code: 'cipher' })
})
