/**
 * What nationec certify does, expects and sees, a sentence each.
 * @module
 */
import type { Sentence } from './index.js'

export const certifyCaseTexts = {
  'certify.done.query': {
    'zh-CN': '调用 ec.query 并出示有效的二维码',
    en: 'ec.query while a good code is shown',
  },
  'certify.done.charset': {
    'zh-CN': '以 {charset} 调用 ec.query，出示 {person} 的二维码',
    en: 'ec.query in {charset} while the code of {person} is shown',
  },
  'certify.done.query-ascii': {
    'zh-CN': '入参全为 ASCII 的 ec.query',
    en: 'ec.query whose InData is pure ASCII',
  },
  'certify.done.query-long': {
    'zh-CN': '先后查询姓名很长与很短的两人',
    en: 'ec.query for a long name, then for a short one',
  },
  'certify.done.null': {
    'zh-CN': '{argument} 为空指针',
    en: '{argument} is a null pointer',
  },
  'certify.done.nothing-shown': {
    'zh-CN': '调用 ec.query，不出示二维码',
    en: 'ec.query while no code is shown',
  },
  'certify.done.odd.comma': {
    'zh-CN': '入参如规范样例，最后一个成员后有逗号',
    en: "InData with a comma behind its last member, as in the standard's sample",
  },
  'certify.done.odd.layout': {
    'zh-CN': '入参带 CRLF 换行和缩进',
    en: 'InData with CRLF and indentation',
  },
  'certify.done.odd.no-extra': {
    'zh-CN': '入参没有 extra',
    en: 'InData without extra',
  },
  'certify.done.odd.null-extra': {
    'zh-CN': '入参的 extra 为 null',
    en: 'InData whose extra is null',
  },
  'certify.done.odd.member': {
    'zh-CN': '入参含未定义的成员 url',
    en: 'InData with a member that nobody defined, url',
  },
  'certify.done.odd.blank-key': {
    'zh-CN': '入参的键 "officeId " 末尾有空格',
    en: 'InData with the key "officeId ", a blank at its end',
  },
  'certify.done.unreadable.empty': {
    'zh-CN': '入参为空文本',
    en: 'InData is empty',
  },
  'certify.done.unreadable.text': {
    'zh-CN': '入参不是 JSON',
    en: 'InData is no JSON',
  },
  'certify.done.unreadable.cut': {
    'zh-CN': '入参末尾被截断',
    en: 'InData is cut at its end',
  },
  'certify.done.unreadable.list': {
    'zh-CN': '入参是数组而不是对象',
    en: 'InData is a list and no object',
  },
  'certify.done.unreadable.bytes': {
    'zh-CN': '入参既不是 UTF-8 也不是 GB18030',
    en: 'InData is neither UTF-8 nor GB18030',
  },
  'certify.done.unreadable.deep': {
    'zh-CN': '入参嵌套五千层',
    en: 'InData is nested five thousand deep',
  },
  'certify.done.no-trans-type': {
    'zh-CN': '入参的 transType 为空',
    en: 'InData whose transType is empty',
  },
  'certify.done.unknown-trans-type': {
    'zh-CN': '入参的 transType 未知',
    en: 'InData with a transType that nobody knows',
  },
  'certify.done.no-field': {
    'zh-CN': '入参缺少 data.{field}',
    en: 'InData without data.{field}',
  },
  'certify.done.long-field': {
    'zh-CN': '入参的 data.{field} 超过 {max} 个字符',
    en: 'InData whose data.{field} is longer than {max} characters',
  },
  'certify.done.url-malformed': {
    'zh-CN': 'strUrl 不是地址',
    en: 'strUrl is no address',
  },
  'certify.done.url-empty': { 'zh-CN': 'strUrl 为空', en: 'strUrl is empty' },
  'certify.done.url-unreachable': {
    'zh-CN': 'strUrl 处没有平台',
    en: 'no platform answers at strUrl',
  },
  'certify.done.shown-twice': {
    'zh-CN': '同一个二维码先后出示两次',
    en: 'the same code is shown to two calls',
  },
  'certify.done.table-c4': {
    'zh-CN': '依次出示沙箱中对应表 C.4 各返回码的 {count} 个二维码',
    en: "the sandbox's {count} codes that bring the entries of table C.4 are shown",
  },
  'certify.done.arrives': {
    'zh-CN': '调用 ec.query 并查看平台收到的请求',
    en: 'ec.query, and a look at what arrives at the platform',
  },
  'certify.done.waited': {
    'zh-CN': '查看平台收到的 {count} 个 ec.query 请求',
    en: 'a look at the {count} requests of ec.query that arrived',
  },
  'certify.expect.arrives-once': {
    'zh-CN': '平台恰好收到一次该请求',
    en: 'exactly one such request arrives',
  },
  'certify.expect.arrives-post': {
    'zh-CN': '请求以 POST 提交',
    en: 'the request is a POST',
  },
  'certify.expect.arrives-json': {
    'zh-CN':
      'Content-Type 为 application/json，请求体为 UTF-8 编码的 JSON 对象',
    en: 'Content-Type is application/json, the body a JSON object in UTF-8',
  },
  'certify.expect.arrives-text': {
    'zh-CN': '请求中 {name} 为 1 至 {max} 个字符的文本',
    en: '{name} of the request is text of 1 to {max} characters',
  },
  'certify.expect.arrives-code': {
    'zh-CN': 'data.ecQrCode 就是出示的二维码',
    en: 'data.ecQrCode is the code that was shown',
  },
  'certify.expect.arrives-business': {
    'zh-CN': 'data.businessType 取自表 C.1',
    en: 'data.businessType stands in table C.1',
  },
  'certify.expect.arrives-filing': {
    'zh-CN': 'data.termId 为 20 位数字的终端备案号',
    en: 'data.termId is a 终端备案号, 20 digits',
  },
  'certify.expect.arrives-ip': {
    'zh-CN': 'data.termIp 为终端的 IP 地址',
    en: 'data.termIp is an IP address',
  },
  'certify.seen.arrivals': {
    'zh-CN': '收到 {count} 次',
    en: '{count} arrived',
  },
  'certify.seen.value': {
    'zh-CN': '{name} 为 {value}',
    en: '{name} is {value}',
  },
  'certify.seen.unreadable': {
    'zh-CN': '请求体不是 JSON 对象',
    en: 'the body is no JSON object',
  },
  'certify.done.code.expired': {
    'zh-CN': '出示已过期的二维码',
    en: 'a code that has expired is shown',
  },
  'certify.done.code.unknown': {
    'zh-CN': '出示格式正确但未签发过的二维码',
    en: 'a well-formed code that nobody issued is shown',
  },
  'certify.done.code.payment': {
    'zh-CN': '误出示付款码',
    en: 'a payment code is shown by mistake',
  },
  'certify.done.token': {
    'zh-CN': '扫码后，机构系统向平台校验令牌',
    en: "after the scan the institution's system has the platform check the token",
  },
  'certify.done.token-check': {
    'zh-CN': '扫码后，经动态库校验令牌：正确、姓名不符、令牌未知',
    en: 'after the scan tokens are checked through the library: right, of another name, unknown',
  },
  'certify.done.elsewhere': {
    'zh-CN': '出示异地参保人的二维码',
    en: 'the code of somebody insured in another province is shown',
  },
  'certify.done.other-province': {
    'zh-CN': '出示由其他省生成的二维码',
    en: 'a code that another province made is shown',
  },
  'certify.done.data-changed': {
    'zh-CN': '参保信息在参保地变更之前、之后各扫码一次，再重新展码扫码',
    en: "codes are scanned before and after a person's data change where the person is insured, then a fresh one",
  },
  'certify.done.settled': {
    'zh-CN': '两次发送同一结算结果通知（{state}）',
    en: 'the same settlement notice ({state}) is sent twice',
  },
  'certify.done.threads-notice': {
    'zh-CN': '{threads} 个线程同时发送结算结果通知',
    en: '{threads} threads send settlement notices at once',
  },
  'certify.done.threads-query': {
    'zh-CN': '{threads} 个线程同时调用 ec.query',
    en: '{threads} threads call ec.query at once',
  },
  'certify.expect.answers': {
    'zh-CN': '调用正常返回',
    en: 'the call comes back',
  },
  'certify.expect.returned': {
    'zh-CN': '函数返回文本 "{status}"',
    en: 'NationEcTrans returns the text "{status}"',
  },
  'certify.expect.returned-failure': {
    'zh-CN': '函数返回的文本不是 "0000"',
    en: 'NationEcTrans returns a text other than "0000"',
  },
  'certify.expect.json': {
    'zh-CN': 'OutData 是一个 JSON 对象',
    en: 'OutData is one JSON object',
  },
  'certify.expect.code': {
    'zh-CN': 'code 为数字 {codes}',
    en: 'code is the number {codes}',
  },
  'certify.expect.code-failure': {
    'zh-CN': 'code 为非 0 的数字',
    en: 'code is a number other than 0',
  },
  'certify.expect.message': {
    'zh-CN': 'message 是非空文本',
    en: 'message is text with something in it',
  },
  'certify.expect.org-id': {
    'zh-CN': 'orgId 与入参一致',
    en: 'orgId is that of InData',
  },
  'certify.expect.data': {
    'zh-CN': 'data 是 JSON 对象',
    en: 'data is a JSON object',
  },
  'certify.expect.text': {
    'zh-CN': 'data.{name} 为不超过 {max} 个字符的文本，且属于出示者',
    en: 'data.{name} is text of at most {max} characters, of the person whose code was shown',
  },
  'certify.expect.id-type': {
    'zh-CN': 'data.idType 取自表 C.2',
    en: 'data.idType stands in table C.2',
  },
  'certify.expect.nobody': {
    'zh-CN': 'data 中没有任何人的信息',
    en: 'data has nothing of any person',
  },
  'certify.expect.inside': {
    'zh-CN': 'OutData 以 NUL 结尾，缓冲区之外未被改写',
    en: 'OutData ends in a NUL and nothing outside the buffer is written',
  },
  'certify.expect.charset': {
    'zh-CN': 'OutData 与入参字符集一致',
    en: 'OutData is in the charset of InData',
  },
  'certify.expect.flag': {
    'zh-CN': 'data.flag 为 {flag}',
    en: 'data.flag is {flag}',
  },
  'certify.expect.biz-no': {
    'zh-CN': 'data.outBizNo 与入参一致',
    en: 'data.outBizNo is that of InData',
  },
  'certify.expect.tokens-differ': {
    'zh-CN': '各次调用的 ecToken 互不相同',
    en: 'every call has an ecToken of its own',
  },
  'certify.seen.returned': {
    'zh-CN': '返回了 {returned}',
    en: 'it returned {returned}',
  },
  'certify.seen.no-json': {
    'zh-CN': 'OutData 的 {bytes} 字节不是 JSON 对象',
    en: 'the {bytes} bytes of OutData are no JSON object',
  },
  'certify.seen.code': { 'zh-CN': 'code 为 {code}', en: 'code is {code}' },
  'certify.seen.missing': {
    'zh-CN': '没有 {name}，或其不是文本',
    en: '{name} is missing, empty or no text',
  },
  'certify.seen.org-id': {
    'zh-CN': 'orgId 为 {orgId}',
    en: 'orgId is {orgId}',
  },
  'certify.seen.data': { 'zh-CN': 'data 是 {kind}', en: 'data is {kind}' },
  'certify.seen.long': {
    'zh-CN': '{name} 有 {length} 个字符',
    en: '{name} has {length} characters',
  },
  'certify.seen.other': {
    'zh-CN': '{name} 不是出示者的',
    en: '{name} is not that of the person whose code was shown',
  },
  'certify.seen.id-type': {
    'zh-CN': 'idType 为 {value}',
    en: 'idType is {value}',
  },
  'certify.seen.somebody': {
    'zh-CN': 'data 中有 {name}',
    en: 'data has {name}',
  },
  'certify.seen.beyond': {
    'zh-CN': '缓冲区末尾之后 {bytes} 字节内被改写',
    en: 'it wrote as far as {bytes} bytes behind the end of the buffer',
  },
  'certify.seen.before': {
    'zh-CN': '缓冲区之前有 {bytes} 字节被改写',
    en: 'it wrote {bytes} bytes in front of the buffer',
  },
  'certify.seen.unterminated': {
    'zh-CN': 'OutData 没有 NUL 结尾',
    en: 'OutData has no NUL at its end',
  },
  'certify.seen.charset': {
    'zh-CN': 'OutData 不是 {charset}',
    en: 'OutData is not {charset}',
  },
  'certify.seen.flag': { 'zh-CN': 'flag 为 {flag}', en: 'flag is {flag}' },
  'certify.seen.biz-no': {
    'zh-CN': 'outBizNo 不是入参中的',
    en: 'outBizNo is not that of InData',
  },
  'certify.seen.same-token': {
    'zh-CN': '有调用没有 ecToken，或两次调用相同',
    en: 'a call has no ecToken, or two calls have the same',
  },
  'certify.seen.hung': {
    'zh-CN': '{seconds} 秒内没有返回，进程已被结束',
    en: 'it did not come back within {seconds} s; its process was ended',
  },
  'certify.seen.died': {
    'zh-CN': '进程崩溃：{reason}',
    en: 'its process died: {reason}',
  },
} satisfies Record<string, Sentence>
