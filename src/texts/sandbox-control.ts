import type { Sentence } from './index.js'

/** What is said to who directs a sandbox. */
export const sandboxControlTexts = {
  'control.space': {
    'zh-CN':
      'X-Nationec-Sandbox 不是名称：请用字母、数字、点、横线或下划线，最长 64 个字符',
    en: 'X-Nationec-Sandbox is no name: use letters, digits, dots, dashes and underscores, 64 characters at most',
  },
  'control.order': {
    'zh-CN': '{where} 不正确：{problem}',
    en: '{where} is wrong: {problem}',
  },
  'control.time': {
    'zh-CN': '时间超出范围：应在 1970 年至 9998 年之间',
    en: 'the time is out of range: it must be from 1970 to 9998',
  },
  'control.watchers': {
    'zh-CN': '已有 {max} 个事件订阅：请先关闭一些页面',
    en: '{max} watch the events already: close some pages first',
  },
  'control.faults-full': {
    'zh-CN': '已设置 {max} 个故障：请先移除一些',
    en: '{max} faults are set already: remove some first',
  },
  'control.no-fault': {
    'zh-CN': '没有此故障：请用 nationec sandbox fault list 查看',
    en: 'no such fault: nationec sandbox fault list shows them',
  },
  'control.no-request': {
    'zh-CN':
      '没有此请求，或已被较新的请求挤出：请用 nationec sandbox journal list 查看',
    en: 'no such request, or newer ones took its place: nationec sandbox journal list shows them',
  },
  'control.struck': {
    'zh-CN': '故障 {fault}',
    en: 'fault {fault}',
  },
  'control.verdict.ok': {
    'zh-CN': '请求符合规范，已成功应答',
    en: 'the request keeps the rules and was answered',
  },
} satisfies Record<string, Sentence>
