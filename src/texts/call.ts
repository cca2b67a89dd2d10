/**
 * What a call says to the person at the window: what happened and what to do
 * next. One sentence for each symbol of failure.ts.
 * @module
 */
import type { Sentence } from './index.js'

export const callTexts = {
  'call.ok': { 'zh-CN': '成功', en: 'success' },
  'failure.unforeseen': {
    'zh-CN':
      '发生未预料的错误，请重试；仍失败请运行 nationec journal show 查看',
    en: 'something unforeseen happened: try again, then see nationec journal show',
  },
  'failure.answer-too-long': {
    'zh-CN':
      '应答共 {bytes} 字节，超过 {limit} 字节上限，完整应答见 nationec journal show；可调大 reply.max_bytes',
    en: 'the answer has {bytes} bytes, {limit} are allowed: see nationec journal show, or raise reply.max_bytes',
  },
  'failure.daemon-stopping': {
    'zh-CN': '医保电子凭证服务正在停止，请稍后重试',
    en: 'the daemon is stopping: try again in a moment',
  },
  'failure.no-charset': {
    'zh-CN': '入参不是有效的 UTF-8 或 GB18030 文本，请检查编码',
    en: 'InData is neither UTF-8 nor GB18030: check its encoding',
  },
  'failure.not-json': {
    'zh-CN': '入参不是有效的 JSON（第 {offset} 个字符附近），请检查 InData',
    en: 'InData is not JSON (near character {offset}): check it',
  },
  'failure.not-object': {
    'zh-CN': '入参 {field} 应为 JSON 对象',
    en: '{field} must be a JSON object',
  },
  'failure.too-deep': {
    'zh-CN': '入参嵌套超过 {limit} 层',
    en: 'InData is nested deeper than {limit} levels',
  },
  'failure.field-missing': {
    'zh-CN': '缺少必填项 {field}（{clause}），请补充后重试',
    en: '{field} is missing ({clause}): add it',
  },
  'failure.field-type': {
    'zh-CN': '{field} 应为文本（{clause}）',
    en: '{field} must be text ({clause})',
  },
  'failure.field-too-long': {
    'zh-CN': '{field} 超过 {limit} 个字符（{clause}）',
    en: '{field} has more than {limit} characters ({clause})',
  },
  'failure.field-value': {
    'zh-CN': '{field} 只能取 {known}（{clause}）',
    en: '{field} must be one of {known} ({clause})',
  },
  'failure.trans-type-unknown': {
    'zh-CN': '未知的交易类型 transType，请检查；支持：{known}',
    en: 'unknown transType: supported are {known}',
  },
  'failure.nothing-scanned': {
    'zh-CN': '未扫到医保电子凭证，请重新扫码',
    en: 'nothing was scanned: scan again',
  },
  'failure.code-too-long': {
    'zh-CN': '扫到的内容超过 {limit} 字节，不是医保电子凭证，请重新扫码',
    en: 'what was scanned has more than {limit} bytes: scan the right code',
  },
  'failure.code-garbled': {
    'zh-CN':
      '扫到的内容含控制字符或乱码，请重新扫码；若反复出现请检查扫码枪设置',
    en: 'what was scanned holds control characters: scan again, or check the scanner',
  },
  'failure.no-face': {
    'zh-CN': '未识别到人脸，刷脸获取授权失败，请重新刷脸',
    en: 'no face was recognised: look into the camera again',
  },
  'failure.no-card': {
    'zh-CN': '未读到身份证，请重新放置身份证',
    en: 'no id card was read: lay it on the reader again',
  },
  'failure.code-cut': {
    'zh-CN':
      '扫到 {bytes} 字节后没有结束符，请重新扫码；若反复出现，请将扫码枪结束符设为回车，或在配置文件 [scanner] 设置 suffix = "none"',
    en: '{bytes} bytes came without a line end: scan again; if it happens again, have the scanner add CR, or set suffix = "none" under [scanner]',
  },
  'failure.payment-scanned': {
    'zh-CN':
      '请使用医保电子凭证二维码：扫到的是付款码（微信、支付宝或云闪付），请打开医保电子凭证后重新扫码',
    en: 'what was scanned is a payment code (WeChat, Alipay, UnionPay): show the code of the medical insurance credential',
  },
  'failure.id-number-scanned': {
    'zh-CN':
      '请使用医保电子凭证二维码：扫到的是身份证号，请打开医保电子凭证后重新扫码',
    en: "what was scanned is a citizen's number: show the code of the medical insurance credential",
  },
  'failure.health-card-scanned': {
    'zh-CN':
      '请使用医保电子凭证二维码：扫到的是电子健康卡，请打开医保电子凭证后重新扫码',
    en: 'what was scanned is an electronic health card: show the code of the medical insurance credential',
  },
  'failure.fusion-scanned': {
    'zh-CN':
      '请使用医保电子凭证二维码：扫到的是融合码，请打开医保电子凭证后重新扫码',
    en: 'what was scanned is a fusion code: show the code of the medical insurance credential',
  },
  'failure.social-security-scanned': {
    'zh-CN':
      '请使用医保电子凭证二维码：扫到的是电子社保卡或其他数字码，请打开医保电子凭证后重新扫码',
    en: 'what was scanned is an electronic social security card or another number: show the code of the medical insurance credential',
  },
  'failure.drug-trace-scanned': {
    'zh-CN':
      '请使用医保电子凭证二维码：扫到的是药品追溯码，请扫参保人手机上的医保电子凭证',
    en: "what was scanned is a drug's trace code: scan the person's medical insurance credential",
  },
  'failure.gs1-scanned': {
    'zh-CN':
      '请使用医保电子凭证二维码：扫到的是商品条码，请扫参保人手机上的医保电子凭证',
    en: "what was scanned is the bar code of goods: scan the person's medical insurance credential",
  },
  'failure.url-scanned': {
    'zh-CN':
      '请使用医保电子凭证二维码：扫到的是网址，请打开医保电子凭证后重新扫码',
    en: 'what was scanned is a web address: show the code of the medical insurance credential',
  },
  'failure.caller-left': {
    'zh-CN': '调用方已断开，本次调用已取消',
    en: 'the caller left, the call was cancelled',
  },
  'failure.platform-silent': {
    'zh-CN': '医保平台未在限定时间内应答，请稍后重新扫码',
    en: 'the platform did not answer in time: scan again later',
  },
  'failure.terminal-unregistered': {
    'zh-CN':
      '本终端尚未配置终端备案号：请在本机运行 nationec terminal register 登记；已有备案号的，填入配置文件 [terminal] filing_number',
    en: 'this terminal has no filing number: run nationec terminal register, or set filing_number under [terminal] where it has one',
  },
  'failure.terminal-card-changed': {
    'zh-CN':
      '本终端的网卡已更换（原为 {before}，现为 {now}），与备案可能不符；请运行 nationec terminal check 核对，确认后加 --accept',
    en: 'the network card of this terminal was {before} and is now {now}: run nationec terminal check, and with --accept where that is right',
  },
  'failure.terminal-way-changed': {
    'zh-CN':
      '访问平台的网卡已改变（原为 {before}，现为 {now}），请检查网线、扩展坞和无线网络；确认无误请运行 nationec terminal check --accept',
    en: 'the platform is now reached over {now} and was over {before}: check cable, dock and Wi-Fi, or run nationec terminal check --accept',
  },
  'failure.terminal-address-changed': {
    'zh-CN':
      '本终端的 IP 地址已改变（原为 {before}，现为 {now}）；确认无误请运行 nationec terminal check --accept',
    en: 'the address of this terminal was {before} and is now {now}: where that is right, run nationec terminal check --accept',
  },
  'failure.terminal-card-absent': {
    'zh-CN':
      '配置文件 [terminal] interface 指定的网卡 {card} 不存在，请检查连接或运行 nationec terminal show 查看现有网卡',
    en: 'the card {card} that [terminal] interface names is not there: check that it is plugged in, or see nationec terminal show',
  },
  'failure.terminal-contradicted': {
    'zh-CN':
      '入参 {fields} 与本终端（{own}）不符，请去掉这些字段；或修改配置文件 [terminal] on_contradiction',
    en: '{fields} of the request contradict this terminal ({own}): leave them out, or change on_contradiction under [terminal]',
  },
  'failure.url-malformed': {
    'zh-CN': '请求地址 strUrl 无效，请检查',
    en: 'strUrl is not a valid http or https address',
  },
  'failure.url-not-allowed': {
    'zh-CN':
      '请求地址 {origin} 不在允许列表，请在配置文件 [[platforms]] 中添加',
    en: '{origin} is not on the allow list: add it under [[platforms]]',
  },
  'failure.scanner-busy': {
    'zh-CN': '扫码设备正被其他业务占用，请稍后重试',
    en: 'the scanner is serving another call: try again',
  },
  'failure.queue-full': {
    'zh-CN': '排队等待的业务超过 {limit} 个，请稍后重试',
    en: 'more than {limit} calls wait for their turn: try again later',
  },
  'failure.face-busy': {
    'zh-CN': '刷脸设备正被其他业务占用，请稍后重试',
    en: 'the camera is serving another call: try again',
  },
  'failure.card-busy': {
    'zh-CN': '身份证读卡器正被其他业务占用，请稍后重试',
    en: 'the id card reader is serving another call: try again',
  },
  'failure.face-none': {
    'zh-CN':
      '未配置刷脸设备，刷脸获取授权失败，请在配置文件 [face] command 填写读取程序',
    en: 'no camera is configured: set command under [face]',
  },
  'failure.card-none': {
    'zh-CN': '未配置身份证读卡器，请在配置文件 [card] command 填写读取程序',
    en: 'no id card reader is configured: set command under [card]',
  },
  'failure.face-failed': {
    'zh-CN':
      '刷脸获取授权失败，读取程序 {file} 出错（{reason}），请检查刷脸设备后重试',
    en: '{file} could not read a face ({reason}): check the camera',
  },
  'failure.card-failed': {
    'zh-CN':
      '读取身份证失败，读取程序 {file} 出错（{reason}），请检查读卡器后重试',
    en: '{file} could not read an id card ({reason}): check the reader',
  },
  'failure.reader-absent': {
    'zh-CN':
      '读取程序 {file} 无法启动（{reason}），请检查配置文件 [face]、[card] 的 command',
    en: '{file} cannot be started ({reason}): check command under [face] and [card]',
  },
  'failure.reader-garbled': {
    'zh-CN': '读取程序 {file} 的输出应为含 {fields} 的 JSON，请检查该程序',
    en: '{file} must print JSON with {fields}: check that program',
  },
  'failure.reader-too-long': {
    'zh-CN': '读取程序 {file} 的输出超过 {limit} 字节，请检查该程序',
    en: '{file} printed more than {limit} bytes: check that program',
  },
  'failure.platform-unreachable': {
    'zh-CN': '无法连接医保平台 {origin}（{reason}），请检查网络',
    en: 'cannot reach {origin} ({reason}): check the network',
  },
  'failure.platform-untrusted': {
    'zh-CN':
      '医保平台 {origin} 的证书不受信任（{reason}），请核对 pin 或 ca_file',
    en: 'the certificate of {origin} is not trusted ({reason}): check pin or ca_file',
  },
  'failure.platform-cut': {
    'zh-CN': '医保平台 {origin} 的应答中断，请重新扫码',
    en: '{origin} cut its answer short: scan again',
  },
  'failure.platform-too-long': {
    'zh-CN': '医保平台 {origin} 的应答超过 {limit} 字节',
    en: 'the answer of {origin} has more than {limit} bytes',
  },
  'failure.platform-http': {
    'zh-CN': '医保平台 {origin} 返回 HTTP {status}，请联系平台',
    en: '{origin} answered HTTP {status}: ask the platform',
  },
  'failure.platform-not-json': {
    'zh-CN': '医保平台 {origin} 的应答不是有效的 JSON，请检查地址',
    en: '{origin} did not answer in JSON: check the address',
  },
  'failure.platform-refused': {
    'zh-CN': '医保平台未受理本次交易，请稍后重试',
    en: 'the platform did not accept the transaction',
  },
  'failure.platform-no-address': {
    'zh-CN':
      '医保平台 {origin} 的域名无法解析（{reason}），请检查 DNS 或 hosts',
    en: '{origin}: its name has no address ({reason}): check DNS or hosts',
  },
  'failure.platform-no-tls': {
    'zh-CN':
      '医保平台 {origin} 不支持 TLS 1.2 及以上（{reason}），请检查地址和端口',
    en: '{origin} speaks no TLS 1.2 or later ({reason}): check address and port',
  },
  'failure.platform-wants-certificate': {
    'zh-CN':
      '医保平台 {origin} 不接受本终端的证书（{reason}），请检查 client_cert_file',
    en: '{origin} does not accept our certificate ({reason}): check client_cert_file',
  },
  'failure.proxy-refused': {
    'zh-CN': '代理拒绝连接医保平台 {origin}，请检查配置 proxy',
    en: 'the proxy will not connect to {origin}: check proxy',
  },
  'failure.platform-keys': {
    'zh-CN': '医保平台的密钥文件不可用：{reason}',
    en: 'a key file of the platform cannot be used: {reason}',
  },
  'failure.platform-unsigned': {
    'zh-CN':
      '医保平台的应答没有签名，不予采信；若平台不签名，请将 envelope 设为 plain',
    en: 'the reply is not signed and not believed: where the platform never signs, set envelope = "plain"',
  },
  'failure.platform-signature': {
    'zh-CN':
      '医保平台的应答验签不通过，不予采信；请核对 public_key_file、dialect 和 sign',
    en: 'the signature of the reply is wrong: check public_key_file, dialect and sign',
  },
  'failure.platform-sealed': {
    'zh-CN': '医保平台的应答无法解密，请核对 app_id 和 app_secret_file',
    en: 'the reply cannot be decrypted: check app_id and app_secret_file',
  },
  'failure.platform-skew': {
    'zh-CN':
      '医保平台应答的时间与本机相差过大或无法识别，不予采信；请校准本机时钟',
    en: 'the time of the reply is too far from ours or unreadable: set the clock',
  },
  'failure.platform-other-reply': {
    'zh-CN': '收到的是另一笔交易的应答，不予采信，请重新扫码',
    en: 'this is the reply to another request: scan again',
  },
} satisfies Record<string, Sentence>
