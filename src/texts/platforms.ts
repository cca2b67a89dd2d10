import type { Sentence } from './index.js'

/** What the sandbox's platforms add to the message of table C.4. */
export const platformsTexts = {
  'platforms.not-active': {
    'zh-CN': '电子凭证尚未激活，请先激活（XJ-D01-2019 6.1.3）',
    en: 'the credential was not activated: activate it first (XJ-D01-2019, 6.1.3)',
  },
  'platforms.changed': {
    'zh-CN':
      '参保地数据已更新，缓存已同步，请重新展示二维码（XJ-D01-2019 6.3.2.2 c）',
    en: 'the place of insurance had newer data, which are kept now: show a new code (XJ-D01-2019, 6.3.2.2 c)',
  },
  'platforms.channel-envelope': {
    'zh-CN':
      '渠道请求须签名：signType 为 SM3，以 APPID 与 SECRET 签名（XJ-D01-2019 附录 D）',
    en: 'a channel signs what it asks: signType SM3, by its APPID and SECRET (XJ-D01-2019, appendix D)',
  },
  'platforms.rate': {
    'zh-CN': '此终端每秒请求数超过 {limit}，请稍候重试',
    en: 'more than {limit} requests of this terminal in one second: wait a moment',
  },
  'platforms.channels': {
    'zh-CN': '已知渠道：{channels}',
    en: 'the channels are {channels}',
  },
  'platforms.channel-there': {
    'zh-CN': '已有此渠道，请换一个 id',
    en: 'there is such a channel: choose another id',
  },
  'platforms.area': {
    'zh-CN': 'insuOrg 不是此人的参保统筹区，可选：{areas}',
    en: 'insuOrg is no 统筹区 of this person: choose from {areas}',
  },
  'platforms.move': {
    'zh-CN': '只能在参保省内变更参保统筹区，现参保：{areas}',
    en: 'a person moves from one 统筹区 to another of the same province: now {areas}',
  },
  'platforms.province': {
    'zh-CN': '沙箱中没有省份 {province}，已有：{known}',
    en: 'the sandbox has no province {province}: it has {known}',
  },
  'platforms.name': {
    'zh-CN': '实名认证不通过：姓名或证件类型与证件号码不符（XJ-D01-2019 2.4）',
    en: 'the name or the type of document is not that of the number (XJ-D01-2019, 2.4)',
  },
  'platforms.face': {
    'zh-CN': '实人认证不通过：不是本人（XJ-D01-2019 2.5）',
    en: 'the face is not that of the person (XJ-D01-2019, 2.5)',
  },
  'platforms.password': {
    'zh-CN': '密码应为 6 位数字，且不得为相同或连续数字',
    en: 'the password must be six digits, not all alike and not in a row',
  },
} satisfies Record<string, Sentence>
