/**
 * What a program or a platform may get wrong: a status text and JSON every
 * time, and the next call works.
 * @module
 */
import { isUtf8 } from 'node:buffer'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import {
  findRefusingPlatform,
  startBadPlatform,
  startMutePlatform,
} from './bad-platform.js'
import { missing, parse, type Seen } from './callers.js'
import {
  type CallOptions,
  type Field,
  requestText,
  startField,
} from './harness.js'

/** Of a call whose platform says nothing, and long enough for every other. */
const DEADLINE_SECONDS = 3
/** A hundred calls, on a machine that does other things. */
const ALL_MS = 120_000

t.setTimeout(ALL_MS)

const folder = mkdtempSync(join(tmpdir(), 'nationec-platform-'))
const bad = await startBadPlatform(t, folder)
const mute = await startMutePlatform(t)
const refusing = await findRefusingPlatform()
t.teardown(() => rmSync(folder, { recursive: true }))

const field = await startField(t, {
  call: { deadline: DEADLINE_SECONDS },
  platforms: [bad, mute, refusing],
})

/** Status text, number and sentence agree, and the next call works. */
async function checkFailure(
  t: Test,
  seen: Seen,
  code: number,
  message: RegExp,
  charset: 'utf-8' | 'gb18030' = 'utf-8',
) {
  const answer = parse(seen, charset)
  t.equal(seen.returned, String(code))
  t.equal(answer.code, code)
  t.match(answer.message, message)
  t.strictSame(answer.data, {})
  await checkNextCall(t, field)
}

async function checkNextCall(t: Test, field: Field) {
  const seen = await field.callAndShow('ji')
  t.equal(seen.returned, '0000', 'the next call works')
  t.equal(parse(seen).data.userName, '𠮷小川')
}

t.test('null pointers', async t => {
  const skip = missing(field.callers, 'python')
  const nulls: [string, CallOptions][] = [
    ['strUrl', { strUrl: null }],
    ['InData', { inData: null }],
    ['strUrl and InData', { strUrl: null, inData: null }],
  ]
  for (const [name, options] of nulls) {
    t.test(name, { skip }, async t => {
      const call = field.call({ caller: 'python', ...options })
      await checkFailure(t, await call.seen, -2, /空指针/)
    })
  }
  t.test('OutData', { skip }, async t => {
    const call = field.call({ caller: 'python', outBytes: null })
    const { returned, outData } = await call.seen
    t.equal(returned, '-2')
    t.equal(outData.length, 0)
    await checkNextCall(t, field)
  })
})

const good = requestText()
const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`

/** InData that is refused before anybody is asked to scan. */
const refused: [string, string | Buffer, RegExp][] = [
  ['empty InData', '', /JSON/],
  ['blank InData', ' \r\n', /JSON/],
  ['InData cut at its end', good.slice(0, -1), /JSON/],
  ['InData cut inside a name', good.slice(0, good.indexOf('甲')), /JSON/],
  ['1 MB of InData', requestText({ x: 'x'.repeat(1_048_576) }), /过长/],
  ['1 MB of bytes', Buffer.alloc(1_048_576, 0xe5), /过长/],
  ['text that is not JSON', '你好', /JSON/],
  ['JSON that is no object', '[1]', /对象/],
  ['JSON null', 'null', /对象/],
  ['data that is no object', '{"transType":"ec.query","data":7}', /对象/],
  ['bytes of no charset', Buffer.from([0x7b, 0xff, 0xff, 0x80]), /GB18030/],
  ['no transType', '{"data":{}}', /transType/],
  ['an unknown transType', good.replace('ec.query', '%s%n../'), /未知/],
  ['deep nesting', deep, /嵌套/],
  ['deep nesting in extra', good.replace('{}', deep), /嵌套/],
  ['nothing but __proto__', `{"__proto__":${good}}`, /transType/],
]

for (const [name, inData, message] of refused) {
  t.test(name, async t => {
    const call = field.call({ inData })
    const seen = await call.seen
    t.notOk(call.steps().some(({ step }) => step === 'armed'))
    const charset = isUtf8(Buffer.from(inData)) ? 'utf-8' : 'gb18030'
    await checkFailure(t, seen, -2, message, charset)
  })
}

/** InData that is odd, and right all the same. */
const accepted: [string, string | Buffer][] = [
  ['200 KB in data', requestText({ drugList: 'x'.repeat(200 * 1024) })],
  [
    '__proto__ in data',
    good.replace('"data":{', '"data":{"__proto__":{"a":1},'),
  ],
  ['__proto__ outside', good.replace('{', '{"__proto__":{"transType":"x"},')],
  [
    'half a character in a name',
    good.replace('收费员甲', '\\ud842\\udc00\\ud83d'),
  ],
  ['a byte order mark', `\ufeff${good}`],
]

for (const [name, inData] of accepted) {
  t.test(`${name} is accepted`, async t => {
    const seen = await field.callAndShow('ji', { inData })
    t.equal(seen.returned, '0000')
    t.equal(parse(seen).code, 0)
    t.equal(parse(seen).data.userName, '𠮷小川')
    await checkNextCall(t, field)
  })
}

const orgIds = { 'half a character': '\ud842', 'a NUL': 'P\0"' }

for (const [name, orgId] of Object.entries(orgIds)) {
  t.test(`an orgId with ${name} comes back in JSON`, async t => {
    const inData = requestText({ orgId: 'P1' }, orgId)
    const seen = await field.callAndShow('ji', { inData })
    t.equal(seen.returned, '0000')
    t.equal(parse(seen).orgId, orgId)
    await checkNextCall(t, field)
  })
}

const urls: [string, string, RegExp][] = [
  ['an empty strUrl', '', /无效/],
  ['a strUrl that is no address', 'localQrCodeQuery', /无效/],
  ['a strUrl of another protocol', 'file:///etc/passwd', /无效/],
  ['a strUrl with credentials', 'https://a:b@127.0.0.1/', /无效/],
  ['a host that nobody allowed', 'https://127.0.0.1:9/', /允许列表/],
  [
    'the sandbox over plain http',
    field.strUrl.replace('https', 'http'),
    /允许列表/,
  ],
]

for (const [name, strUrl, message] of urls) {
  t.test(name, async t => {
    const call = field.call({ strUrl })
    const seen = await call.seen
    t.notOk(call.steps().some(({ step }) => step === 'armed'))
    await checkFailure(t, seen, -5, message)
  })
}

t.test('a strUrl longer than any', async t => {
  const { seen } = field.call({ strUrl: `${field.strUrl}?${'a'.repeat(4096)}` })
  await checkFailure(t, await seen, -2, /过长/)
})

const platforms: [string, string, number, RegExp][] = [
  ['refuses the connection', refusing.url, -1, /ECONNREFUSED/],
  ['takes the connection and is mute', mute.url, -3, /未在限定时间内/],
  ['hangs', `${bad.url}hangs`, -3, /未在限定时间内/],
  [
    'stops in the middle of its answer',
    `${bad.url}stops-in-the-middle`,
    -3,
    /未在限定时间内/,
  ],
  ['cuts its answer', `${bad.url}cuts`, -1, /中断/],
  ['cuts the connection', `${bad.url}cuts-at-once`, -1, /中断/],
  ['sends 10 MB', `${bad.url}floods`, -1, /超过 1048576 字节/],
  ['answers HTML', `${bad.url}answers-html`, -1, /JSON/],
  ['answers HTTP 500', `${bad.url}answers-500`, -1, /HTTP 500/],
  ['answers nothing', `${bad.url}answers-nothing`, -1, /JSON/],
  ['answers bytes of no charset', `${bad.url}answers-garbage`, -1, /JSON/],
  [
    'answers more than a buffer holds',
    `${bad.url}answers-too-much-for-a-buffer`,
    -1,
    /超过 2048 字节/,
  ],
]

for (const [name, strUrl, code, message] of platforms) {
  t.test(`a platform that ${name}`, async t => {
    const seen = await field.callAndShow('ji', { strUrl })
    await checkFailure(t, seen, code, message)
  })
}

for (const charset of ['utf-8', 'gb18030'] as const) {
  t.test(`half a character in a person's name, ${charset}`, async t => {
    const strUrl = `${bad.url}answers-half-a-character`
    const inData = Buffer.from(requestText())
    const seen = await field.callAndShow('ji', { strUrl, inData })
    t.equal(seen.returned, '0000')
    t.equal(parse(seen).data.userName, '\ud842小川')
    await checkNextCall(t, field)
  })
}
