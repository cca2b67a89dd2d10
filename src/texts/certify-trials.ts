/**
 * What nationec certify does, a sentence a trial.
 * @module
 */
import type { Sentence } from './index.js'

export const certifyTrialTexts = {
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
} satisfies Record<string, Sentence>
