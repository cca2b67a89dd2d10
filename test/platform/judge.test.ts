import t from 'tap'
import { judgeReply } from '../../src/platform/judge.js'

const ORIGIN = 'https://127.0.0.1'
const data = { userName: '张三' }

const judge = (reply: unknown, status = 200) => {
  const body = typeof reply === 'string' ? reply : JSON.stringify(reply)
  return judgeReply(status, body, ORIGIN)
}

t.test('a person', async t => {
  const person = { code: 0, message: '成功', data }
  for (const code of [0, '0', '0000']) {
    t.strictSame(judge({ code, message: '成功', data }), person)
  }
  t.strictSame(judge({ ...person, success: true }), person)
  t.strictSame(judge({ ...person, success: 'true', extra: 1 }), person)
})

t.test('data as escaped text', async t => {
  const reply = judge({ code: 0, data: JSON.stringify(data) })
  t.strictSame(reply, { code: 0, message: '', data })
})

t.test('the platform’s own code is passed through, without data', async t => {
  const message = '二维码 Token 失效'
  for (const code of [501001, '501001', -3]) {
    const reply = { code: Number(code), message, data: {} }
    t.strictSame(judge({ code, message, data }), reply)
  }
})

t.test('a code counts more than the HTTP status', async t => {
  const reply = { code: 500001, message: 'x', data: {} }
  t.strictSame(judge({ code: 500001, message: 'x' }, 500), reply)
})

t.test('an HTTP status without a code of its own', async t => {
  const bodies = ['', '<html>', '{}', { code: 0, data }, { code: '0' }, '[]']
  for (const status of [204, 302, 404, 500]) {
    for (const body of bodies) {
      const parameters = { origin: ORIGIN, status }
      const failure = { symbol: 'platform-http', code: -1, parameters }
      t.throws(() => judge(body, status), failure)
    }
  }
})

t.test('what is no answer', async t => {
  for (const body of [
    '',
    '<html></html>',
    '{"code":0',
    '[]',
    'null',
    '0',
    {},
    { code: null },
    { code: '' },
    { code: ' ' },
    { code: 'OK' },
    { code: 0.5 },
    { code: [0] },
    { code: true },
    { code: '0x0' },
  ]) {
    const failure = {
      symbol: 'platform-not-json',
      code: -1,
      parameters: { origin: ORIGIN },
    }
    t.throws(() => judge(body), failure, JSON.stringify(body))
  }
})

t.test('code 0 where nothing was done is no person', async t => {
  for (const change of [
    { success: false },
    { success: 'false' },
    { data: null },
    { data: undefined },
    { data: [] },
    { data: 'no JSON' },
    { data: '[]' },
    { data: 42 },
  ]) {
    const failure = { symbol: 'platform-refused', code: -1 }
    const label = JSON.stringify(change)
    t.throws(() => judge({ code: 0, data, ...change }), failure, label)
  }
})

t.test('a message that is no text is left out', async t => {
  for (const message of [null, 1, {}, undefined]) {
    t.equal(judge({ code: 1, message }).message, '')
  }
})
