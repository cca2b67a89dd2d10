import type { Sentence } from './index.js'

/** What is said to who directs a sandbox. */
export const sandboxControlTexts = {
  'control.space': {
    'zh-CN':
      '空间（X-Nationec-Sandbox）名称不正确：请用英文字母、数字、点、横线或下划线，以字母或数字开头，最长 64 个字符',
    en: 'the space (X-Nationec-Sandbox) is no name: use English letters, digits, dots, dashes and underscores, a letter or digit first, 64 characters at most',
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
  'control.snapshots-full': {
    'zh-CN': '已有 {max} 个快照：请先删除一些',
    en: 'there are {max} snapshots already: remove some first',
  },
  'control.no-snapshot': {
    'zh-CN': '没有此快照：请用 nationec sandbox snapshot list 查看',
    en: 'no such snapshot: nationec sandbox snapshot list shows them',
  },
  'control.no-scenario': {
    'zh-CN': '没有此情景，可用：{names}',
    en: 'no such scenario: use one of {names}',
  },
  'scenario.slow-platform': {
    'zh-CN': '平台每次应答都要 8 秒',
    en: 'the platform takes 8 seconds for each answer',
  },
  'scenario.silent-platform': {
    'zh-CN': '平台接受连接，从不应答',
    en: 'the platform takes connections and never answers',
  },
  'scenario.busy': {
    'zh-CN': '一半的请求触发限流（-6）',
    en: 'half of the requests are too many (-6)',
  },
  'scenario.unregistered-terminal': {
    'zh-CN': '终端未备案，查询一律 -4',
    en: 'the terminal is not registered: each query gets -4',
  },
  'scenario.expired-codes': {
    'zh-CN': '备好已过期的二维码（500005）',
    en: 'codes that are too old are ready (500005)',
  },
  'scenario.used-codes': {
    'zh-CN': '备好已用过的二维码（501001）',
    en: 'codes that were used are ready (501001)',
  },
  'scenario.two-provinces': {
    'zh-CN': '备好本省与外省、本地与异地参保人的二维码（6.3.2.2、6.4.2.2）',
    en: 'codes of this and of other provinces, of people insured here and elsewhere, are ready (6.3.2.2, 6.4.2.2)',
  },
  'scenario.lost-answers': {
    'zh-CN': '一半的请求已被处理，应答却丢失：再试会得到 501001',
    en: 'half of the answers are lost when all was done: who tries again gets 501001',
  },
  'scenario.restarting-gateway': {
    'zh-CN': '网关重启：先重置连接，再 502、503，之后恢复',
    en: 'a gateway restarts: connections are reset, then 502, 503, then all is well',
  },
  'scenario.gbk-gateway': {
    'zh-CN': '中间的网关把应答转成 GBK',
    en: 'a gateway in between turns answers into GBK',
  },
  'scenario.forged-answers': {
    'zh-CN': '应答的签名不符',
    en: 'the signatures of answers do not fit',
  },
  'scenario.wrong-clock': {
    'zh-CN': '平台的时钟快一小时：签名请求的时间戳不被接受',
    en: "the platform's clock is an hour ahead: the times of signed requests are refused",
  },
  'scenario.midnight': {
    'zh-CN': '还有两秒就是新年',
    en: 'it is two seconds to the new year',
  },
  'control.verdict.ok': {
    'zh-CN': '请求符合规范，已成功应答',
    en: 'the request keeps the rules and was answered',
  },
  'control.near.path': {
    'zh-CN': '没有 {found} 这个地址，是否想用 {meant}',
    en: 'there is no {found}: {meant} is meant',
  },
  'control.near.method': {
    'zh-CN': '此地址只接受 {meant}，收到的是 {found}（表 A.1）',
    en: 'this address takes {meant}, not {found} (table A.1)',
  },
  'control.near.content-type': {
    'zh-CN': 'Content-Type 应为 {meant}，收到的是 {found}（表 A.1）',
    en: 'Content-Type is {found}: it must be {meant} (table A.1)',
  },
  'control.near.charset': {
    'zh-CN': '请求体像是 {found} 编码，应为 {meant}（表 A.1）',
    en: 'the body looks like {found}: it must be {meant} (table A.1)',
  },
  'control.near.field': {
    'zh-CN': '字段 {found} 应写作 {meant}',
    en: 'the field {found} is written {meant}',
  },
  'control.near.place': {
    'zh-CN': '字段 {found} 应放在 data 里：{meant}',
    en: 'the field {found} belongs inside data: {meant}',
  },
  'control.near.transType': {
    'zh-CN': 'transType {found} 应写作 {meant}',
    en: 'transType {found} is written {meant}',
  },
  'control.near.code': {
    'zh-CN': '扫到的是{found}，应为{meant}',
    en: 'what was scanned is {found}, not {meant}',
  },
  'control.near.length': {
    'zh-CN': '医保二维码应有 {meant} 个字符，收到 {found} 个：扫码枪可能丢字',
    en: 'a code of 医保 has {meant} characters, {found} came: the scanner may have lost some',
  },
  'control.near.used': {
    'zh-CN': '同一个二维码已在请求 #{id} 中用掉',
    en: 'the same code was used by request #{id}',
  },
  'control.kind.drug-trace': { 'zh-CN': '药品追溯码', en: 'a drug trace code' },
  'control.kind.face': { 'zh-CN': '人脸授权码', en: 'the authNo of a face' },
  'control.kind.fusion': { 'zh-CN': '融合码', en: 'a fusion code' },
  'control.kind.gs1': { 'zh-CN': '商品条码', en: 'a GS1 code of some goods' },
  'control.kind.health-card': {
    'zh-CN': '电子健康卡',
    en: 'an electronic health card',
  },
  'control.kind.id-number': { 'zh-CN': '身份证号', en: 'a citizen number' },
  'control.kind.medical': {
    'zh-CN': '医保电子凭证二维码',
    en: 'a code of 医保电子凭证',
  },
  'control.kind.payment': {
    'zh-CN': '微信或支付宝付款码',
    en: 'a payment code of WeChat or Alipay',
  },
  'control.kind.social-security': {
    'zh-CN': '电子社保卡',
    en: 'an electronic social-security card',
  },
  'control.kind.unknown': { 'zh-CN': '未知内容', en: 'of no known kind' },
  'control.kind.url': { 'zh-CN': '网址', en: 'a web address' },
  'control.rule.appId': {
    'zh-CN': 'appId 是平台下发的',
    en: 'appId is one that the platform gave',
  },
  'control.rule.timestamp': {
    'zh-CN': '有 timestamp',
    en: 'there is a timestamp',
  },
  'control.rule.signature': {
    'zh-CN': '签名相符，加密的 data 可解密',
    en: 'the signature fits, hidden data can be decrypted',
  },
  'control.rule.clock': {
    'zh-CN': 'timestamp 与平台时间相差不超过 5 分钟',
    en: "timestamp is within 5 minutes of the platform's time",
  },
  'control.rule.transType': {
    'zh-CN': 'transType 为此地址所受理',
    en: 'this address takes the transType',
  },
  'control.rule.fields': {
    'zh-CN': '必填字段 {field} 有值',
    en: 'the required field {field} is filled in',
  },
  'control.rule.fields.all': {
    'zh-CN': '必填字段均有值',
    en: 'all required fields are filled in',
  },
  'control.rule.fields.all-of': {
    'zh-CN': '{object} 的必填字段均有值',
    en: 'all required fields of {object} are filled in',
  },
  'control.rule.termId': {
    'zh-CN': '终端备案号是 20 位数字',
    en: '终端备案号 has 20 digits',
  },
  'control.rule.terminal': {
    'zh-CN': '终端已备案，地址与机构相符',
    en: 'the terminal is registered, with this address and institution',
  },
  'control.rule.kind': {
    'zh-CN': '扫到的是医保电子凭证二维码',
    en: 'what was scanned is a code of 医保电子凭证',
  },
  'control.rule.given': {
    'zh-CN': '二维码由本平台生成',
    en: 'this platform gave the code',
  },
  'control.rule.unused': {
    'zh-CN': '二维码尚未使用',
    en: 'the code was not used before',
  },
  'control.rule.in-time': {
    'zh-CN': '二维码未过期（60 秒）',
    en: 'the code is not too old (60 s)',
  },
  'control.rule.channel': {
    'zh-CN': '应用渠道已通过审核',
    en: 'the channel is approved',
  },
  'control.rule.channel-envelope': {
    'zh-CN': '渠道的请求已签名',
    en: 'the channel has signed what it asks',
  },
  'control.rule.channel-app': {
    'zh-CN': 'APPID 属于一个渠道，以其 SECRET 核对签名',
    en: 'the APPID is that of a channel, whose SECRET the signature is checked by',
  },
  'control.rule.active': {
    'zh-CN': '电子凭证已激活',
    en: 'the credential is activated',
  },
  'control.rule.authorised': {
    'zh-CN': '本人已授权此渠道，官方渠道无需授权',
    en: 'the person has authorised the channel, which an official one does not need',
  },
  'control.rule.same-data': {
    'zh-CN': '与参保地的人员信息一致',
    en: 'the place of insurance has the same data of the person',
  },
  'control.rule.token': {
    'zh-CN': '鉴权 TOKEN 有效且未过期',
    en: 'the 鉴权 TOKEN is good and not too old',
  },
  'control.rule.token-person': {
    'zh-CN': '鉴权 TOKEN 属于此人',
    en: 'the 鉴权 TOKEN is of this person',
  },
} satisfies Record<string, Sentence>
