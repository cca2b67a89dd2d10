/**
 * What the sandbox's web console says on the pages that list and count
 * requests.
 * @module
 */
import type { Sentence } from './index.js'

export const consoleRequestTexts = {
  'console.plot.latency': {
    'zh-CN': '每次调用的耗时（毫秒）',
    en: 'How long each call took (ms)',
  },
  'console.plot.calls': { 'zh-CN': '调用次数', en: 'How many calls came' },
  'console.plot.count': { 'zh-CN': '次调用', en: 'calls' },
  'console.plot.refused': {
    'zh-CN': '次被拒或无应答',
    en: 'refused or unanswered',
  },
  'console.plot.median': { 'zh-CN': '中位数', en: 'median' },
  'console.plot.p95': { 'zh-CN': '95% 以内', en: '95 % are below' },
  'console.plot.ok': { 'zh-CN': '成功', en: 'success' },
  'console.plot.not-ok': {
    'zh-CN': '被拒或无应答',
    en: 'refused or unanswered',
  },
  'console.requests.filter': { 'zh-CN': '筛选', en: 'Filter' },
  'console.requests.filter-what': {
    'zh-CN': 'transType、返回码、原因…',
    en: 'transType, code, reason …',
  },
  'console.requests.refused-only': { 'zh-CN': '只看被拒', en: 'refused only' },
  'console.requests.none': {
    'zh-CN': '还没有请求。请让程序调用 strUrl，或按概览页的步骤操作。',
    en: 'No requests yet. Have a program call strUrl, or follow the steps of the overview.',
  },
  'console.requests.no-match': {
    'zh-CN': '没有符合筛选的请求',
    en: 'No request matches the filter.',
  },
  'console.requests.choose': {
    'zh-CN': '选一个请求，看它为什么这样应答。',
    en: 'Choose a request to read why it was answered so.',
  },
  'console.requests.arrived': {
    'zh-CN': '新请求：{transType}，返回 {code}',
    en: 'New request: {transType}, answered {code}',
  },
  'console.requests.at': { 'zh-CN': '时间', en: 'Time' },
  'console.requests.address': { 'zh-CN': '地址', en: 'Address' },
  'console.requests.clause': {
    'zh-CN': '依据 XJ-D01-2019 {clause}',
    en: 'Decided by XJ-D01-2019, {clause}',
  },
  'console.requests.compared': { 'zh-CN': '逐条核对', en: 'What was compared' },
  'console.requests.kept': { 'zh-CN': '符合', en: 'kept' },
  'console.requests.broken': { 'zh-CN': '不符', en: 'broken' },
  'console.requests.expected': { 'zh-CN': '应为', en: 'expected' },
  'console.requests.found': { 'zh-CN': '实为', en: 'found' },
  'console.requests.near-misses': {
    'zh-CN': '线索',
    en: 'Hints',
  },
  'console.requests.replay': { 'zh-CN': '重放', en: 'Replay' },
  'console.requests.replayed': {
    'zh-CN': '已重放，新请求为 #{id}',
    en: 'Replayed as #{id}',
  },
  'console.requests.replayed-unanswered': {
    'zh-CN': '已重放，没有应答',
    en: 'Replayed: no answer came',
  },
  'console.requests.body': { 'zh-CN': '请求原文', en: 'Request as it came' },
  'console.requests.said': {
    'zh-CN': '平台的应答',
    en: 'What the platform said',
  },
  'console.requests.sent': {
    'zh-CN': '故障改动后发出的内容',
    en: 'What the fault made of it',
  },
  'console.requests.headers': { 'zh-CN': '请求头', en: 'Headers' },
  'console.requests.base64': {
    'zh-CN': '不是 UTF-8 文本（Base64）：{content}',
    en: 'no UTF-8 text (Base64): {content}',
  },
  'console.signature': { 'zh-CN': '签名', en: 'Signature' },
  'console.signature.right': { 'zh-CN': '正确', en: 'right' },
  'console.signature.wrong': { 'zh-CN': '不正确', en: 'wrong' },
  'console.signature.province': {
    'zh-CN': '以{name}下发的密钥核对，appId {appId}',
    en: 'Checked by the keys that {name} gave to the appId {appId}',
  },
  'console.signature.channel': {
    'zh-CN': '以渠道{name}的密钥核对，APPID {appId}',
    en: 'Checked by the keys of the channel {name}, APPID {appId}',
  },
  'console.signature.text': { 'zh-CN': '应签名的文本', en: 'The text to sign' },
  'console.signature.signed': {
    'zh-CN': '实际签名的文本',
    en: 'What was signed instead',
  },
  'console.signature.signer': { 'zh-CN': 'Z', en: 'Z' },
  'console.signature.digest': { 'zh-CN': 'SM3(Z‖文本)', en: 'SM3(Z‖text)' },
  'console.signature.key': {
    'zh-CN': 'SM4 密钥：appId 前 16 位；SM4(appSecret)；密钥',
    en: 'SM4 key: 16 of appId; SM4(appSecret); the key',
  },
  'console.signature.data': { 'zh-CN': '解密后的 data', en: 'data, decrypted' },
} satisfies Record<string, Sentence>
