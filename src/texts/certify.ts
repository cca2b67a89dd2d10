/**
 * What nationec certify says beside its cases.
 * @module
 */
import type { Sentence } from './index.js'

export const certifyTexts = {
  'certify.space-open': {
    'zh-CN':
      '沙箱中已打开名为 {space} 的空间，检测的请求会落入其中，与二维码不在一处：请重新启动沙箱，并为该空间另取名称',
    en: 'the sandbox has a space called {space}, which would have the requests of certify and not its codes: start the sandbox anew, and call the space otherwise',
  },
  'certify.title': {
    'zh-CN': 'NationEcTrans 符合性检测报告',
    en: 'NationEcTrans conformance report',
  },
  'certify.group.abi': {
    'zh-CN': '动态库接口（附录 B）',
    en: 'the interface of the library (Appendix B)',
  },
  'certify.group.request': {
    'zh-CN': '入参与地址（表 B.1、B.3）',
    en: 'requests and addresses (tables B.1, B.3)',
  },
  'certify.group.arrival': {
    'zh-CN': '平台收到的请求（表 A.1、B.3）',
    en: 'what arrives at the platform (tables A.1, B.3)',
  },
  'certify.group.codes': {
    'zh-CN': '返回码（附录 C）',
    en: 'return codes (Appendix C)',
  },
  'certify.group.flow': {
    'zh-CN': '业务流程（6.3 至 6.5）',
    en: 'flows (6.3 to 6.5)',
  },
  'certify.group.threads': { 'zh-CN': '多线程调用', en: 'calls in threads' },
  'certify.verdict.passed': { 'zh-CN': '通过', en: 'passed' },
  'certify.verdict.failed': { 'zh-CN': '不通过', en: 'failed' },
  'certify.verdict.skipped': { 'zh-CN': '未检测', en: 'skipped' },
  'certify.summary': {
    'zh-CN':
      '通过 {passed}，不通过 {failed}，未检测 {skipped}；用时 {seconds} 秒',
    en: '{passed} passed, {failed} failed, {skipped} skipped in {seconds} s',
  },
  'certify.label.done': { 'zh-CN': '操作', en: 'done' },
  'certify.label.clause': { 'zh-CN': '条款', en: 'clause' },
  'certify.label.expected': { 'zh-CN': '预期', en: 'expected' },
  'certify.label.seen': { 'zh-CN': '实际', en: 'seen' },
  'certify.label.subject': { 'zh-CN': '被测对象', en: 'subject' },
  'certify.label.platform': { 'zh-CN': '平台', en: 'platform' },
  'certify.label.at': { 'zh-CN': '时间', en: 'time' },
  'certify.label.language': { 'zh-CN': 'English', en: '中文' },
  'certify.label.only-failed': {
    'zh-CN': '只看不通过',
    en: 'only what failed',
  },
  'certify.practice': { 'zh-CN': '行业实践', en: 'practice of the field' },
  'certify.load': {
    'zh-CN':
      '无法加载动态库 {file}：{reason}。请核对路径，并确认其位数与本程序一致（32 位库需用 32 位版本的 nationec）',
    en: 'the library {file} cannot be loaded: {reason}. Check its path, and that it has the bitness of this program (a 32-bit library needs the 32-bit nationec)',
  },
  'certify.program.no-in-data': {
    'zh-CN': '--program 中缺少 {inData} 或 {inDataFile}：程序须得到入参',
    en: '--program names neither {inData} nor {inDataFile}: the program must be given InData',
  },
  'certify.died.before': {
    'zh-CN': '进程已在之前的调用中结束',
    en: 'its process had ended in a call before',
  },
  'certify.lacks.scan': {
    'zh-CN': '这里无法出示二维码',
    en: 'no code can be shown here',
  },
  'certify.lacks.sandbox': {
    'zh-CN': '需要沙箱签发指定的二维码：不加 --url，或让它指向运行中的沙箱',
    en: 'needs codes that a sandbox gives: leave --url out, or let it name a running sandbox',
  },
  'certify.lacks.gun': {
    'zh-CN': '二维码太多，不宜由人逐个扫描：用 --scanner-link 接虚拟扫码枪',
    en: 'too many codes to be scanned by hand: plug an emulated gun in with --scanner-link',
  },
  'certify.lacks.bytes': {
    'zh-CN': '命令行参数只能是 UTF-8：在 --program 中使用 {inDataFile}',
    en: 'arguments of a program are UTF-8: use {inDataFile} in --program',
  },
  'certify.lacks.memory': {
    'zh-CN': '只能对动态库检测，不能对程序检测',
    en: 'can be seen of a library and not of a program',
  },
  'certify.person.scan': {
    'zh-CN': '请用扫码设备扫描下面的二维码：',
    en: 'scan this code with the scanner:',
  },
  'certify.person.phone': {
    'zh-CN': '请在手机上打开医保电子凭证，并用扫码设备扫描',
    en: 'open the 医保电子凭证 on a phone and scan it with the scanner',
  },
  'certify.person.nothing': {
    'zh-CN': '在提示扫码之前，请不要扫描任何二维码',
    en: 'do not scan anything before you are asked to',
  },
  'certify.practice.ascii': {
    'zh-CN':
      '入参全为 ASCII 时，出参用 UTF-8 或 GB18030 均可，但必须是其中之一',
    en: 'where InData is pure ASCII, OutData may be UTF-8 or GB18030, but must be one of them',
  },
  'certify.practice.buffer': {
    'zh-CN': '调用方缓冲区最小为 2048 字节，且接口没有长度参数',
    en: 'the smallest buffer among callers is 2048 bytes, and no parameter tells its length',
  },
  'certify.practice.charset': {
    'zh-CN': '调用方按传入的字符集解码出参（Windows 为 CP936，Linux 为 UTF-8）',
    en: 'callers decode OutData in the charset that they wrote (CP936 on Windows, UTF-8 on Linux)',
  },
  'certify.practice.extra': {
    'zh-CN': '调用方的入参含 "extra": null、未定义的成员、带空格的键',
    en: 'callers send "extra": null, members nobody defined, and keys with blanks',
  },
  'certify.practice.layout': {
    'zh-CN': 'C# 调用方传入带 CRLF 换行和缩进的 JSON',
    en: 'callers in C# send JSON with CRLF and indentation',
  },
  'certify.practice.message': {
    'zh-CN': '调用方在失败时向窗口人员显示 message',
    en: 'callers show message to the person at the window when a call fails',
  },
  'certify.practice.no-scan': {
    'zh-CN': '未扫码或用户取消时 code 为 -2，自助机对此不提示',
    en: 'code is -2 where nothing was scanned or the user left; kiosks are silent on it',
  },
  'certify.practice.notice': {
    'zh-CN': '结算结果通知的应答原样带回 outBizNo',
    en: 'the answer to a settlement notice repeats outBizNo',
  },
  'certify.practice.null': {
    'zh-CN': '动态库在调用方进程内运行：任何入参都不得使其崩溃',
    en: "the library runs in its caller's process: no argument may crash it",
  },
  'certify.practice.threads': {
    'zh-CN': '同一程序的多个窗口会同时调用',
    en: 'several windows of one program call at the same time',
  },
  'certify.practice.token-check': {
    'zh-CN': '调用方用同一导出函数、地址 …/localEcTokenCheck 校验令牌',
    en: 'callers check tokens through the same export, with the address …/localEcTokenCheck',
  },
  'certify.practice.valid-json': {
    'zh-CN': '失败时调用方同样解析 OutData，取其 code 与 message',
    en: 'callers parse OutData for code and message when a call fails, too',
  },
  'certify.practice.wrong-kind': {
    'zh-CN': '500159 电子凭证中心 请使用医保电子凭证二维码',
    en: '500159 电子凭证中心 请使用医保电子凭证二维码 (not in table C.4)',
  },
} satisfies Record<string, Sentence>
