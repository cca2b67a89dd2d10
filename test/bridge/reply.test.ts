import fc from 'fast-check'
import t from 'tap'
import {
  type Reply,
  type ReplySettings,
  writeReply,
} from '../../src/bridge/reply.js'
import type { Answer } from '../../src/call/answer.js'
import { decodeText } from '../../src/charset.js'
import { LOCALES } from '../../src/texts/index.js'

const settings: ReplySettings = {
  maxBytes: 2048,
  charset: 'utf-8',
  locale: 'zh-CN',
  data: 'object',
  returns: 'status',
}

const answer: Answer = {
  code: 0,
  message: '成功',
  orgId: 'P99000000001',
  data: { userName: '𠮷小川', email: null },
}

const CHARSETS = ['utf-8', 'gb18030'] as const

/** The smallest that the configuration allows (reply.max_bytes). */
const LEAST_BYTES = 512

function jsonOf({ outData }: Reply, charset: 'utf-8' | 'gb18030') {
  return JSON.parse(decodeText(outData, charset) ?? 'no text')
}

t.test('the reply is in the charset of the request', async t => {
  for (const asked of CHARSETS) {
    for (const charset of CHARSETS) {
      const reply = writeReply(answer, asked, { ...settings, charset })
      t.strictSame(jsonOf(reply, asked), answer, `${asked}, not ${charset}`)
    }
  }
})

t.test('a request in pure ASCII gets the one configured', async t => {
  for (const charset of CHARSETS) {
    const reply = writeReply(answer, 'ascii', { ...settings, charset })
    t.strictSame(jsonOf(reply, charset), answer, charset)
  }
})

t.test('"0000" is returned if and only if the code is 0', async t => {
  const codes = { 0: '0000', [-2]: '-2', 501001: '501001' }
  for (const [code, returned] of Object.entries(codes)) {
    const reply = writeReply(
      { ...answer, code: Number(code) },
      'utf-8',
      settings,
    )
    t.equal(reply.returned.toString(), returned)
    t.equal(reply.code, Number(code))
  }
})

t.test('one build returns OutData itself', async t => {
  const reply = writeReply(answer, 'gb18030', {
    ...settings,
    returns: 'outdata',
  })
  t.strictSame(reply.returned, reply.outData)
})

t.test('data may be escaped text', async t => {
  const reply = writeReply(answer, 'utf-8', { ...settings, data: 'string' })
  const { data } = jsonOf(reply, 'utf-8')
  t.equal(data, JSON.stringify(answer.data))
})

t.test('an answer may fill the buffer to the last byte', async t => {
  const length = writeReply(answer, 'utf-8', settings).outData.length
  const fits = { ...settings, maxBytes: Math.max(length + 1, LEAST_BYTES) }
  const filler = 'x'.repeat(fits.maxBytes - length - 1)
  const whole = { ...answer, message: `成功${filler}` }
  t.equal(writeReply(whole, 'utf-8', fits).code, 0)
  const long = { ...answer, message: `成功${filler}x` }
  const reply = writeReply(long, 'utf-8', fits)
  const bytes = fits.maxBytes + 1
  t.match(jsonOf(reply, 'utf-8'), {
    code: -1,
    message: new RegExp(`${bytes} 字节，超过 ${fits.maxBytes} 字节`),
    orgId: answer.orgId,
    data: {},
  })
  t.equal(reply.returned.toString(), '-1')
})

t.test('it is JSON and fits, whatever the answer holds', async () => {
  const answers = fc.record({
    code: fc.integer(),
    message: anyText(1000),
    orgId: anyText(40),
    data: fc.dictionary(anyText(20), fc.jsonValue()),
  })
  const allSettings = fc.record<ReplySettings>({
    maxBytes: fc.integer({ min: LEAST_BYTES, max: 4096 }),
    charset: fc.constantFrom(...CHARSETS),
    locale: fc.constantFrom(...LOCALES),
    data: fc.constantFrom('object', 'string'),
    returns: fc.constantFrom('status', 'outdata'),
  })
  const asked = fc.constantFrom(...CHARSETS)
  fc.assert(
    fc.property(answers, asked, allSettings, (answer, asked, settings) => {
      const reply = writeReply(answer, asked, settings)
      const json = jsonOf(reply, asked)
      return (
        reply.outData.length < settings.maxBytes &&
        reply.returned.length < settings.maxBytes &&
        !reply.outData.includes(0) &&
        json.code === reply.code &&
        (reply.code === answer.code || reply.code === -1)
      )
    }),
    { numRuns: 60 },
  )
})

/** Without the characters that do not come back (charset.test.ts). */
function anyText(maxLength: number) {
  return fc
    .string({ unit: 'binary', maxLength })
    .filter(text => !/[\ue5e5\ufffd]/.test(text))
}
