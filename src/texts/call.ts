/**
 * What a call says to the person at the window: what happened and what to do
 * next. One sentence for each symbol of failure.ts.
 * @module
 */
import type { Sentence } from './index.js'

export const callTexts = {
  'call.ok': { 'zh-CN': '成功', en: 'success' },
  'failure.unforeseen': {
    'zh-CN':
      '发生未预料的错误，请重试；仍失败请运行 nationec journal show 查看',
    en: 'something unforeseen happened: try again, then see nationec journal show',
  },
  'failure.answer-too-long': {
    'zh-CN':
      '应答共 {bytes} 字节，超过 {limit} 字节上限，完整应答见 nationec journal show；可调大 reply.max_bytes',
    en: 'the answer has {bytes} bytes, {limit} are allowed: see nationec journal show, or raise reply.max_bytes',
  },
  'failure.daemon-stopping': {
    'zh-CN': '医保电子凭证服务正在停止，请稍后重试',
    en: 'the daemon is stopping: try again in a moment',
  },
  'failure.no-charset': {
    'zh-CN': '入参不是有效的 UTF-8 或 GB18030 文本，请检查编码',
    en: 'InData is neither UTF-8 nor GB18030: check its encoding',
  },
  'failure.not-json': {
    'zh-CN': '入参不是有效的 JSON（第 {offset} 个字符附近），请检查 InData',
    en: 'InData is not JSON (near character {offset}): check it',
  },
  'failure.not-object': {
    'zh-CN': '入参 {field} 应为 JSON 对象',
    en: '{field} must be a JSON object',
  },
  'failure.too-deep': {
    'zh-CN': '入参嵌套超过 {limit} 层',
    en: 'InData is nested deeper than {limit} levels',
  },
  'failure.field-missing': {
    'zh-CN': '缺少必填项 {field}（XJ-D01-2019 表 {clause}），请补充后重试',
    en: '{field} is missing (XJ-D01-2019, table {clause}): add it',
  },
  'failure.field-type': {
    'zh-CN': '{field} 应为文本（XJ-D01-2019 表 {clause}）',
    en: '{field} must be text (XJ-D01-2019, table {clause})',
  },
  'failure.field-too-long': {
    'zh-CN': '{field} 超过 {limit} 个字符（XJ-D01-2019 表 {clause}）',
    en: '{field} has more than {limit} characters (XJ-D01-2019, table {clause})',
  },
  'failure.trans-type-unknown': {
    'zh-CN': '未知的交易类型 transType，请检查；支持：{known}',
    en: 'unknown transType: supported are {known}',
  },
  'failure.trans-type-later': {
    'zh-CN': '交易类型 {transType} 本版本尚不支持；支持：{known}',
    en: 'transType {transType} is not supported yet: supported are {known}',
  },
  'failure.nothing-scanned': {
    'zh-CN': '未扫到医保电子凭证，请重新扫码',
    en: 'nothing was scanned: scan again',
  },
  'failure.code-too-long': {
    'zh-CN': '扫到的内容超过 {limit} 字节，不是医保电子凭证，请重新扫码',
    en: 'what was scanned has more than {limit} bytes: scan the right code',
  },
  'failure.code-garbled': {
    'zh-CN':
      '扫到的内容含控制字符或乱码，请重新扫码；若反复出现请检查扫码枪设置',
    en: 'what was scanned holds control characters: scan again, or check the scanner',
  },
  'failure.caller-left': {
    'zh-CN': '调用方已断开，本次调用已取消',
    en: 'the caller left, the call was cancelled',
  },
  'failure.platform-silent': {
    'zh-CN': '医保平台未在限定时间内应答，请稍后重新扫码',
    en: 'the platform did not answer in time: scan again later',
  },
  'failure.terminal-unregistered': {
    'zh-CN':
      '本终端尚未配置终端备案号，请在配置文件 [terminal] filing_number 填写 20 位备案号',
    en: 'this terminal has no filing number: set filing_number under [terminal]',
  },
  'failure.url-malformed': {
    'zh-CN': '请求地址 strUrl 无效，请检查',
    en: 'strUrl is not a valid http or https address',
  },
  'failure.url-not-allowed': {
    'zh-CN':
      '请求地址 {origin} 不在允许列表，请在配置文件 [[platforms]] 中添加',
    en: '{origin} is not on the allow list: add it under [[platforms]]',
  },
  'failure.scanner-busy': {
    'zh-CN': '扫码设备正被其他业务占用，请稍后重试',
    en: 'the scanner is serving another call: try again',
  },
  'failure.queue-full': {
    'zh-CN': '等待扫码的业务超过 {limit} 个，请稍后重试',
    en: 'more than {limit} calls wait for the scanner: try again later',
  },
  'failure.scanner-held': {
    'zh-CN': '扫码设备 {path} 被其他程序占用，请关闭该程序后重试',
    en: '{path} is held by another program: close it',
  },
  'failure.scanner-none': {
    'zh-CN': '未配置扫码设备，请在配置文件 [scanner] path 填写串口',
    en: 'no scanner is configured: set path under [scanner]',
  },
  'failure.scanner-absent': {
    'zh-CN': '找不到扫码设备 {path}，请检查连接',
    en: '{path} does not exist: check that the scanner is plugged in',
  },
  'failure.scanner-denied': {
    'zh-CN': '无权打开扫码设备 {path}，请将服务用户加入 dialout 组',
    en: 'no permission to open {path}: add the user to the group dialout',
  },
  'failure.scanner-unplugged': {
    'zh-CN': '扫码设备 {path} 已断开，请重新插好后再扫码',
    en: '{path} was unplugged: plug it in and scan again',
  },
  'failure.scanner-broken': {
    'zh-CN': '扫码设备 {path} 出错，请检查后重试',
    en: '{path} failed: check the scanner',
  },
  'failure.platform-unreachable': {
    'zh-CN': '无法连接医保平台 {origin}（{reason}），请检查网络',
    en: 'cannot reach {origin} ({reason}): check the network',
  },
  'failure.platform-untrusted': {
    'zh-CN':
      '医保平台 {origin} 的证书不受信任（{reason}），请核对 pin 或 ca_file',
    en: 'the certificate of {origin} is not trusted ({reason}): check pin or ca_file',
  },
  'failure.platform-cut': {
    'zh-CN': '医保平台 {origin} 的应答中断，请重新扫码',
    en: '{origin} cut its answer short: scan again',
  },
  'failure.platform-too-long': {
    'zh-CN': '医保平台 {origin} 的应答超过 {limit} 字节',
    en: 'the answer of {origin} has more than {limit} bytes',
  },
  'failure.platform-http': {
    'zh-CN': '医保平台 {origin} 返回 HTTP {status}，请联系平台',
    en: '{origin} answered HTTP {status}: ask the platform',
  },
  'failure.platform-not-json': {
    'zh-CN': '医保平台 {origin} 的应答不是有效的 JSON，请检查地址',
    en: '{origin} did not answer in JSON: check the address',
  },
  'failure.platform-refused': {
    'zh-CN': '医保平台未受理本次交易，请稍后重试',
    en: 'the platform did not accept the transaction',
  },
} satisfies Record<string, Sentence>
