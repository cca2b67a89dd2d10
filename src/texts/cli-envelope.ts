import type { Sentence } from './index.js'

/** What the commands envelope, keys and platform say. */
export const cliEnvelopeTexts = {
  'cli.envelope': {
    'zh-CN': '签名、加密报文，或查出验签不通过的原因',
    en: 'seal and open envelopes, and find out why a signature is refused',
  },
  'cli.envelope.seal': {
    'zh-CN': '给明文报文签名并加密 data',
    en: 'sign a message and encrypt its data',
  },
  'cli.envelope.open': {
    'zh-CN': '解密报文并验签',
    en: 'decrypt an envelope and verify its signature',
  },
  'cli.envelope.explain': {
    'zh-CN': '逐步显示签名串、密钥和摘要；验签不通过时指出哪条规则不同',
    en: 'show text, key and digest step by step; name the rule that was broken',
  },
  'cli.envelope.examples': {
    'zh-CN':
      '示例：\n  nationec envelope seal @message.json --app-id ID --app-secret-file secret --private-key-file our.key\n  nationec envelope explain @request.json --app-id ID --app-secret-file secret --public-key-file their.pub',
    en: 'Examples:\n  nationec envelope seal @message.json --app-id ID --app-secret-file secret --private-key-file our.key\n  nationec envelope explain @request.json --app-id ID --app-secret-file secret --public-key-file their.pub',
  },
  'cli.envelope.json': {
    'zh-CN': 'JSON 文本；@文件；- 表示标准输入',
    en: 'JSON text; @file; - for standard input',
  },
  'cli.envelope.not-json': {
    'zh-CN': '输入不是 JSON 对象',
    en: 'the input is no JSON object',
  },
  'cli.envelope.app-id': { 'zh-CN': '平台分配的 appId', en: 'the appId' },
  'cli.envelope.secret': {
    'zh-CN': '存放 appSecret 的文件（权限 0600）',
    en: 'file with the appSecret (mode 0600)',
  },
  'cli.envelope.private-key': {
    'zh-CN': '签名方 SM2 私钥文件（权限 0600）',
    en: 'SM2 private key of who signs (mode 0600)',
  },
  'cli.envelope.public-key': {
    'zh-CN': '签名方 SM2 公钥文件，用于验签',
    en: 'SM2 public key of who signed, to verify with',
  },
  'cli.envelope.dialect': {
    'zh-CN': '签名串规则：A 为医药机构，B 为国家平台网页端',
    en: 'rules of the text: A for institutions, B for the web client',
  },
  'cli.envelope.form': {
    'zh-CN': 'signed 只签名，encrypted 再加密',
    en: 'signed, or encrypted as well',
  },
  'cli.envelope.sign': {
    'zh-CN': '签名类型（SM3 为推断）',
    en: 'kind of signature (SM3 is inferred)',
  },
  'cli.envelope.version': {
    'zh-CN': '报文的 version',
    en: 'the version in the envelope',
  },
  'cli.envelope.show-keys': {
    'zh-CN': '显示 appSecret 和派生密钥',
    en: 'show appSecret and the derived key',
  },
  'cli.envelope.right': {
    'zh-CN': '✓ 验签通过',
    en: '✓ the signature is right',
  },
  'cli.envelope.wrong': {
    'zh-CN': '✗ 验签不通过',
    en: '✗ the signature is wrong',
  },
  'cli.envelope.shown.form': { 'zh-CN': '形式', en: 'form' },
  'cli.envelope.shown.text': { 'zh-CN': '签名串', en: 'text to sign' },
  'cli.envelope.shown.signer': { 'zh-CN': 'Z', en: 'Z' },
  'cli.envelope.shown.digest': { 'zh-CN': 'SM3(Z‖签名串)', en: 'SM3(Z‖text)' },
  'cli.envelope.shown.signature': { 'zh-CN': '签名编码', en: 'signature' },
  'cli.envelope.shown.first': {
    'zh-CN': 'appId 前 16 位',
    en: '16 of appId',
  },
  'cli.envelope.shown.cipher': {
    'zh-CN': 'SM4(appSecret)',
    en: 'SM4(appSecret)',
  },
  'cli.envelope.shown.key': { 'zh-CN': 'SM4 密钥', en: 'SM4 key' },
  'cli.envelope.shown.signed': {
    'zh-CN': '实际被签名的内容：',
    en: 'what was signed instead:',
  },
  'cli.keys': { 'zh-CN': 'SM2 密钥', en: 'SM2 keys' },
  'cli.keys.examples': {
    'zh-CN':
      '示例：\n  nationec keys generate our.key     生成密钥对：our.key、our.key.pub\n  nationec keys show our.key         显示公钥的各种写法，用于向平台登记',
    en: 'Examples:\n  nationec keys generate our.key     make a pair: our.key, our.key.pub\n  nationec keys show our.key         its public key in each form, to register',
  },
  'cli.keys.generate': {
    'zh-CN': '生成 SM2 密钥对（私钥权限 0600）',
    en: 'make an SM2 pair (private key of mode 0600)',
  },
  'cli.keys.generate.file': {
    'zh-CN': '私钥文件；公钥写入 文件.pub',
    en: 'file of the private key; the public key goes to file.pub',
  },
  'cli.keys.exists': {
    'zh-CN': '{file} 已存在：密钥被覆盖就无法找回，请换一个文件名',
    en: '{file} exists: a key that is overwritten is lost, name another file',
  },
  'cli.keys.written': {
    'zh-CN': '私钥：{file}（只限本用户读取）\n公钥：{publicFile}，请向平台登记',
    en: 'private key: {file}, for this user alone\npublic key: {publicFile}, to be registered with the platform',
  },
  'cli.keys.show': {
    'zh-CN': '显示密钥的 Base64、十六进制和 PEM 写法',
    en: 'show a key in Base64, hex and PEM',
  },
  'cli.keys.show.file': {
    'zh-CN': '公钥或私钥文件',
    en: 'file of a public or private key',
  },
  'cli.keys.show.private': {
    'zh-CN': '同时显示私钥',
    en: 'show the private key too',
  },
  'cli.sandbox.config': {
    'zh-CN': '显示以签名加密方式访问沙箱的 [[platforms]] 配置',
    en: 'print the [[platforms]] entry that signs and encrypts for the sandbox',
  },
  'cli.platform': { 'zh-CN': '平台', en: 'platforms' },
  'cli.platform.ping': {
    'zh-CN': '逐步检查到平台的通路：域名、TCP、TLS、时钟、签名',
    en: 'try the way to a platform: name, TCP, TLS, clock, signature',
  },
  'cli.platform.ping.url': {
    'zh-CN': 'strUrl；省略则检查所有已配置的平台',
    en: 'strUrl; without it, every platform of the configuration',
  },
} satisfies Record<string, Sentence>
