/**
 * What the command line says.
 * @module
 */
import type { Sentence } from './index.js'

export const cliTexts = {
  'cli.description': {
    'zh-CN': '开放的 NationECCode.dll：医保电子凭证终端侧与开发沙箱',
    en: 'an open NationECCode.dll: the terminal side of the 医保电子凭证, and a sandbox',
  },
  'cli.version': { 'zh-CN': '显示版本', en: 'print the version' },
  'cli.help': { 'zh-CN': '显示帮助', en: 'show help' },
  'cli.examples': {
    'zh-CN':
      '示例：\n  nationec demo                   在本机走完一次完整调用\n  nationec sandbox start          启动沙箱平台\n  nationec daemon                 启动服务，等待调用\n  nationec doctor                 检查本机哪里有问题',
    en: 'Examples:\n  nationec demo                   a whole call on this machine\n  nationec sandbox start          play the platform\n  nationec daemon                 serve calls\n  nationec doctor                 find out what is wrong here',
  },
  'cli.examples.heading': { 'zh-CN': '示例：', en: 'Examples:' },
  'cli.json': { 'zh-CN': '以 JSON 输出', en: 'print JSON' },
  'cli.whole-number': {
    'zh-CN': '应为大于 0 的整数',
    en: 'must be a whole number above 0',
  },
  'cli.port-number': {
    'zh-CN': '应为 0 到 65535 的端口号',
    en: 'must be a port from 0 to 65535',
  },
  'cli.seed-number': {
    'zh-CN': '应为 0 到 {max} 的整数',
    en: 'must be a whole number from 0 to {max}',
  },
  'cli.fraction': {
    'zh-CN': '应大于 0 且不大于 1，例如 0.2',
    en: 'must be above 0 and at most 1, such as 0.2',
  },
  'cli.duration': {
    'zh-CN': '应为时长，例如 500ms、61s、5m、2h、1d，倒退用 -5m',
    en: 'must be a time such as 500ms, 61s, 5m, 2h or 1d; -5m goes back',
  },
  'cli.instant': {
    'zh-CN': '应为带时区的日期和时间，例如 2026-02-28T23:59:59+08:00',
    en: 'must be a date and a time with its zone, such as 2026-02-28T23:59:59+08:00',
  },
  'cli.sandbox-name': {
    'zh-CN':
      '名称应以文字或数字开头，只含文字、数字、点、横线或下划线，最长 64 个字符',
    en: 'must be a name of letters, digits, dots, dashes and underscores, a letter or digit first, 64 characters at most',
  },
  'cli.no-daemon': {
    'zh-CN': '{socket} 上没有运行中的服务：请运行 nationec daemon',
    en: 'no daemon at {socket}: start one with nationec daemon',
  },
  'cli.refused': {
    'zh-CN': '{socket} 上的服务拒绝了请求：请用启动服务的用户或 root 运行',
    en: 'the daemon at {socket} refused: ask as the user who runs it, or as root',
  },
  'cli.system.denied': {
    'zh-CN': '无权使用 {what}（{code}）：请换一个位置，或用有权限的用户运行',
    en: 'no permission for {what} ({code}): choose another place, or run as a user who may',
  },
  'cli.system.read-only': {
    'zh-CN': '{what} 所在的文件系统只读（{code}）：请换一个位置',
    en: '{what} is on a file system that is read-only ({code}): choose another place',
  },
  'cli.system.missing': {
    'zh-CN': '没有 {what}（{code}）：请检查路径',
    en: 'there is no {what} ({code}): check the path',
  },
  'cli.system.folder': {
    'zh-CN': '{what} 是文件夹（{code}）：请给出文件',
    en: '{what} is a folder ({code}): name a file',
  },
  'cli.system.there': {
    'zh-CN': '{what} 已存在（{code}）：请换一个名称，或先将其移走',
    en: '{what} is there already ({code}): choose another name, or move it away',
  },
  'cli.system.full': {
    'zh-CN': '写入 {what} 时磁盘已满（{code}）：请腾出空间',
    en: 'the disk is full, {what} cannot be written ({code}): make room',
  },
  'cli.system.taken': {
    'zh-CN': '{what} 已被占用（{code}）：请换一个，或停止占用它的程序',
    en: '{what} is taken ({code}): choose another, or stop the program that holds it',
  },
  'cli.system.port-denied': {
    'zh-CN':
      '无权监听 {what}（{code}）：请用 --port 换一个端口（1024 及以上），或用有权限的用户运行',
    en: 'no permission to listen at {what} ({code}): choose another port with --port, from 1024 on, or run as a user who may',
  },
  'cli.system.port-taken': {
    'zh-CN':
      '{what} 已被占用（{code}）：请用 --port 换一个端口，或停止占用它的程序',
    en: '{what} is taken ({code}): choose another port with --port, or stop the program that holds it',
  },
  'cli.paths': {
    'zh-CN': '显示各文件所在位置',
    en: 'show where everything is',
  },
  'cli.config': {
    'zh-CN': '检查或显示配置',
    en: 'check or show the configuration',
  },
  'cli.config.file': { 'zh-CN': '配置文件', en: 'configuration file' },
  'cli.config.check': {
    'zh-CN': '检查配置文件',
    en: 'check a configuration file',
  },
  'cli.config.good': { 'zh-CN': '{path}：正确', en: '{path}: good' },
  'cli.config.none': {
    'zh-CN': '没有配置文件，全部使用默认值：nationec config show',
    en: 'no configuration file, all defaults: nationec config show',
  },
  'cli.config.show': {
    'zh-CN': '显示全部配置项及说明',
    en: 'show every key, its value and what it is for',
  },
  'cli.daemon': {
    'zh-CN': '在前台运行服务：占用扫码设备，应答所有调用',
    en: 'serve calls in the foreground: own the scanner, answer every library',
  },
  'cli.daemon.examples': {
    'zh-CN':
      '示例：\n  nationec daemon --config ./nationec.toml\n  NATIONEC_SOCKET=./nationec.sock nationec daemon',
    en: 'Examples:\n  nationec daemon --config ./nationec.toml\n  NATIONEC_SOCKET=./nationec.sock nationec daemon',
  },
  'cli.daemon.idle': {
    'zh-CN': '在这么多秒内没有调用时自动退出',
    en: 'end when no call has come for so many seconds',
  },
  'cli.daemon.ready': { 'zh-CN': '就绪 {socket}', en: 'ready {socket}' },
  'cli.daemon.no-socket': {
    'zh-CN':
      '无法在 {socket} 建立套接字（{code}）：请把环境变量 NATIONEC_SOCKET 设为可写的路径（调用方也要设为同一路径），或以 root 运行',
    en: 'no socket can be made at {socket} ({code}): set NATIONEC_SOCKET to a path that you may write to, for the daemon and for its callers, or run as root',
  },
  'daemon.path-long': {
    'zh-CN':
      '套接字路径 {path} 过长：最多 {max} 字节，请把 NATIONEC_SOCKET 设为较短的路径',
    en: 'the path {path} is too long for a socket, which has {max} bytes at most: set NATIONEC_SOCKET to a shorter one',
  },
  'daemon.already-served': {
    'zh-CN': '{path} 上已有服务在运行：先运行 nationec stop',
    en: 'another daemon serves {path}: run nationec stop first',
  },
  'cli.status': {
    'zh-CN': '显示服务状态',
    en: 'show what the daemon is doing',
  },
  'cli.stop': {
    'zh-CN': '停止服务；等待中的调用得到 -1',
    en: 'stop the daemon; calls that wait are answered with -1',
  },
  'cli.stop.done': { 'zh-CN': '服务正在停止', en: 'the daemon is stopping' },
  'cli.call': {
    'zh-CN': '加载动态库并调用 NationEcTrans',
    en: 'load the library and call NationEcTrans',
  },
  'cli.call.url': { 'zh-CN': '平台地址', en: "the platform's address" },
  'cli.call.in-data': {
    'zh-CN': 'JSON 文本；@文件；- 表示标准输入',
    en: 'JSON text; @file; - for standard input',
  },
  'cli.call.library': {
    'zh-CN': '要加载的动态库',
    en: 'the library to load',
  },
  'cli.call.charset': {
    'zh-CN': '调用方的字符集',
    en: 'the charset of the caller',
  },
  'cli.call.out-bytes': {
    'zh-CN': '调用方 OutData 缓冲区字节数；超出则报错',
    en: "bytes in the caller's OutData; an overrun is an error",
  },
  'cli.call.examples': {
    'zh-CN':
      '示例：\n  nationec call https://127.0.0.1:8443/localcfc/api/hsecfc/localQrCodeQuery @request.json\n  nationec call --charset gb18030 --json <strUrl> - < request.json',
    en: 'Examples:\n  nationec call https://127.0.0.1:8443/localcfc/api/hsecfc/localQrCodeQuery @request.json\n  nationec call --charset gb18030 --json <strUrl> - < request.json',
  },
  'cli.call.no-library': {
    'zh-CN':
      '无法在本机加载动态库 {file}（{reason}）：请检查 --library 的路径（当前文件夹须写 ./），并确认它是 {system} 的动态库',
    en: '{file} cannot be loaded as a library here ({reason}): check the path given with --library (./ for this folder), and that it is a library for {system}',
  },
  'cli.call.no-export': {
    'zh-CN':
      '{file} 没有导出 NationEcTrans，不是医保电子凭证动态库：请用 --library 给出 NationECCode 动态库',
    en: '{file} has no NationEcTrans and is no library of the standard: give a NationECCode library with --library',
  },
  'cli.call.waiting': {
    'zh-CN': '等待扫码… {seconds} 秒',
    en: 'waiting for a scan… {seconds} s',
  },
  'cli.call.garbled': {
    'zh-CN': 'OutData 不是该字符集的文本：请检查 --charset',
    en: 'OutData is no text in this charset: check --charset',
  },
  'cli.call.overrun': {
    'zh-CN': 'OutData 写入了 {bytes} 字节，超出调用方的 {outBytes} 字节缓冲区',
    en: 'OutData got {bytes} bytes, more than the {outBytes} of the caller',
  },
  'cli.scanner': { 'zh-CN': '扫码设备', en: 'scanners' },
  'cli.scanner.emulate': {
    'zh-CN': '虚拟扫码设备：标准输入的每一行作为一次扫码',
    en: 'a virtual scanner: each line of standard input is one scan',
  },
  'cli.scanner.link': {
    'zh-CN': '在此路径建立指向虚拟串口的链接；在 Windows 上为命名管道的名称',
    en: 'make a link to the virtual port here; on Windows the name of a pipe',
  },
  'cli.scanner.pipe': {
    'zh-CN':
      '无法提供管道 {path}：名称须以 \\\\.\\pipe\\ 开头，且未被其他程序占用',
    en: 'the pipe {path} cannot be served: its name begins with \\\\.\\pipe\\ and is one that no program serves',
  },
  'cli.scanner.model': {
    'zh-CN': '扮演哪种设备；plain 为不听指令的扫码枪',
    en: 'the device to play; plain is a gun that is told nothing',
  },
  'cli.scanner.fault': {
    'zh-CN': '让它出一种故障',
    en: 'something that goes wrong with it',
  },
  'cli.scanner.ready': { 'zh-CN': '就绪 {path}', en: 'ready {path}' },
  'cli.scanner.examples': {
    'zh-CN':
      '示例：\n  nationec scanner emulate --link ./gun\n  nationec scanner emulate --link \\\\.\\pipe\\gun            Windows\n  nationec scanner emulate newland --link ./gun          配置 [scanner] driver = "newland"\n  nationec scanner emulate ssi-packets --fault damaged',
    en: 'Examples:\n  nationec scanner emulate --link ./gun\n  nationec scanner emulate --link \\\\.\\pipe\\gun            on Windows\n  nationec scanner emulate newland --link ./gun          with [scanner] driver = "newland"\n  nationec scanner emulate ssi-packets --fault damaged',
  },
  'cli.verify-token': {
    'zh-CN': '校验鉴权令牌是否有效且属于该人（从标准输入读取 JSON）',
    en: 'check that a token is valid and belongs to a person (JSON on stdin)',
  },
  'cli.verify-token.url': {
    'zh-CN': '平台的 …/localEcTokenCheck 地址',
    en: 'the address …/localEcTokenCheck of a platform',
  },
  'cli.verify-token.examples': {
    'zh-CN':
      '标准输入为 {"ecToken": "…", "idType": "01", "idNo": "…", "userName": "…"}；\n个人信息不写在命令行，因为本机所有用户都能看到进程的参数。\n示例：\n  nationec platform verify-token https://127.0.0.1:8443/localcfc/api/hsecfc/localEcTokenCheck < claim.json',
    en: 'Standard input is {"ecToken": "…", "idType": "01", "idNo": "…", "userName": "…"};\nnothing personal goes on the command line, which every user of the machine can read.\nExamples:\n  nationec platform verify-token https://127.0.0.1:8443/localcfc/api/hsecfc/localEcTokenCheck < claim.json',
  },
  'cli.verify-token.stdin': {
    'zh-CN':
      '请输入 {"ecToken": "…", "idType": "01", "idNo": "…", "userName": "…"}，以 Ctrl-D 结束',
    en: 'type {"ecToken": "…", "idType": "01", "idNo": "…", "userName": "…"}, then Ctrl-D',
  },
  'cli.verify-token.passed': { 'zh-CN': '校验成功', en: 'valid: it is theirs' },
  'cli.verify-token.failed': {
    'zh-CN': '校验失败：令牌无效、已过期或不属于此人',
    en: 'not valid: unknown, expired, or not of this person',
  },
  'cli.journal': { 'zh-CN': '查看流水', en: 'what happened to calls' },
  'cli.journal.list': { 'zh-CN': '最近的调用', en: 'the latest calls' },
  'cli.journal.limit': { 'zh-CN': '显示条数', en: 'how many' },
  'cli.journal.failed': { 'zh-CN': '只看失败的', en: 'failed ones only' },
  'cli.journal.show': {
    'zh-CN': '一次调用的每一步；缺省为最近一次',
    en: 'each step of a call; the latest by default',
  },
  'cli.journal.id': { 'zh-CN': '调用编号', en: "the call's id" },
  'cli.journal.unseal': {
    'zh-CN': '同时解封个人信息',
    en: 'open the sealed personal data too',
  },
  'cli.journal.none': {
    'zh-CN': '流水中没有这次调用：nationec journal list',
    en: 'no such call in the journal: nationec journal list',
  },
  'cli.demo': {
    'zh-CN': '在本机走完一次完整调用，逐步显示',
    en: 'a whole call on this machine, step by step',
  },
  'cli.demo.intro': {
    'zh-CN':
      '沙箱、服务、虚拟扫码枪和一个外部程序，全部在本机运行，不访问网络。',
    en: 'Sandbox, daemon, a virtual scan gun and a foreign program: all on this machine.',
  },
  'cli.demo.returned': { 'zh-CN': '返回值 ', en: 'returned' },
  'cli.demo.next': {
    'zh-CN':
      '下一步：nationec sandbox start、nationec daemon，然后让你的程序加载动态库（nationec paths）。',
    en: 'Next: nationec sandbox start, nationec daemon, then load the library in your program (nationec paths).',
  },
  'cli.doctor': {
    'zh-CN': '检查本机：哪里不对，怎么办',
    en: 'examine this machine: what is wrong and what mends it',
  },
} satisfies Record<string, Sentence>
