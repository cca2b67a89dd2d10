/**
 * What the sandbox's web console says.
 * @module
 */
import type { Sentence } from './index.js'

export const consoleTexts = {
  'console.start': { 'zh-CN': '概览', en: 'Overview' },
  'console.phone': { 'zh-CN': '手机', en: 'Phone' },
  'console.requests': { 'zh-CN': '请求', en: 'Requests' },
  'console.faults': { 'zh-CN': '故障与时钟', en: 'Faults and clock' },
  'console.plot': { 'zh-CN': '调用图表', en: 'Calls' },
  'console.menu': { 'zh-CN': '主菜单', en: 'Menu' },
  'console.skip': { 'zh-CN': '跳到正文', en: 'Skip to the page' },
  'console.no-script': {
    'zh-CN': '控制台需要 JavaScript，请在浏览器中启用',
    en: 'The console needs JavaScript: switch it on in this browser.',
  },
  'console.waiting': { 'zh-CN': '连接中', en: 'connecting' },
  'console.live': { 'zh-CN': '实时', en: 'live' },
  'console.lost': { 'zh-CN': '沙箱未响应', en: 'sandbox away' },
  'console.gone': {
    'zh-CN': '沙箱没有响应：请运行 nationec sandbox start 后重试',
    en: 'The sandbox does not answer: run nationec sandbox start, then try again.',
  },
  'console.copy': { 'zh-CN': '复制', en: 'Copy' },
  'console.copy-what': { 'zh-CN': '复制{what}', en: 'Copy {what}' },
  'console.copied': { 'zh-CN': '已复制{what}', en: 'Copied: {what}' },
  'console.no-answer': { 'zh-CN': '无应答', en: 'no answer' },
  'console.any': { 'zh-CN': '不限', en: 'any' },
  'console.none': { 'zh-CN': '无', en: 'none' },
  'console.remove': { 'zh-CN': '删除', en: 'Remove' },
  'console.people': { 'zh-CN': '人员', en: 'People' },
  'console.answered': { 'zh-CN': '已应答请求', en: 'Requests answered' },
  'console.faults-set': { 'zh-CN': '已设故障', en: 'Faults set' },
  'console.clock': { 'zh-CN': '时钟', en: 'Clock' },
  'console.clock-frozen': {
    'zh-CN': '{time}（已冻结）',
    en: '{time} (frozen)',
  },
  'console.command': { 'zh-CN': '命令', en: 'command' },
  'console.running': { 'zh-CN': '运行中', en: 'Running' },
  'console.next': { 'zh-CN': '接下来', en: 'Next' },
  'console.str-url-what': {
    'zh-CN': '把程序的 strUrl 指向这里：',
    en: 'Point the strUrl of your program here:',
  },
  'console.step.gun': {
    'zh-CN': '插上一把虚拟扫码枪：在它的终端里输入一行，就是扫一次码。',
    en: 'Plug in a virtual gun: each line typed into its terminal is one scan.',
  },
  'console.step.daemon': {
    'zh-CN': '将以下内容存为 nationec.toml，启动服务。',
    en: 'Save this as nationec.toml and start the daemon.',
  },
  'console.step.call': {
    'zh-CN':
      '将以下内容存为 request.json，通过动态库发起调用；命令行或任意程序都可以。',
    en: 'Save this as request.json and call through the library, from the shell or any program.',
  },
  'console.step.phone': {
    'zh-CN': '打开手机，把二维码给枪扫（虚拟枪则粘贴文本）。',
    en: 'Open a phone and hold its code before the gun, or paste it as text.',
  },
  'console.step.requests': {
    'zh-CN': '看请求，以及为什么这样应答。',
    en: 'Watch the request arrive, and read why it was answered so.',
  },
  'console.step.faults': {
    'zh-CN': '设一个故障，看程序如何应对。',
    en: 'Break it: set a fault and see what your program does.',
  },
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
    'zh-CN': '出示会被拒的码',
    en: 'Show a code that is refused',
  },
  'console.phone.kind': { 'zh-CN': '种类', en: 'Kind' },
  'console.phone.new': { 'zh-CN': '出示', en: 'Show' },
  'console.phone.nobody': {
    'zh-CN': '没有人员 {id}，请从上面选择',
    en: 'There is nobody called {id}: choose above.',
  },
  'console.code.medical': { 'zh-CN': '有效', en: 'good' },
  'console.code.used': { 'zh-CN': '已使用过', en: 'used already' },
  'console.code.expired': { 'zh-CN': '已过期', en: 'expired' },
  'console.code.unknown': { 'zh-CN': '从未签发', en: 'never issued' },
  'console.code.payment': { 'zh-CN': '支付码', en: 'payment code' },
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
    'zh-CN': 'transType、返回码、机构、终端、原因…',
    en: 'transType, code, institution, terminal, reason …',
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
    'zh-CN': '可能的本意',
    en: 'What was probably meant',
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
  'console.counter': { 'zh-CN': '窗口', en: 'At the counter' },
  'console.counter.what': {
    'zh-CN': '没有扫码枪也能试：像动态库那样，用屏幕上的码查询一次。',
    en: 'Without a gun: ask about the code on the screen as the library would.',
  },
  'console.counter.scan': { 'zh-CN': '扫这个码', en: 'Scan this code' },
} satisfies Record<string, Sentence>

/** A key of these. */
export type ConsoleTextKey = keyof typeof consoleTexts
