import t from 'tap'
import type { LocalCall } from '../../src/addon.js'
import type { ReplySettings } from '../../src/bridge/reply.js'
import { createTrans } from '../../src/bridge/trans.js'
import type { JournalRow, Reader, Rooms } from '../../src/call/rooms.js'
import { encodeText } from '../../src/charset.js'
import { IDENTITY, IN_DATA, READING, REPLY } from '../call/fake-rooms.js'

const URL_OF_CALL = 'https://127.0.0.1/query'

const reply: ReplySettings = {
  maxBytes: 2048,
  charset: 'utf-8',
  locale: 'zh-CN',
  data: 'object',
  returns: 'status',
}

/** A NationEcTrans whose rooms answer at once, and what they were told. */
function createFake(answer = REPLY) {
  const rows: JournalRow[] = []
  const urls: string[] = []
  const reader: Reader = {
    async read(_, onArmed) {
      onArmed()
      return READING
    },
  }
  const rooms: Rooms = {
    platform: {
      target(strUrl) {
        urls.push(strUrl)
        return { url: new URL(URL_OF_CALL), post: async () => answer }
      },
    },
    terminal: { identify: async () => IDENTITY },
    readers: { code: reader, face: reader, card: reader },
    journal: { append: row => void rows.push(row) },
  }
  const settings = {
    locale: 'zh-CN',
    orgId: '',
    stopping: new AbortController().signal,
    newCallId: () => 'call-1',
  } as const
  const trans = createTrans(rooms, settings, reply)
  const call = (change: Partial<LocalCall>) =>
    trans(
      {
        deadlineMs: 5000,
        url: Buffer.from(URL_OF_CALL),
        inData: Buffer.from(IN_DATA),
        charset: 'utf-8',
        ...change,
      },
      { door: 'socket', pid: 42 },
      new AbortController().signal,
    )
  return { call, rows, urls }
}

t.test('a request is read in its charset and answered in it', async t => {
  for (const charset of ['utf-8', 'gb18030'] as const) {
    const { call, rows, urls } = createFake()
    const inData = encodeText(IN_DATA, charset)
    const { code, returned, outData } = await call({ inData, charset })
    t.equal(code, 0)
    t.equal(returned.toString(), '0000')
    t.ok(outData.includes(encodeText('张三', charset)), charset)
    t.match(rows[1], { sealed: { data: { operatorName: '收费员甲' } } })
    t.match(rows[0]?.facts, { charset, door: 'socket', pid: 42 })
    t.strictSame(urls, [URL_OF_CALL])
  }
})

t.test('pure ASCII is read as it is and answered as configured', async t => {
  const { call } = createFake()
  const ascii = IN_DATA.replace('收费员甲', 'cashier')
  const reply = await call({ inData: Buffer.from(ascii), charset: 'ascii' })
  t.equal(reply.code, 0)
  t.ok(reply.outData.includes('张三'))
})

t.test('bytes of no text are refused', async t => {
  for (const charset of ['utf-8', 'gb18030'] as const) {
    const { call } = createFake()
    const inData = Buffer.from([0x7b, 0xff, 0xff, 0x7d])
    const { code, returned, outData } = await call({ inData, charset })
    t.equal(code, -2)
    t.equal(returned.toString(), '-2')
    const sentence = encodeText('入参不是有效的 UTF-8', charset)
    t.ok(outData.includes(sentence), charset)
  }
})

t.test('any bytes may stand for strUrl', async t => {
  const { call, urls } = createFake()
  await call({ url: Buffer.from([0xff, 0x00, 0xe5]) })
  t.strictSame(urls, ['\u00ff\u0000\u00e5'])
})

t.test('a platform’s answer that is too long becomes an error', async t => {
  const data = { email: 'x'.repeat(reply.maxBytes) }
  const { call } = createFake({ ...REPLY, data })
  const { code, outData } = await call({})
  t.equal(code, -1)
  t.ok(outData.length < reply.maxBytes)
})
