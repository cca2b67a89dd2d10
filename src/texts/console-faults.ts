/**
 * What the sandbox's web console says on the page of faults and the clock,
 * with scenarios and snapshots.
 * @module
 */
import type { Sentence } from './index.js'

export const consoleFaultTexts = {
  'console.clock.stands': { 'zh-CN': '已冻结', en: 'frozen' },
  'console.clock.runs': { 'zh-CN': '走动', en: 'running' },
  'console.clock.what': {
    'zh-CN': '二维码、TOKEN 和授权码都按这个时钟失效。',
    en: 'Codes, tokens and authorisations expire by this clock.',
  },
  'console.clock.freeze': { 'zh-CN': '冻结', en: 'Freeze' },
  'console.clock.run': { 'zh-CN': '继续走', en: 'Run' },
  'console.clock.minute': { 'zh-CN': '+1 分钟', en: '+1 minute' },
  'console.clock.half-hour': { 'zh-CN': '+30 分钟', en: '+30 minutes' },
  'console.clock.day': { 'zh-CN': '+1 天', en: '+1 day' },
  'console.clock.at': { 'zh-CN': '时间', en: 'Time' },
  'console.clock.set': { 'zh-CN': '设定', en: 'Set' },
  'console.fault.new': { 'zh-CN': '新故障', en: 'New fault' },
  'console.fault.kind': { 'zh-CN': '出什么故障', en: 'What goes wrong' },
  'console.fault.value.code': {
    'zh-CN': '返回码（表 C.4）',
    en: 'Code (table C.4)',
  },
  'console.fault.value.http': { 'zh-CN': 'HTTP 状态', en: 'HTTP status' },
  'console.fault.value.ms': { 'zh-CN': '毫秒', en: 'Milliseconds' },
  'console.fault.whom': {
    'zh-CN': '只对部分请求',
    en: 'Only for some requests',
  },
  'console.fault.route': { 'zh-CN': '地址', en: 'Address' },
  'console.fault.count': { 'zh-CN': '次数', en: 'How often' },
  'console.fault.for-ever': { 'zh-CN': '直到删除', en: 'until removed' },
  'console.fault.probability': { 'zh-CN': '概率（%）', en: 'Probability (%)' },
  'console.fault.add': { 'zh-CN': '设置故障', en: 'Set fault' },
  'console.fault.added': {
    'zh-CN': '已设置故障 #{id}',
    en: 'Fault #{id} is set',
  },
  'console.fault.set': { 'zh-CN': '已设故障', en: 'Faults set' },
  'console.fault.none': {
    'zh-CN': '没有故障：一切按规范应答。',
    en: 'None: everything is answered by the standard.',
  },
  'console.fault.clear': { 'zh-CN': '全部删除', en: 'Remove all' },
  'console.fault.struck': {
    'zh-CN': '已触发 {struck} 次',
    en: 'struck {struck}×',
  },
  'console.fault.left': { 'zh-CN': '还剩 {left} 次', en: '{left} left' },
  'console.kind.code': { 'zh-CN': '返回码', en: 'code' },
  'console.kind.latencyMs': { 'zh-CN': '延迟', en: 'late' },
  'console.kind.http': { 'zh-CN': 'HTTP 状态', en: 'HTTP status' },
  'console.kind.wrong-signature': {
    'zh-CN': '签名错误',
    en: 'wrong signature',
  },
  'console.kind.gbk': {
    'zh-CN': '以 GBK 代替 UTF-8',
    en: 'GBK in place of UTF-8',
  },
  'console.kind.truncate': { 'zh-CN': 'JSON 不完整', en: 'JSON cut short' },
  'console.kind.garble': { 'zh-CN': '乱码应答', en: 'garbled answer' },
  'console.kind.empty': { 'zh-CN': '空应答', en: 'empty answer' },
  'console.kind.stale': { 'zh-CN': '签名时间过旧', en: 'signed long ago' },
  'console.kind.hang': { 'zh-CN': '一直不应答', en: 'never answers' },
  'console.kind.reset': { 'zh-CN': '连接被重置', en: 'connection reset' },
  'console.kind.cut-before': {
    'zh-CN': '处理前断开',
    en: 'cut before it is done',
  },
  'console.kind.cut-middle': {
    'zh-CN': '应答中途断开',
    en: 'cut within the answer',
  },
  'console.kind.cut-after': {
    'zh-CN': '处理后断开，无应答',
    en: 'done, but cut before the answer',
  },
  'console.kind.tls-expired': {
    'zh-CN': '证书已过期',
    en: 'expired certificate',
  },
  'console.kind.tls-foreign': {
    'zh-CN': '别的主机的证书',
    en: 'certificate of another host',
  },
  'console.kind.tls-old': { 'zh-CN': '只支持 TLS 1.1', en: 'TLS 1.1 at most' },
  'console.kind.tls-none': {
    'zh-CN': '没有 TLS（明文 HTTP）',
    en: 'no TLS (plain HTTP)',
  },
  'console.scenarios': { 'zh-CN': '场景', en: 'Scenarios' },
  'console.scenarios.what': {
    'zh-CN': '先清空沙箱，再设好一种局面。',
    en: 'Each empties the sandbox and sets a situation up.',
  },
  'console.scenarios.set-up': { 'zh-CN': '进入', en: 'Set up' },
  'console.scenarios.codes': {
    'zh-CN': '{name}：可出示的码',
    en: '{name}: codes to show',
  },
  'console.scenarios.done': { 'zh-CN': '已进入：{name}', en: 'Set up: {name}' },
  'console.snapshots': { 'zh-CN': '快照', en: 'Snapshots' },
  'console.snapshots.what': {
    'zh-CN': '平台记住的一切，连同故障、时钟和终端备案。沙箱停止后仍保留。',
    en: 'Everything that the platforms remember, with faults, clock and terminals. Kept when the sandbox ends.',
  },
  'console.snapshots.holds': {
    'zh-CN': '{entries} 条记录，{faults} 个故障',
    en: '{entries} entries, {faults} faults',
  },
  'console.snapshots.name': { 'zh-CN': '名称', en: 'Name' },
  'console.snapshots.save': { 'zh-CN': '保存', en: 'Save' },
  'console.snapshots.load': { 'zh-CN': '恢复', en: 'Load' },
  'console.snapshots.saved': { 'zh-CN': '已保存：{name}', en: 'Saved: {name}' },
  'console.snapshots.loaded': {
    'zh-CN': '已恢复：{name}',
    en: 'Loaded: {name}',
  },
  'console.reset': { 'zh-CN': '清空沙箱', en: 'Reset the sandbox' },
  'console.reset.sure': {
    'zh-CN': '清空沙箱？请求、故障、二维码、激活、授权和终端备案都会回到最初。',
    en: 'Reset the sandbox? Requests, faults, codes, activations, authorisations and terminals go back to the beginning.',
  },
  'console.reset.done': { 'zh-CN': '沙箱已清空', en: 'The sandbox is as new' },
} satisfies Record<string, Sentence>
