import type { Sentence } from './index.js'

/** What is wrong with nationec.toml, and the explanation of each key. */
export const configTexts = {
  'config.unreadable': {
    'zh-CN': '无法读取配置文件 {file}（{code}）：请检查路径和权限',
    en: 'cannot read {file} ({code}): check its path and permissions',
  },
  'config.not-utf-8': {
    'zh-CN': '配置文件 {file} 不是 UTF-8 编码：请用 UTF-8 重新保存',
    en: '{file} is not UTF-8: save it again as UTF-8',
  },
  'config.syntax': {
    'zh-CN': '{file} 第 {line} 行第 {column} 列不是合法的 TOML：{reason}',
    en: '{file}, line {line}, column {column}: not TOML: {reason}',
  },
  'config.unknown': {
    'zh-CN': '{file}：没有 {key} 这个配置项，是否想写 {nearest}？',
    en: '{file}: no key is named {key}: did you mean {nearest}?',
  },
  'config.invalid': {
    'zh-CN': '{file}：{key} = {value} 不可用，应为{rule}',
    en: '{file}: {key} = {value} cannot be used: it must be {rule}',
  },
  'config.missing': {
    'zh-CN': '{file}：缺少 {key}，应为{rule}',
    en: '{file}: {key} is missing: it must be {rule}',
  },

  'config.rule.string': {
    'zh-CN': '带引号的文本',
    en: 'text in quotes',
  },
  'config.rule.number': { 'zh-CN': '数字，不带引号', en: 'a number, unquoted' },
  'config.rule.whole-number': {
    'zh-CN': '整数，不带引号',
    en: 'a whole number, unquoted',
  },
  'config.rule.list': {
    'zh-CN': '列表：每个平台一段 [[platforms]]',
    en: 'a list: one [[platforms]] for each platform',
  },
  'config.rule.table': {
    'zh-CN': '表：单独一行 [表名]，其后是各配置项',
    en: 'a table: [its name] on a line, then its keys',
  },
  'config.rule.minimum': { 'zh-CN': '不小于 {n} 的值', en: '{n} or more' },
  'config.rule.maximum': { 'zh-CN': '不大于 {n} 的值', en: '{n} or less' },
  'config.rule.length': {
    'zh-CN': '不超过 {n} 个字符的文本',
    en: 'text of {n} characters or less',
  },
  'config.rule.values': {
    'zh-CN': '以下之一：{values}',
    en: 'one of {values}',
  },
  'config.rule.filing-number': {
    'zh-CN': '带引号的 20 位数字，尚未备案时为 ""',
    en: '20 digits in quotes, or "" before the terminal is registered',
  },
  'config.rule.prefix': {
    'zh-CN':
      'http 或 https 网址前缀，以 / 结尾，不含 ?、# 和密码，' +
      '例如 "https://platform.example.invalid/localcfc/"',
    en:
      'an http or https prefix that ends in / and has no ?, # or password, ' +
      'such as "https://platform.example.invalid/localcfc/"',
  },
  'config.rule.pin': {
    'zh-CN': 'SHA-256 证书指纹（64 位十六进制，可带冒号）',
    en: 'a SHA-256 certificate fingerprint (64 hex digits, colons allowed)',
  },

  'config.range': {
    'zh-CN': '{minimum} 至 {maximum}。',
    en: '{minimum} to {maximum}. ',
  },
  'config.values': { 'zh-CN': '可取 {values}。', en: 'One of {values}. ' },
  'config.length': {
    'zh-CN': '最多 {n} 个字符。',
    en: 'Up to {n} characters. ',
  },
  'config.default': { 'zh-CN': '默认：{value}', en: 'Default: {value}' },
  'config.no-default': { 'zh-CN': '必填', en: 'Required' },

  'config.file': {
    'zh-CN': 'nationec 的配置。删去的项取默认值。',
    en: 'Configuration of nationec. A key that is left out has its default.',
  },
  'config.call': { 'zh-CN': '一次调用', en: 'One call' },
  'config.call.deadline': {
    'zh-CN': '一次调用最多多少秒，含等待扫码和平台应答',
    en: 'Seconds until a call ends whatever happens, scan and platform included',
  },
  'config.call.waiting': {
    'zh-CN': '最多多少个调用同时排队等扫码设备',
    en: 'How many calls may wait for the scanner at once',
  },
  'config.reply': { 'zh-CN': '给调用程序的应答', en: 'What a caller gets' },
  'config.reply.max_bytes': {
    'zh-CN':
      'OutData 最多写多少字节，含结尾的 NUL；不得大于调用程序提供的缓冲区',
    en:
      'Bytes written to OutData at most, NUL included. Never more than the\n' +
      "caller's buffer holds",
  },
  'config.reply.charset': {
    'zh-CN':
      '请求全是 ASCII 时应答的编码；auto 在 Windows 上为 gb18030，其他为 utf-8',
    en:
      'Charset of the reply where the request is pure ASCII; auto is gb18030\n' +
      'on Windows and utf-8 elsewhere',
  },
  'config.reply.language': {
    'zh-CN': 'message 的语言',
    en: 'Language of message',
  },
  'config.reply.data': {
    'zh-CN': 'data 的形式：对象，或转义后的字符串',
    en: 'Form of data: an object, or that object as an escaped string',
  },
  'config.reply.returns': {
    'zh-CN': '函数返回什么：状态码（如 0000），或与 OutData 相同的文本',
    en: 'What the function returns: a status (such as 0000) or the OutData text',
  },
  'config.terminal': { 'zh-CN': '本终端', en: 'This terminal' },
  'config.terminal.filing_number': {
    'zh-CN': '20 位终端备案号；"" 表示尚未备案',
    en: 'The 20-digit filing number; "" while not registered',
  },
  'config.terminal.org_id': {
    'zh-CN': '定点医药机构编号；"" 表示由调用程序提供',
    en: 'Id of the institution; "" where the caller gives it',
  },
  'config.scanner': { 'zh-CN': '扫码设备', en: 'The scanner' },
  'config.scanner.path': {
    'zh-CN': '串口，例如 /dev/ttyACM0 或 COM3；"" 表示没有',
    en: 'Serial port, such as /dev/ttyACM0 or COM3; "" = none',
  },
  'config.scanner.baud_rate': { 'zh-CN': '波特率', en: 'Bits per second' },
  'config.scanner.suffix': {
    'zh-CN': '每个码之后的结束符',
    en: 'What ends a code',
  },
  'config.platforms': {
    'zh-CN':
      '允许访问的平台，每个平台一段；不在其中的 strUrl 一律拒绝。\n' +
      '以 http:// 开头即表示允许对该主机使用不加密的 http',
    en:
      'The platforms that may be called, one entry each; any other strUrl is\n' +
      'refused. A url with http:// permits plain http to that host',
  },
  'config.platforms.url': {
    'zh-CN': 'strUrl 的前缀，以 / 结尾',
    en: 'What strUrl begins with; ends in /',
  },
  'config.platforms.pin': {
    'zh-CN': '服务器证书的 SHA-256 指纹；"" 表示按证书机构校验',
    en: 'SHA-256 fingerprint of the server\'s certificate; "" = trust by authority',
  },
  'config.platforms.ca_file': {
    'zh-CN': '签发该证书的机构的 PEM 文件；"" 表示系统自带的机构',
    en: 'PEM file of the authority that issued it; "" = those the system has',
  },
  'config.journal': { 'zh-CN': '调用日志', en: 'The journal of calls' },
  'config.journal.path': {
    'zh-CN': '数据库文件；"" 表示状态目录中的 journal.db',
    en: 'Database file; "" = journal.db in the state folder',
  },
  'config.journal.keep_days': {
    'zh-CN': '一次调用的记录保留多少天',
    en: 'Days that the record of a call is kept',
  },
  'config.log': { 'zh-CN': '运行日志', en: 'The log' },
  'config.log.level': {
    'zh-CN': '最少要多严重才记录',
    en: 'What is logged at least',
  },
} satisfies Record<string, Sentence>
