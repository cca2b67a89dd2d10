import type { Sentence } from './index.js'

/** What is wrong with an envelope, and what was done in place of the rule. */
export const envelopeTexts = {
  'envelope.fault.app-id': {
    'zh-CN':
      'appId 前 16 个字符不是 ASCII 或不足 16 个：无法派生 SM4 密钥，请核对',
    en: 'appId has no 16 ASCII characters to derive the SM4 key from: check it',
  },
  'envelope.fault.no-key': {
    'zh-CN': '缺少 SM2 密钥：签名需要己方私钥，验签需要对方公钥',
    en: 'an SM2 key is missing: sign with our private key, verify with their public key',
  },
  'envelope.fault.unsigned': {
    'zh-CN': '没有 signData：请求和应答都须签名（XJ-D01-2019 表 A.1）',
    en: 'signData is missing: requests and replies are signed (XJ-D01-2019, table A.1)',
  },
  'envelope.fault.sign-type': {
    'zh-CN': 'signType 不是约定的签名类型，应为：{known}',
    en: 'signType is not the one agreed on: {known}',
  },
  'envelope.fault.cipher': {
    'zh-CN': 'encData 无法解密：请核对 appId、appSecret，以及密文是否完整',
    en: 'encData cannot be decrypted: check appId, appSecret and that it is whole',
  },
  'envelope.fault.data': {
    'zh-CN': '解密后的内容不是 JSON 对象：请核对 appId 和 appSecret',
    en: 'what was decrypted is no JSON object: check appId and appSecret',
  },
  'envelope.fault.signature': {
    'zh-CN': '验签不通过：请用 nationec envelope explain 查出是哪一条规则不同',
    en: 'the signature is wrong: nationec envelope explain tells which rule differs',
  },
  'envelope.fault.timestamp': {
    'zh-CN': 'timestamp 无法识别：应为 yyyyMMddHHmmss、13 位毫秒或 10 位秒',
    en: 'timestamp is not yyyyMMddHHmmss, 13 digits of milliseconds or 10 of seconds',
  },
  'envelope.fault.skew': {
    'zh-CN':
      'timestamp 与本机时间相差 {seconds} 秒，超过 {limit} 秒：请校准时钟；若时钟正确，则报文是旧的',
    en: 'timestamp differs from our clock by {seconds} s, more than {limit}: set the clock, or the message is an old one',
  },

  'envelope.variant.other-dialect': {
    'zh-CN': '签名串按另一种规则（{other}）生成',
    en: 'the text follows dialect {other}',
  },
  'envelope.variant.no-secret': {
    'zh-CN': '签名串末尾缺少 &key=appSecret',
    en: '&key=appSecret is missing at the end of the text',
  },
  'envelope.variant.signed-encrypted': {
    'zh-CN': '对加密后的报文签名：应先对明文 data 签名，再加密',
    en: 'the encrypted envelope was signed: sign the readable data, then encrypt',
  },
  'envelope.variant.unsorted': {
    'zh-CN': '字段未按 ASCII 升序排列',
    en: 'members are not in ASCII order',
  },
  'envelope.variant.data-unsorted': {
    'zh-CN': 'data 内的键未按 ASCII 升序排列',
    en: 'keys inside data are not in ASCII order',
  },
  'envelope.variant.empties-kept': {
    'zh-CN': '空值（null、""、[]、{}）未剔除',
    en: 'empty values (null, "", [], {}) were kept',
  },
  'envelope.variant.escaped': {
    'zh-CN': '中文写成了 \\uXXXX，应为 UTF-8 原文',
    en: 'Chinese is written as \\uXXXX: sign it as it is, in UTF-8',
  },
  'envelope.variant.blanks': {
    'zh-CN': 'JSON 的逗号、冒号后有空格，应为紧凑格式',
    en: 'the JSON has blanks behind commas and colons: write it without',
  },
  'envelope.variant.extra-signed': {
    'zh-CN': 'extra 参与了签名，应剔除',
    en: 'extra was signed: leave it out',
  },
  'envelope.variant.no-app-id': {
    'zh-CN': 'appId 未参与签名',
    en: 'appId was not signed',
  },
  'envelope.variant.user-id-secret': {
    'zh-CN': 'SM2 用户标识用了 appSecret，应为 1234567812345678',
    en: 'the SM2 user id is appSecret, not 1234567812345678',
  },
  'envelope.variant.user-id-empty': {
    'zh-CN': 'SM2 用户标识为空，应为 1234567812345678',
    en: 'the SM2 user id is empty, not 1234567812345678',
  },
  'envelope.variant.user-id-app': {
    'zh-CN': 'SM2 用户标识用了 appId，应为 1234567812345678',
    en: 'the SM2 user id is appId, not 1234567812345678',
  },
  'envelope.variant.hex-signature': {
    'zh-CN': 'signData 写成了十六进制，应为 Base64（88 个字符）',
    en: 'signData is in hex, not in Base64 (88 characters)',
  },
  'envelope.variant.swapped': {
    'zh-CN': '签名的 r 与 s 颠倒，应为 r‖s',
    en: 'r and s of the signature are swapped',
  },
  'envelope.variant.reversed': {
    'zh-CN': '签名的字节顺序颠倒，r、s 均应为高位在前',
    en: 'the bytes of the signature are reversed: r and s begin with the highest',
  },
  'envelope.variant.key-sign-byte': {
    'zh-CN':
      '私钥被当成负数（首位为 1 而前面没有 00）：Java 请用 new BigInteger(1, bytes)',
    en: 'the private key was read as a negative number: in Java use new BigInteger(1, bytes)',
  },
  'envelope.variant.key-cut': {
    'zh-CN': '33 字节私钥只取了前 32 字节：应去掉最前面的 00',
    en: 'of the 33 bytes of the private key the first 32 were taken: drop the 00 in front',
  },
  'envelope.variant.own-key': {
    'zh-CN': '签名与私钥相符，但公钥不是这一对的：请核对向平台登记的公钥',
    en: 'the signature fits the private key, but the public key is of another pair: check the one that was registered',
  },
  'envelope.variant.no-z': {
    'zh-CN': '摘要未包含 Z（用户标识与公钥）：应为 SM3(Z‖签名串)',
    en: 'the digest lacks Z (user id and public key): it is SM3(Z‖text)',
  },
  'envelope.variant.no-hash': {
    'zh-CN': '未做 SM3 摘要：sm-crypto 请传 {hash: true}',
    en: 'the text was not hashed: with sm-crypto pass {hash: true}',
  },
  'envelope.variant.hashed-twice': {
    'zh-CN': '先做了一次 SM3 再签名：SM3withSM2 自带摘要',
    en: 'SM3 was computed before signing: SM3withSM2 does it itself',
  },
  'envelope.variant.digest': {
    'zh-CN': 'signData 是 SM3 摘要，而 signType 为 SM2',
    en: 'signData is an SM3 digest, but signType says SM2',
  },
  'envelope.hidden.key-lower-case': {
    'zh-CN': 'SM4 密钥取自小写十六进制，应为大写',
    en: 'the SM4 key was cut from lower-case hex: it is upper-case',
  },
  'envelope.hidden.key-is-secret': {
    'zh-CN': '直接用 appSecret 作 SM4 密钥，应先派生',
    en: 'appSecret itself is the SM4 key: derive it first',
  },
  'envelope.unexplained': {
    'zh-CN':
      '没有一种已知的偏差能解释：请核对公钥、appSecret，以及报文在途中是否被改动',
    en: 'no known slip explains it: check the public key, appSecret, and whether the message was changed on its way',
  },
  'envelope.busy': {
    'zh-CN':
      '已有 {waiting} 个签名排队等待查找，这一个没有查找，不知道错在哪一步：请稍后再看一次',
    en: '{waiting} signatures wait to be explained, so this one was not, and which rule differs is not known: ask again in a moment',
  },
  'envelope.slow': {
    'zh-CN':
      '查找超过 {seconds} 秒，已放弃，不知道错在哪一步：请在本机较空闲时再看一次',
    en: 'it was not found out within {seconds} s and given up, so which rule differs is not known: ask again when this machine has less to do',
  },
  'envelope.digest-inferred': {
    'zh-CN': 'signType SM3 的算法没有公开文本，此处按推断处理',
    en: 'no public text says what signType SM3 is: this is inferred',
  },
  'envelope.form.der': {
    'zh-CN': '签名为 DER 编码，可接受；平台通常要求 r‖s',
    en: 'the signature is DER, which is accepted; platforms expect r‖s',
  },
} satisfies Record<string, Sentence>
