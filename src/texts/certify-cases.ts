/**
 * What nationec certify expects and sees, a sentence each.
 * @module
 */
import type { Sentence } from './index.js'

export const certifyCaseTexts = {
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
