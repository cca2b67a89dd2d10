import type { Sentence } from './index.js'

/** What is wrong with a key, a signature or a ciphertext. */
export const gmTexts = {
  'gm.key.text': {
    'zh-CN': '密钥不是十六进制、Base64 或 PEM：请检查是否复制完整',
    en: 'the key is not hex, Base64 or PEM: check that all of it was copied',
  },
  'gm.key.long': {
    'zh-CN': '密钥文本有 {characters} 个字符，SM2 密钥没有这么长：请检查文件',
    en: 'the key text has {characters} characters, too many for SM2: check the file',
  },
  'gm.key.pem': {
    'zh-CN': 'PEM 中没有完整的 {label}：请检查是否用错了文件',
    en: 'the PEM has no whole {label}: check that it is the right file',
  },
  'gm.key.encrypted': {
    'zh-CN':
      '私钥有口令保护：请用 openssl pkcs8 -in 文件 -out 新文件 去掉口令，' +
      '并限制新文件的权限',
    en:
      'the private key has a passphrase: take it away with ' +
      'openssl pkcs8 -in file -out new-file, and guard the new file',
  },
  'gm.key.private-size': {
    'zh-CN':
      '私钥有 {bytes} 字节，应为 32 字节（或前面多一个 00 的 33 字节）：' +
      '请检查是否复制完整',
    en:
      'the private key has {bytes} bytes, not 32 (or 33 with a leading 00): ' +
      'check that all of it was copied',
  },
  'gm.key.public-size': {
    'zh-CN':
      '公钥有 {bytes} 字节，应为 64 字节，或以 04 开头的 65 字节：' +
      '请检查是否复制完整、是否为压缩格式',
    en:
      'the public key has {bytes} bytes, not 64, or 65 that begin with 04: ' +
      'check that all of it was copied and that it is not compressed',
  },
  'gm.key.point': {
    'zh-CN': '公钥不是 SM2 曲线上的点：请向对方重新索取',
    en: 'the public key is no point of the SM2 curve: ask for it again',
  },
  'gm.key.range': {
    'zh-CN': '私钥为零或过大，不是 SM2 私钥：请重新生成',
    en: 'the private key is zero or too great for SM2: generate another',
  },
  'gm.key.curve': {
    'zh-CN': '密钥不属于 SM2 曲线（1.2.156.10197.1.301）：请检查文件',
    en:
      'the key is not of the SM2 curve (1.2.156.10197.1.301): ' +
      'check that it is the right file',
  },
  'gm.user-id': {
    'zh-CN': '用户标识有 {bytes} 字节，最多 {max} 字节：请使用较短的标识',
    en: 'the user id has {bytes} bytes, more than {max}: use a shorter one',
  },
  'gm.signature.range': {
    'zh-CN': '签名的 {name} 为零或不小于 n：签名已损坏或不是 SM2 签名',
    en:
      "the signature's {name} is zero or not less than n: " +
      'it is damaged or not of SM2',
  },
  'gm.cipher.empty': {
    'zh-CN': '没有可加密的内容：SM2 至少加密一个字节',
    en: 'nothing to encrypt: SM2 takes one byte at least',
  },
  'gm.cipher.short': {
    'zh-CN': '密文只有 {bytes} 字节，少于 C1、C3 和一个字节：请检查是否被截断',
    en:
      'the ciphertext has {bytes} bytes, fewer than C1, C3 and one more: ' +
      'check whether it was cut',
  },
  'gm.cipher.c1': {
    'zh-CN': '密文的 C1 不是 SM2 曲线上的点：密文已损坏或编码方式不同',
    en:
      "the ciphertext's C1 is no point of the SM2 curve: " +
      'it is damaged or encoded in another way',
  },
  'gm.cipher.c3': {
    'zh-CN': '密文的 C3 有 {bytes} 字节，应为 32 字节：密文已损坏',
    en: "the ciphertext's C3 has {bytes} bytes, not 32: it is damaged",
  },
  'gm.cipher.c3-differs': {
    'zh-CN':
      '密文的 C3 与内容不符：密文被改动、密钥不符，或排列方式' +
      '（C1C3C2 与 C1C2C3）不同',
    en:
      "the ciphertext's C3 does not match: a byte was changed, the key is " +
      'another, or the order is (C1C3C2 or C1C2C3)',
  },
  'gm.sm4.key': {
    'zh-CN': 'SM4 密钥有 {bytes} 字节，应为 16 字节：请检查配置的密钥',
    en: 'the SM4 key has {bytes} bytes, not 16: check the configured key',
  },
  'gm.sm4.iv': {
    'zh-CN': 'SM4 初始向量有 {bytes} 字节，应为 16 字节：请检查配置',
    en: 'the SM4 initial vector has {bytes} bytes, not 16: check it',
  },
  'gm.sm4.blocks': {
    'zh-CN': 'SM4 数据有 {bytes} 字节，不是 16 的倍数：请检查是否被截断',
    en: 'the SM4 data has {bytes} bytes, no multiple of 16: check for a cut',
  },
  'gm.sm4.padding': {
    'zh-CN': 'SM4 密文的填充不正确：密钥不符，或密文被改动或截断',
    en: 'the SM4 padding is wrong: another key, or a changed or cut text',
  },
  'gm.der.cut': {
    'zh-CN': 'DER 数据不完整：请检查是否被截断',
    en: 'the DER ends too early: check whether it was cut',
  },
  'gm.der.sequence': {
    'zh-CN': '不是恰好一个 DER SEQUENCE：请检查编码方式及多余的字节',
    en: 'not exactly one DER SEQUENCE: check the encoding and for extra bytes',
  },
  'gm.der.tag': {
    'zh-CN': 'DER 标签是 {found}，应为 {expected}：请检查编码方式',
    en: 'the DER tag is {found}, not {expected}: check the encoding',
  },
  'gm.der.length': {
    'zh-CN': 'DER 长度不是最短形式：请检查对方的编码程序',
    en: "a DER length is not in its shortest form: check the sender's encoder",
  },
  'gm.der.integer': {
    'zh-CN': 'DER 整数为负、过长或前面有多余的零：请检查对方的编码程序',
    en:
      'a DER integer is negative, too long or has needless zeros: ' +
      "check the sender's encoder",
  },
} satisfies Record<string, Sentence>
