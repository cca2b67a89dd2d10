/**
 * What the sandbox's web console says on the pages of the management centre:
 * channels, platforms, terminals.
 * @module
 */
import type { Sentence } from './index.js'

export const consoleCentreTexts = {
  'console.channels.all': { 'zh-CN': '应用渠道', en: 'Channels' },
  'console.channels.what': {
    'zh-CN': '附录 D：省级医保部门申请，管理中心审核，可停用。人员用手机授权。',
    en: 'Appendix D: a province applies, the management centre decides and may suspend. People authorise a channel on their phone.',
  },
  'console.channels.number': { 'zh-CN': '渠道编号', en: 'Channel number' },
  'console.channels.key': { 'zh-CN': '数字密钥', en: 'Digital key' },
  'console.channels.new': { 'zh-CN': '接入申请表', en: 'Apply for a channel' },
  'console.channels.name': { 'zh-CN': '渠道名称', en: 'Name' },
  'console.channels.id': { 'zh-CN': '简称（沙箱用）', en: 'Short name' },
  'console.channels.id-what': {
    'zh-CN': '小写英文字母开头，可含数字和横线，最长 32 个字符',
    en: 'a lower-case letter first, then letters, digits and dashes, 32 at most',
  },
  'console.channels.credit-code': {
    'zh-CN': '统一社会信用代码',
    en: 'Credit code (18 digits and capitals)',
  },
  'console.channels.applicant': {
    'zh-CN': '申请地医疗保障部门',
    en: 'Province that applies',
  },
  'console.channels.apply': { 'zh-CN': '提交申请', en: 'Apply' },
  'console.channels.applied': {
    'zh-CN': '已申请：{name}，待审核',
    en: 'Applied for: {name}. It is to be decided now.',
  },
  'console.channels.approve': { 'zh-CN': '同意', en: 'Approve' },
  'console.channels.refuse': { 'zh-CN': '不同意', en: 'Refuse' },
  'console.channels.suspend': { 'zh-CN': '停用', en: 'Suspend' },
  'console.channels.resume': { 'zh-CN': '恢复', en: 'Resume' },
  'console.channels.feedback': {
    'zh-CN': '接入反馈单：{name}',
    en: 'Feedback form: {name}',
  },
  'console.channels.once': {
    'zh-CN': '只在这里显示这一次，请记下。',
    en: 'Shown here this once: note it down.',
  },
  'console.channels.again': {
    'zh-CN':
      '渠道程序用 APPID 和 SECRET 签名（signType SM3），数据可用数字密钥加密。遗失后可用 GET /sandbox/channels 查询。',
    en: 'The program of the channel signs by APPID and SECRET (signType SM3), and may encrypt its data under the key. Who has lost them asks GET /sandbox/channels.',
  },
  'console.channels.noted': { 'zh-CN': '已记下', en: 'Noted' },
  'console.platforms.what': {
    'zh-CN':
      'strUrl 决定由哪个省的平台应答。各省只知道自己的数据，其余经国家平台通知。',
    en: 'strUrl decides which province answers. Each knows its own data alone; of the rest the nation tells it.',
  },
  'console.platforms.limit': {
    'zh-CN': '每终端每秒请求数上限，超过返回 -6',
    en: 'Requests of one terminal in a second; beyond it -6',
  },
  'console.platforms.no-limit': { 'zh-CN': '不限', en: 'any number' },
  'console.platforms.limit-set': {
    'zh-CN': '已设定{name}的上限',
    en: 'The limit of {name} is set.',
  },
  'console.platforms.notices': { 'zh-CN': '通知', en: 'Notices' },
  'console.platforms.none': {
    'zh-CN':
      '尚无。参保人在外省用码，或有多个参保地时，会有通知（6.3.2.2 b、d）。',
    en: 'None yet. They come when who is insured here shows a code elsewhere, or is insured in several places (6.3.2.2 b, d).',
  },
  'console.platforms.who': { 'zh-CN': '谁', en: 'Who' },
  'console.platforms.what-happened': { 'zh-CN': '事由', en: 'What' },
  'console.platforms.done': {
    'zh-CN': '为{place}办理',
    en: 'done here for {place}',
  },
  'console.platforms.told': {
    'zh-CN': '获知在{place}办理',
    en: 'told that it was done at {place}',
  },
  'console.terminals.filter-what': {
    'zh-CN': '备案号、受理号、MAC、名称…',
    en: 'number, receipt, MAC, name …',
  },
  'console.terminals.state': { 'zh-CN': '状态', en: 'State' },
  'console.terminals.none': {
    'zh-CN': '没有终端。用 nationec terminal register 申请备案。',
    en: 'No terminals. Apply for one with nationec terminal register.',
  },
  'console.terminals.institution': { 'zh-CN': '使用单位', en: 'Institution' },
  'console.terminals.purpose': { 'zh-CN': '用途', en: 'Purpose' },
  'console.terminals.reason': { 'zh-CN': '原因', en: 'Reason' },
  'console.terminals.applied': { 'zh-CN': '待审核', en: 'to be reviewed' },
  'console.terminals.active': { 'zh-CN': '在用', en: 'active' },
  'console.terminals.suspended': { 'zh-CN': '停用', en: 'suspended' },
  'console.terminals.rejected': { 'zh-CN': '已退回', en: 'rejected' },
  'console.terminals.retired': { 'zh-CN': '已注销', en: 'retired' },
  'console.terminals.approve': { 'zh-CN': '通过', en: 'Approve' },
  'console.terminals.reject': { 'zh-CN': '退回', en: 'Reject' },
  'console.terminals.suspend': { 'zh-CN': '停用', en: 'Suspend' },
  'console.terminals.resume': { 'zh-CN': '恢复', en: 'Resume' },
  'console.terminals.retire': { 'zh-CN': '注销', en: 'Retire' },
  'console.issued-left': {
    'zh-CN':
      '二维码、授权码、令牌和已开始的激活未改动：它们由多个沙箱共享，或快照取自共享它们的沙箱',
    en: 'Codes, tokens and activations under way are left as they are: they are shared with other sandboxes, or the snapshot was taken where they are.',
  },
  'console.terminals-left': {
    'zh-CN': '终端备案不受影响：它由多个沙箱共享，或快照来自另一空间',
    en: 'Terminals are left as they are: their registry is shared with other sandboxes, or the snapshot is of a space.',
  },
} satisfies Record<string, Sentence>
