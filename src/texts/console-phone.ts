/**
 * What the sandbox's web console says on the page of a phone, with the
 * counter beside it.
 * @module
 */
import type { Sentence } from './index.js'

export const consolePhoneTexts = {
  'console.phone.credential': {
    'zh-CN': '医保电子凭证',
    en: 'Medical insurance credential',
  },
  'console.phone.qr': {
    'zh-CN': '二维码，按一下换新',
    en: 'QR code: press for a new one',
  },
  'console.phone.left': {
    'zh-CN': '{seconds} 秒后失效',
    en: 'good for {seconds} s',
  },
  'console.phone.renew': {
    'zh-CN': '按二维码换新',
    en: 'press the picture for a new one',
  },
  'console.phone.used': { 'zh-CN': '已使用', en: 'Used' },
  'console.phone.expired': { 'zh-CN': '已过期', en: 'Expired' },
  'console.phone.as-text': {
    'zh-CN': '文本形式，供读屏枪扫描或粘贴',
    en: 'As text, for a gun that reads screens, or to paste',
  },
  'console.phone.the-code': { 'zh-CN': '二维码内容', en: 'the code' },
  'console.phone.other-kind': {
    'zh-CN': '出示另一种码',
    en: 'Show another kind of code',
  },
  'console.phone.kind': { 'zh-CN': '种类', en: 'Kind' },
  'console.phone.new': { 'zh-CN': '出示', en: 'Show' },
  'console.phone.nobody': {
    'zh-CN': '没有人员 {id}，请从上面选择',
    en: 'There is nobody called {id}: choose above.',
  },
  'console.phone.good': { 'zh-CN': '有效', en: 'good' },
  'console.phone.refused': { 'zh-CN': '未给出二维码', en: 'No code was given' },
  'console.phone.new-person': { 'zh-CN': '（未激活）', en: '(not activated)' },
  'console.phone.answers': {
    'zh-CN': '表 C.4 每个返回码各一人…',
    en: 'one for each code of table C.4 …',
  },
  'console.phone.channel': { 'zh-CN': '应用渠道', en: 'Channel' },
  'console.phone.area': { 'zh-CN': '统筹区', en: 'Insurance' },
  'console.phone.place': { 'zh-CN': '在哪里用码', en: 'Where it is used' },
  'console.phone.nowhere': { 'zh-CN': '未参保', en: 'insured nowhere' },
  'console.activate': { 'zh-CN': '激活', en: 'Activate' },
  'console.activate.what': {
    'zh-CN': '尚未激活：先实名、再实人，然后设置密码。',
    en: 'Not activated yet: name and face are checked, then a password is set.',
  },
  'console.activate.name': { 'zh-CN': '姓名', en: 'Name' },
  'console.activate.face': { 'zh-CN': '刷脸', en: 'Face' },
  'console.activate.own-face': { 'zh-CN': '本人', en: 'their own' },
  'console.activate.other-face': { 'zh-CN': '他人', en: 'somebody else’s' },
  'console.activate.password': {
    'zh-CN': '设置密码（6 位数字）',
    en: 'New password (six digits)',
  },
  'console.activate.done': {
    'zh-CN': '{userName}的电子凭证已激活',
    en: '{userName} is activated',
  },
  'console.channel.give': { 'zh-CN': '授权', en: 'Authorise' },
  'console.channel.revoke': { 'zh-CN': '取消授权', en: 'Revoke' },
  'console.channel.official': { 'zh-CN': '官方，无需授权', en: 'official' },
  'console.channel.applied': { 'zh-CN': '待审核', en: 'applied for' },
  'console.channel.approved': { 'zh-CN': '已通过', en: 'approved' },
  'console.channel.refused': { 'zh-CN': '未通过', en: 'refused' },
  'console.channel.suspended': { 'zh-CN': '已停用', en: 'suspended' },
  'console.code.medical': { 'zh-CN': '有效', en: 'good' },
  'console.code.used': { 'zh-CN': '已使用过', en: 'used already' },
  'console.code.expired': { 'zh-CN': '已过期', en: 'expired' },
  'console.code.unknown': { 'zh-CN': '从未签发', en: 'never issued' },
  'console.code.payment': { 'zh-CN': '支付码', en: 'payment code' },
  'console.insurance': { 'zh-CN': '参保地', en: 'Places of insurance' },
  'console.insurance.what': {
    'zh-CN':
      '变更参保统筹区后，只有参保省知道。在别处扫下一个码，返回 500023，各平台的数据随即更新，再下一个码就成功（6.3.2.2 c）。',
    en: 'After a move only the province of insurance knows. The next code that is scanned elsewhere is answered 500023, the copies are right by then, and one more code works (6.3.2.2 c).',
  },
  'console.insurance.nation': { 'zh-CN': '国家平台', en: 'the nation' },
  'console.insurance.old': { 'zh-CN': '旧数据', en: 'out of date' },
  'console.insurance.from': { 'zh-CN': '从', en: 'From' },
  'console.insurance.to': {
    'zh-CN': '到（同省，6 位）',
    en: 'To (same province)',
  },
  'console.insurance.to-what': {
    'zh-CN': '同一省的 6 位统筹区编码',
    en: 'six digits, a 统筹区 of the same province',
  },
  'console.insurance.move': { 'zh-CN': '变更', en: 'Move' },
  'console.insurance.moved': {
    'zh-CN': '已变更到 {to}：其他平台尚不知道',
    en: 'Moved to {to}: no other platform knows yet.',
  },
  'console.counter': { 'zh-CN': '窗口', en: 'At the counter' },
  'console.counter.what': {
    'zh-CN': '没有扫码枪也能试：像动态库那样，用屏幕上的码查询一次。',
    en: 'Without a gun: ask about the code on the screen as the library would.',
  },
  'console.counter.scan': { 'zh-CN': '扫这个码', en: 'Scan this code' },
} satisfies Record<string, Sentence>
