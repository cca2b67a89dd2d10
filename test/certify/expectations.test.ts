import t from 'tap'
import type { Expectation } from '../../src/certify/case.js'
import {
  at,
  codeIs,
  codeIsFailure,
  dataIsObject,
  echoesOrgId,
  hasIdType,
  hasMessage,
  hasNobody,
  hasText,
  isJson,
  keepsCharset,
  returns,
  returnsFailure,
  staysInside,
} from '../../src/certify/expectations.js'
import type { Answered, CallerCharset } from '../../src/certify/seen.js'
import { encodeText } from '../../src/charset.js'

const person = {
  id: 'wang',
  userName: '王秀英',
  idNo: '11010519491231002X',
  insuOrg: '430000',
}

/** A call that came back with what `more` says, else as it should. */
function call(
  out: object | string = {},
  more: Partial<Answered['ended']> = {},
  charset: CallerCharset = 'utf-8',
): Answered {
  const text = typeof out === 'string' ? out : JSON.stringify(out)
  const ended = {
    how: 'answered' as const,
    returned: '0000',
    outData: encodeText(text, 'utf-8'),
    ...{ terminated: true, before: 0, beyond: 0 },
    ...more,
  }
  const asked = { charset, orgId: 'P99000000001' }
  return { asked, shown: { code: '1', person }, ended }
}

const met: [Expectation, Answered][] = [
  [returns('0000'), call()],
  [returns('0000'), call({}, { returned: undefined })],
  [returnsFailure(), call({}, { returned: '-2' })],
  [isJson(), call()],
  [codeIs(-2, 500159), call({ code: 500159 })],
  [codeIsFailure(), call({ code: -1 })],
  [hasMessage(), call({ message: '成功' })],
  [echoesOrgId(), call({ orgId: 'P99000000001' })],
  [dataIsObject(), call({ data: {} })],
  [hasText('userName', 200), call({ data: { userName: '王秀英' } })],
  [hasText('idNo', 20), call({ data: JSON.stringify({ idNo: person.idNo }) })],
  [hasIdType(), call({ data: { idType: '01' } })],
  [hasNobody(), call({ data: null })],
  [staysInside(), call()],
  [keepsCharset(), call({ message: '成功' })],
  [keepsCharset(), call('{}', {}, 'gb18030')],
]

t.test('what is right passes', async t => {
  for (const [{ expected, judge }, seen] of met) {
    t.equal(judge([seen]), undefined, expected.key)
  }
})

const missed: [Expectation, Answered, string][] = [
  [returns('0000'), call({}, { returned: '0' }), 'returned'],
  [returns('0000'), call({}, { returned: null }), 'returned'],
  [returnsFailure(), call(), 'returned'],
  [isJson(), call('<html>'), 'no-json'],
  [isJson(), call('[1]'), 'no-json'],
  [isJson(), call(''), 'no-json'],
  [codeIs(0), call({ code: '0' }), 'code'],
  [codeIs(0), call('{'), 'no-json'],
  [codeIsFailure(), call({ code: 0 }), 'code'],
  [hasMessage(), call({ message: ' ' }), 'missing'],
  [echoesOrgId(), call({ orgId: 'P99000000002' }), 'org-id'],
  [dataIsObject(), call({ data: '{}' }), 'data'],
  [dataIsObject(), call({ data: null }), 'data'],
  [dataIsObject(), call({ data: [] }), 'data'],
  [hasText('idNo', 20), call({ data: {} }), 'missing'],
  [hasText('idNo', 20), call({ data: { idNo: 7 } }), 'missing'],
  [hasText('userName', 3), call({ data: { userName: '王秀英英' } }), 'long'],
  [hasText('userName', 9), call({ data: { userName: '张三' } }), 'other'],
  [hasIdType(), call({ data: { idType: '98' } }), 'id-type'],
  [hasIdType(), call({ data: {} }), 'missing'],
  [hasNobody(), call({ data: { idNo: '1' } }), 'somebody'],
  [staysInside(), call({}, { beyond: 1 }), 'beyond'],
  [staysInside(), call({}, { before: 1 }), 'before'],
  [staysInside(), call({}, { terminated: false }), 'unterminated'],
  [keepsCharset(), call({ message: '成功' }, {}, 'gb18030'), 'charset'],
  [
    keepsCharset(),
    call({}, { outData: encodeText('成功', 'gb18030') }),
    'charset',
  ],
]

t.test('what is wrong is told, without anything personal', async t => {
  for (const [{ judge }, seen, what] of missed) {
    const found = judge([seen])
    t.equal(found?.key, `certify.seen.${what}`)
    t.notMatch(JSON.stringify(found), /王秀英|11010519|张三/)
  }
})

t.test('one call of several', async t => {
  const calls = [call({ code: 0 }), call({ code: 5 })]
  t.equal(at(0, codeIs(0)).judge(calls), undefined)
  t.ok(at(1, codeIs(0)).judge(calls))
  t.ok(at(-1, codeIs(0)).judge(calls))
  t.ok(codeIs(0).judge(calls), 'any of them')
})
