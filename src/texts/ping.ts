import type { Sentence } from './index.js'

/** What nationec platform ping finds. */
export const pingTexts = {
  'ping.address': {
    'zh-CN': '{host} 的地址：{addresses}',
    en: '{host} has the address {addresses}',
  },
  'ping.tcp': {
    'zh-CN': '{host} 已连通，{ms} 毫秒',
    en: '{host} is reached in {ms} ms',
  },
  'ping.tls': {
    'zh-CN': '{protocol}，证书还有 {days} 天到期，{trust}，{ms} 毫秒',
    en: '{protocol}, certificate good for {days} days, {trust}, {ms} ms',
  },
  'ping.tls.pin': { 'zh-CN': '与 pin 相符', en: 'it is the pinned one' },
  'ping.tls.authority': {
    'zh-CN': '由受信任的机构签发',
    en: 'from a trusted authority',
  },
  'ping.tls.plain': {
    'zh-CN': '不加密的 http：仅限配置中明确允许的主机',
    en: 'plain http, as the configuration permits for this host',
  },
  'ping.tls.expires': {
    'zh-CN': '证书将在 {days} 天内到期（{date}）：请通知平台更换，并更新 pin',
    en: 'the certificate ends in {days} days ({date}): ask the platform for its successor and renew the pin',
  },
  'ping.clock': {
    'zh-CN': '时钟相差 {seconds} 秒，HTTP {status}',
    en: 'clocks differ by {seconds} s, HTTP {status}',
  },
  'ping.clock.none': {
    'zh-CN': '平台未给出时间，HTTP {status}',
    en: 'the platform tells no time, HTTP {status}',
  },
  'ping.clock.far': {
    'zh-CN': '时钟相差 {seconds} 秒，超过 {limit} 秒：请校准本机时钟',
    en: 'clocks differ by {seconds} s, more than {limit}: set the clock of this machine',
  },
  'ping.signature': {
    'zh-CN': '双向验签通过（平台返回码 {code}）',
    en: 'signatures are right both ways (the platform answered {code})',
  },
  'ping.signature.plain': {
    'zh-CN': '此平台配置为不签名（envelope = "plain"）',
    en: 'nothing is signed for this platform (envelope = "plain")',
  },
  'ping.signature.no-address': {
    'zh-CN':
      '平台返回未签名的 -5：{message}；未能试签名，请给出完整的 strUrl：nationec platform ping STRURL',
    en: 'the platform answered -5, unsigned: {message}; to try the signature, name a whole strUrl: nationec platform ping STRURL',
  },
  'ping.signature.refused': {
    'zh-CN':
      '平台返回未签名的 {code}：{message}；若与签名有关，请用 nationec envelope explain 核对',
    en: 'the platform answered {code}, unsigned: {message}; where it is about the signature, see nationec envelope explain',
  },
  'ping.signature.no-json': {
    'zh-CN': 'HTTP {status}，应答不是 JSON：请检查地址是否为完整的 strUrl',
    en: 'HTTP {status} and no JSON: give the whole strUrl',
  },
  'ping.time-out': {
    'zh-CN': '{limit} 毫秒内没有结果，请检查网络和防火墙',
    en: 'nothing within {limit} ms: check network and firewall',
  },
  'ping.none': {
    'zh-CN':
      '没有可访问的平台：请在 [[platforms]] 中配置，或启动 nationec sandbox start',
    en: 'no platform: configure one under [[platforms]], or run nationec sandbox start',
  },
} satisfies Record<string, Sentence>
