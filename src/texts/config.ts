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

  'config.not-written': {
    'zh-CN':
      '无法改写配置文件 {path}（{reason}）：请自行在 [{table}] 下写入 {line}',
    en: '{path} cannot be changed ({reason}): write {line} under [{table}] yourself',
  },
  'config.not-editable': {
    'zh-CN':
      '配置文件 {path} 的写法无法自动修改：请自行在 [{table}] 下写入 {line}',
    en: '{path} is written in a way that is not changed by program: write {line} under [{table}] yourself',
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
    'zh-CN': '列表：["程序", "参数"]；平台则每个一段 [[platforms]]',
    en: 'a list: ["program", "argument"], or one [[platforms]] for each platform',
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
  'config.rule.usb': {
    'zh-CN': '厂商与产品编号，各 4 位十六进制，例如 "1eab:1d06"，或 ""',
    en: 'vendor and product, 4 hexadecimal digits each, such as "1eab:1d06", or ""',
  },
  'config.rule.baud-rate': {
    'zh-CN': '不小于 300 的整数，或 0（驱动的默认值）',
    en: "300 or more, or 0 for the driver's own",
  },
  'config.rule.pin': {
    'zh-CN': 'SHA-256 证书指纹（64 位十六进制，可带冒号）',
    en: 'a SHA-256 certificate fingerprint (64 hex digits, colons allowed)',
  },
  'config.rule.proxy': {
    'zh-CN':
      'http 或 https 代理地址，不含路径和密码，例如 "http://192.0.2.1:3128"',
    en: 'an http or https proxy without path or password, such as "http://192.0.2.1:3128"',
  },
  'config.rule.needed': {
    'zh-CN':
      '非空：envelope 为 signed 或 encrypted 时须填 app_id、app_secret_file，' +
      'sign 为 SM2 时还须填两个密钥文件；客户端证书须与其私钥一起填',
    en:
      'filled in: envelope signed or encrypted needs app_id and ' +
      'app_secret_file, with sign SM2 also both key files; ' +
      'a client certificate needs its key',
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
  'config.terminal.interface': {
    'zh-CN':
      '作为本终端备案的网卡，填名称或 MAC；"" 表示访问平台实际所用的网卡，\n' +
      '虚拟网卡除外',
    en:
      'The network card that is registered, by its name or MAC; "" = the one in\n' +
      'use toward the platform, adapters of software put aside',
  },
  'config.terminal.on_change': {
    'zh-CN':
      '网卡或地址与上次不同时：refuse 拒绝调用（-4），warn 记入日志并继续，\n' +
      'accept 以新的为准',
    en:
      'Where card or address are not those of the last time: refuse the call (-4),\n' +
      'warn in the log and go on, or accept the new ones',
  },
  'config.terminal.on_contradiction': {
    'zh-CN':
      '调用程序填写的 termId、termIp、termMac 与本终端不符时：refuse 拒绝调用（-4），\n' +
      'warn 以本终端的为准并记入日志，accept 以调用程序的为准',
    en:
      'Where termId, termIp or termMac of the caller are not those of this\n' +
      "terminal: refuse the call (-4), warn and send ours, or accept the caller's",
  },
  'config.registry': {
    'zh-CN': '终端登记服务（电子凭证管理中心）',
    en: 'The registry of terminals, at the management centre',
  },
  'config.registry.url': {
    'zh-CN':
      '登记服务的地址，以 / 结尾，其下为 registry/…；"" 表示本机运行的沙箱',
    en:
      'Where it is, ending in /, with registry/… below it; "" = the sandbox that\n' +
      'runs on this machine',
  },
  'config.registry.pin': {
    'zh-CN': '其证书的 SHA-256 指纹；"" 表示按证书机构校验',
    en: 'SHA-256 fingerprint of its certificate; "" = trust by authority',
  },
  'config.scanner': {
    'zh-CN':
      '扫码设备。path、usb、serial 写明的都须符合；都不写则为唯一插着的那一台',
    en:
      'The scanner. It is the one that fits all of path, usb and serial; where\n' +
      'none is set, the only one that is attached',
  },
  'config.scanner.path': {
    'zh-CN':
      '串口，例如 /dev/serial/by-id/…、/dev/ttyACM0 或 COM3，或虚拟机的命名管道，\n' +
      '例如 \'\\\\.\\pipe\\com_1\'；"auto" 表示不限，"" 表示没有扫码设备',
    en:
      'Port, such as /dev/serial/by-id/…, /dev/ttyACM0 or COM3, or a named pipe\n' +
      'of a virtual machine, such as \'\\\\.\\pipe\\com_1\'; "auto" = any,\n' +
      '"" = no scanner',
  },
  'config.scanner.usb': {
    'zh-CN':
      'USB 编号，例如 1eab:1d06（nationec scanner list 可查）；换插口后仍能找到。\n' +
      '"" 表示不限',
    en:
      'USB id, such as 1eab:1d06 (see nationec scanner list); it stays when the\n' +
      'plug is moved. "" = any',
  },
  'config.scanner.serial': {
    'zh-CN': '设备内的序列号，用于区分两台同型号设备；"" 表示不限',
    en: 'Serial number in the device, to tell two of a kind apart; "" = any',
  },
  'config.scanner.driver': {
    'zh-CN':
      '设备的指令系列；plain 表示不发指令，设备自行扫码；auto 按 USB 编号判断，\n' +
      '不认识的按 plain。不会试探：某系列的指令只发给该系列的设备',
    en:
      'The commands that the device knows; plain: it is told nothing and scans\n' +
      'by itself; auto: by its USB id, and plain where that is not known.\n' +
      'Nothing is probed',
  },
  'config.scanner.baud_rate': {
    'zh-CN': '波特率；0 表示驱动的默认值',
    en: "Bits per second; 0 = the driver's own",
  },
  'config.scanner.suffix': {
    'zh-CN': '每个码之后的结束符；auto 为 CR 或 LF，none 为停顿 idle_gap',
    en: 'What ends a code; auto: CR or LF; none: silence of idle_gap',
  },
  'config.scanner.prefix': {
    'zh-CN': '每个码之前的固定内容，会被去掉；没有它的不算码',
    en: 'What stands before each code and is taken off; without it, it is no code',
  },
  'config.scanner.strip': {
    'zh-CN': '去掉码前的标识：aim 如 ]Q1，symbol 如 P01',
    en: 'Identifier to take off: aim, such as ]Q1; symbol, such as P01',
  },
  'config.scanner.idle_gap': {
    'zh-CN': 'suffix 为 none 时，停顿多少毫秒算一个码结束',
    en: 'Milliseconds of silence that end a code where suffix is none',
  },
  'config.scanner.refuse_other_codes': {
    'zh-CN': '付款码、身份证号、药品追溯码等不送平台，当即提示（500159）',
    en:
      'Answer payment codes, id numbers, goods and the like at once (500159)\n' +
      'and do not send them',
  },
  'config.scanners': {
    'zh-CN':
      '更多扫码设备，每台一段，配置项同 [scanner]；一次调用同时启用全部，先扫到者有效。\n' +
      '有此段而 [scanner] 未写 path 和 usb 时，只用此处各台',
    en:
      'More scanners, one entry each, with the keys of [scanner]. A call arms all\n' +
      'of them, and the first to read wins. [scanner] is one of them only if it\n' +
      'has a path or usb',
  },
  'config.face': { 'zh-CN': '刷脸设备', en: 'The camera for faces' },
  'config.face.command': {
    'zh-CN':
      '读取程序及其参数，例如 ["/opt/face/read", "--once"]，不经过 shell；识别到人脸后\n' +
      '输出 {"face": "…"}，没有人则不输出。[] 表示没有',
    en:
      'Program and arguments, such as ["/opt/face/read", "--once"], run without a\n' +
      'shell. It prints {"face": "…"}, or nothing when nobody came. [] = none',
  },
  'config.card': { 'zh-CN': '身份证读卡器', en: 'The id card reader' },
  'config.card.command': {
    'zh-CN': '同上；输出 {"idNo": "…", "userName": "…"}。[] 表示没有',
    en: 'The same; it prints {"idNo": "…", "userName": "…"}. [] = none',
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
  'config.platforms.client_cert_file': {
    'zh-CN': '客户端证书的 PEM 文件，平台要求时填写；"" 表示没有',
    en: 'PEM file of our certificate, where the platform asks for one; "" = none',
  },
  'config.platforms.client_key_file': {
    'zh-CN': '客户端证书私钥的 PEM 文件，权限 0600',
    en: 'PEM file of its private key, mode 0600',
  },
  'config.platforms.proxy': {
    'zh-CN': '经由哪个代理访问，例如 http://192.0.2.1:3128；"" 表示直连',
    en: 'Proxy to go through, such as http://192.0.2.1:3128; "" = none',
  },
  'config.platforms.envelope': {
    'zh-CN':
      '报文形式：plain 不签名，signed 签名，encrypted 先签名再加密 data；\n' +
      '应答按同样规则验签',
    en:
      'Form of a request: plain is not signed, encrypted is signed and then\n' +
      'data are encrypted. The reply is verified by the same rules',
  },
  'config.platforms.dialect': {
    'zh-CN': '签名串规则：A 为医药机构（规范文本），B 为国家平台网页端',
    en: 'Rules of the text to sign: A for institutions, B for the web client',
  },
  'config.platforms.sign': {
    'zh-CN': '签名类型；SM3 没有公开文本，按推断实现',
    en: 'Kind of signature; SM3 is inferred, no public text tells what it is',
  },
  'config.platforms.version': {
    'zh-CN': '报文的 version',
    en: 'The version in the envelope',
  },
  'config.platforms.app_id': {
    'zh-CN': '平台分配的 appId',
    en: 'The appId that the platform gave out',
  },
  'config.platforms.app_secret_file': {
    'zh-CN': '存放 appSecret 的文件，权限 0600',
    en: 'File with the appSecret, mode 0600',
  },
  'config.platforms.private_key_file': {
    'zh-CN': '己方 SM2 私钥文件，权限 0600（nationec keys generate）',
    en: 'File with our SM2 private key, mode 0600 (nationec keys generate)',
  },
  'config.platforms.public_key_file': {
    'zh-CN': '平台 SM2 公钥文件',
    en: "File with the platform's SM2 public key",
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
