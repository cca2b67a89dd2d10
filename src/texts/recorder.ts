/**
 * What recording and replaying says.
 * @module
 */
import type { Sentence } from './index.js'

export const recorderTexts = {
  'recorder.no-recording': {
    'zh-CN': '{path} 不是录制文件：请使用 nationec proxy record 的输出',
    en: '{path} is no recording: give the output of nationec proxy record',
  },
  'recorder.version': {
    'zh-CN':
      '{path} 的格式版本为 {version}，本程序支持 {known}：请使用相应版本的 nationec',
    en: '{path} has version {version} of the format and this program knows {known}: use a nationec that fits',
  },
  'recorder.line': {
    'zh-CN': '{path} 第 {line} 行已损坏：请重新录制，或删除该行',
    en: '{path}: line {line} is damaged: record again, or remove it',
  },
  'recorder.away': {
    'zh-CN': '未能连上平台：{reason}',
    en: 'the platform could not be reached: {reason}',
  },
  'recorder.too-long': {
    'zh-CN': '请求超过 {bytes} 字节',
    en: 'the request is longer than {bytes} bytes',
  },
  'recorder.unreadable': {
    'zh-CN': '请求体不是 JSON 对象',
    en: 'the body is no JSON object',
  },
  'recorder.no-match': {
    'zh-CN': '录制中没有 transType 为 {transType} 的请求，只有：{known}',
    en: 'no request with transType {transType} was recorded, only: {known}',
  },
  'recorder.near': {
    'zh-CN':
      '录制中没有相同的请求；最接近的是第 {number} 个，不同之处：{names}（不加 --strict 则接受）',
    en: 'no such request was recorded; the nearest is number {number}, which differs in {names} (without --strict it is taken)',
  },
  'recorder.opaque': {
    'zh-CN': '第 {number} 个应答录制时未能解密，无法回放',
    en: 'reply {number} could not be read when it was recorded, and cannot be replayed',
  },
  'cli.proxy': {
    'zh-CN': '在动态库与平台之间录制，并在别处回放',
    en: 'record what a library and a platform say, and replay it elsewhere',
  },
  'cli.proxy.record': {
    'zh-CN': '在封闭网络内录制：原样转发，录下的个人信息全部替换',
    en: 'record inside the closed network: all is passed on unchanged, and kept with personal data replaced',
  },
  'cli.proxy.record.target': {
    'zh-CN':
      '平台地址，须在配置的 [[platforms]] 中：证书、代理与密钥都取自那里',
    en: 'the platform, one of [[platforms]] in the configuration, where its trust, proxy and keys are',
  },
  'cli.proxy.record.out': {
    'zh-CN': '新的录制文件，权限 0600，不覆盖已有文件',
    en: 'the new recording, of mode 0600; never written over',
  },
  'cli.proxy.port': { 'zh-CN': '监听端口', en: 'the port to listen at' },
  'cli.proxy.record.examples': {
    'zh-CN':
      '示例：\n  nationec proxy record --target https://127.0.0.1:8443/ --out visit.jsonl',
    en: 'Example:\n  nationec proxy record --target https://127.0.0.1:8443/ --out visit.jsonl',
  },
  'cli.proxy.record.ready': {
    'zh-CN':
      '正在录制到 {out}（Ctrl-C 结束）；让程序调用 {url} 代替 {target}（路径不变），并在其 nationec.toml 中加入：\n\n{toml}',
    en: 'recording to {out} until Ctrl-C: have the program call {url} in the place of {target}, with the same path, and put into its nationec.toml:\n\n{toml}',
  },
  'cli.proxy.record.opaque': {
    'zh-CN':
      '第 {number} 个：{why}，只记下长度。请在 [[platforms]] 中配置该平台的密钥',
    en: 'number {number}: {why}, so only its length is kept; give the keys of the platform in [[platforms]]',
  },
  'cli.proxy.record.kept': {
    'zh-CN': '第 {number} 个：{asked} → {outcome}',
    en: 'number {number}: {asked} → {outcome}',
  },
  'cli.proxy.record.lost': {
    'zh-CN': '有一次应答未能录下（调用不受影响）：{reason}',
    en: 'an exchange could not be kept (its caller was served): {reason}',
  },
  'cli.proxy.record.there': {
    'zh-CN': '{out} 已存在：请换一个文件名',
    en: '{out} is there already: give another name',
  },
  'cli.proxy.why.no-keys': {
    'zh-CN': '已加密而未配置密钥',
    en: 'it is encrypted and no keys are configured',
  },
  'cli.proxy.why.wrong-keys': {
    'zh-CN': '配置的密钥无法解密',
    en: 'the configured keys do not open it',
  },
  'cli.proxy.why.not-json': { 'zh-CN': '不是 JSON', en: 'it is no JSON' },
  'cli.proxy.replay': {
    'zh-CN': '扮演录制中的平台，用于没有平台的测试环境',
    en: 'play the platform of a recording, for tests where there is no platform',
  },
  'cli.proxy.replay.file': {
    'zh-CN': 'nationec proxy record 的输出',
    en: 'the output of nationec proxy record',
  },
  'cli.proxy.replay.strict': {
    'zh-CN': '拒绝与录制不同的请求（时间、流水号、终端除外）',
    en: 'refuse a request that was not recorded so (save time, running numbers and terminal)',
  },
  'cli.proxy.replay.examples': {
    'zh-CN': '示例：\n  nationec proxy replay visit.jsonl --strict',
    en: 'Example:\n  nationec proxy replay visit.jsonl --strict',
  },
  'cli.proxy.replay.ready': {
    'zh-CN':
      '正在回放 {count} 个请求；strUrl：{strUrl}\n证书指纹：{fingerprint}',
    en: 'replaying {count} requests; strUrl: {strUrl}\nfingerprint: {fingerprint}',
  },
  'cli.proxy.replay.code': {
    'zh-CN': '第 {number} 个：{asked} → {outcome}  {code}',
    en: 'number {number}: {asked} → {outcome}  {code}',
  },
  'cli.proxy.replay.cut': {
    'zh-CN': '最后一行不完整，已忽略',
    en: 'the last line is incomplete and was left out',
  },
  'cli.proxy.replay.played': {
    'zh-CN': '{asked}：回放第 {number} 个',
    en: '{asked}: number {number}',
  },
  'cli.proxy.replay.near': {
    'zh-CN': '{asked}：回放最接近的第 {number} 个，不同之处：{names}',
    en: '{asked}: the nearest is number {number}, which differs in {names}',
  },
  'cli.proxy.replay.none': {
    'zh-CN': '{asked}：没有可回放的（不同之处：{names}）',
    en: '{asked}: nothing to replay (differs in: {names})',
  },
  'cli.proxy.replay.sandbox': {
    'zh-CN': '{url} 上有沙箱正在运行，回放会占用它的位置：请先停止沙箱',
    en: 'a sandbox runs at {url}, whose place a replay takes: stop it first',
  },
  'cli.proxy.replay.empty': {
    'zh-CN': '{path} 中没有任何请求',
    en: '{path} has no request in it',
  },
} satisfies Record<string, Sentence>
