import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { SIGN_TYPES, type Style } from '../../../src/envelope/agreement.js'
import { signText } from '../../../src/envelope/canonical.js'
import { SKEW_MS_MAX } from '../../../src/envelope/clock.js'
import type { JsonObject } from '../../../src/envelope/json.js'
import { openEnvelope } from '../../../src/envelope/open.js'
import { DIALECT_NAMES, DIALECTS } from '../../../src/envelope/rules.js'
import { sealEnvelope } from '../../../src/envelope/seal.js'
import { sm2 } from '../../../src/gm/sm2.js'
import { createEnveloper } from '../../../src/platform/enveloper.js'
import { answerInKind } from '../../../src/sandbox/counter/in-kind.js'
import { NO_TRAIL } from '../../../src/sandbox/trail.js'
import { platform, terminal } from '../../envelope/parties.js'
import { QUERY, queryFor, startHarness, TOKEN_CHECK } from '../harness.js'
import { terminalOf } from '../terminal.js'

const style: Style = {
  form: 'encrypted',
  dialect: 'A',
  sign: 'SM2',
  version: '1.0.0',
}

const ANY = { dialects: DIALECT_NAMES, signs: SIGN_TYPES }

async function start(t: Test) {
  const harness = await startHarness(t)
  const party = terminalOf(harness.sandbox.keys)
  return { ...harness, party }
}

t.test('a request is answered in the form it came in', async t => {
  const { sandbox, post, party } = await start(t)
  for (const form of ['signed', 'encrypted'] as const)
    for (const dialect of DIALECT_NAMES)
      for (const sign of SIGN_TYPES) {
        const used = { ...style, form, dialect, sign }
        const query = queryFor(await sandbox.issueCode('zhang'))
        const body = sealEnvelope(query, used, party, Date.now())
        const { json } = await post<JsonObject>(QUERY, body)
        const opened = openEnvelope(json, ANY, party, Date.now())
        t.match(opened, { form, dialect, sign })
        const { data, code } = opened.message
        t.match({ data, code }, { code: 0, data: { userName: '张三' } })
        t.equal('data' in json, form === 'signed')
      }
  const plain = queryFor(await sandbox.issueCode('zhang'))
  t.notOk('signData' in (await post<JsonObject>(QUERY, plain)).json)
})

t.test('a refusal is signed as well', async t => {
  const { post, party } = await start(t)
  const body = sealEnvelope(queryFor('1'), style, party, Date.now())
  const { json } = await post<JsonObject>(QUERY, body)
  const { message } = openEnvelope(json, ANY, party, Date.now())
  t.match(message, { code: 500159, success: false })
})

t.test('a token is checked in an envelope too', async t => {
  const { query, sandbox, post, party } = await start(t)
  const { ecToken, idType, idNo, userName } = (
    await query(await sandbox.issueCode('ji'))
  ).json.data
  const data = { ecToken, idType, idNo, userName }
  const body = sealEnvelope({ data }, style, party, Date.now())
  const { json } = await post<JsonObject>(TOKEN_CHECK, body)
  const { message } = openEnvelope(json, ANY, party, Date.now())
  t.match(message.data, { flag: 1 })
})

/** A signed query and the text that should be signed. */
function signedBy(rules: object, secret: string | undefined, t: Test) {
  return start(t).then(async ({ post, party, sandbox }) => {
    const signed = { ...style, form: 'signed' } as const
    const query = queryFor(await sandbox.issueCode('wang'))
    const { signData: _, ...body } = sealEnvelope(
      query,
      signed,
      party,
      Date.now(),
    )
    const text = signText(body, secret && party.appSecret, {
      ...DIALECTS.A,
      ...rules,
    })
    const key = party.privateKey
    const signature = key ? sm2.sign(Buffer.from(text), key) : Buffer.of()
    const signData = signature.toString('base64')
    return post(QUERY, { ...body, signData })
  })
}

t.test('a wrong signature is -4 and names the slip, unsigned', async t => {
  const cases: [object, string | undefined, RegExp][] = [
    [{}, undefined, /缺少 &key=appSecret/],
    [{ escape: true }, 'yes', /写成了 \\uXXXX/],
    [{ sort: 'none' }, 'yes', /未按 ASCII 升序/],
    [{ escape: true, gap: ' ' }, undefined, /^权限校验异常：验签不通过/],
  ]
  for (const [rules, secret, message] of cases) {
    const { status, json } = await signedBy(rules, secret, t)
    t.equal(status, 200)
    t.match(json, { code: -4, success: false, message })
    t.notOk('signData' in json)
  }
})

t.test('while a wrong signature is explained, others are answered', async t => {
  const { get, post, party } = await start(t)
  const body = sealEnvelope(queryFor('4'), style, party, Date.now())
  const signData = Buffer.alloc(64, 1).toString('base64')
  let refused = false
  const refusal = post(QUERY, { ...body, signData }).finally(() => {
    refused = true
  })
  let answered = 0
  while (!refused) {
    await get('/sandbox/clock')
    answered += 1
  }
  t.match((await refusal).json, { code: -4, message: /explain/ })
  t.ok(answered > 10, `${answered}`)
})

t.test('a wrong signature uses up no code', async t => {
  const { sandbox, post, query, party } = await start(t)
  const code = await sandbox.issueCode('wang')
  const body = sealEnvelope(queryFor(code), style, party, Date.now())
  const { json } = await post(QUERY, { ...body, orgId: 'P99000000009' })
  t.match(json, { code: -4, message: /explain/ })
  t.equal((await query(code)).json.code, 0)
})

t.test('what is wrong beside the signature is named', async t => {
  const { post, party, sandbox } = await start(t)
  const now = Date.now()
  const query = queryFor(await sandbox.issueCode('wang'))
  const body = sealEnvelope(query, style, party, now)
  const late = sealEnvelope(query, style, party, now - SKEW_MS_MAX - 5000)
  const cases: [JsonObject, number, RegExp][] = [
    [{ ...body, appId: 'F'.repeat(32) }, -4, /未知的 appId/],
    [{ ...body, timestamp: undefined }, -2, /缺少 timestamp/],
    [{ ...body, signData: '' }, -4, /没有 signData/],
    [{ ...body, encData: 'FF' }, -4, /encData 无法解密/],
    [{ ...body, signType: 'RSA' }, -4, /signType/],
    [late, -4, /相差 -30\d 秒/],
  ]
  for (const [changed, code, message] of cases)
    t.match((await post(QUERY, changed)).json, { code, message })
})

t.test('the files that are named open an envelope', async t => {
  const { sandbox, post } = await start(t)
  const { party, files } = sandbox.keys
  const enveloper = createEnveloper({
    ...style,
    appId: party.appId,
    appSecretFile: files.app_secret_file,
    privateKeyFile: files.private_key_file,
    publicKeyFile: files.public_key_file,
  })
  const body = queryFor(await sandbox.issueCode('ji'))
  const { json } = await post<JsonObject>(QUERY, enveloper.seal(body))
  t.match(enveloper.open(json, body), { code: 0, data: { userName: '𠮷小川' } })
})

for (const form of ['plain', 'encrypted'] as const)
  t.test(`${form}: an answer leaves when what it wrote is kept`, async t => {
    const now = Date.now()
    const asked = { transType: 'ec.query', data: { termId: '1' } }
    const body =
      form === 'plain' ? asked : sealEnvelope(asked, style, terminal, now)
    let flush = () => {}
    const flushed = new Promise<void>(resolve => {
      flush = resolve
    })
    const order: string[] = []
    const circumstances = {
      ...{ now, repliedAt: now, trail: NO_TRAIL },
      watch() {
        order.push('watched')
        return () => flushed
      },
    }
    const answer = async () => {
      order.push('written')
      return { code: 0, data: {} }
    }
    const ask = () => answerInKind(body, platform, circumstances, answer)
    const answering = ask().then(reply => {
      order.push('answered')
      return reply
    })
    await sleep(50)
    t.strictSame(order, ['watched', 'written'])
    flush()
    t.match(await answering, { code: 0 })
    circumstances.watch = () => () => Promise.reject(new Error('ENOSPC'))
    await t.rejects(ask(), { message: 'ENOSPC' })
  })
