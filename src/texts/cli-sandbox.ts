import type { Sentence } from './index.js'

/** What the commands of the sandbox say. */
export const cliSandboxTexts = {
  'cli.sandbox': {
    'zh-CN': '在本机扮演医保平台',
    en: 'play the platform on this machine',
  },
  'cli.sandbox.start': {
    'zh-CN': '在前台运行沙箱；本机服务自动信任它',
    en: 'run the sandbox in the foreground; the daemon trusts it by itself',
  },
  'cli.sandbox.port': {
    'zh-CN': '端口；0 表示任选空闲端口',
    en: 'port; 0 for one that is free',
  },
  'cli.sandbox.database': {
    'zh-CN':
      '终端登记以及二维码、令牌的数据库，可由多个沙箱共用：SQLite 文件的路径，或 postgres://用户:密码@主机/库名；缺省存于沙箱目录',
    en: 'of the registry, codes and tokens, which several sandboxes may share: path of a SQLite file, or postgres://user:password@host/database; by default in its folder',
  },
  'cli.sandbox.ready': {
    'zh-CN':
      '就绪 strUrl {strUrl}\n     控制台 {console}\n     证书 {fingerprint}\n     种子 {seed}',
    en: 'ready strUrl {strUrl}\n      console {console}\n      certificate {fingerprint}\n      seed {seed}',
  },
  'cli.sandbox.examples': {
    'zh-CN':
      '示例：\n  nationec sandbox start\n  nationec sandbox code zhang                  张三出示的二维码\n  nationec sandbox fault add code=-6 --count 3 其后三次请求触发限流\n  nationec sandbox clock advance 61s           已出示的二维码就此过期\n  nationec sandbox journal --follow            实时查看请求',
    en: 'Examples:\n  nationec sandbox start\n  nationec sandbox code zhang                  what 张三 would show\n  nationec sandbox fault add code=-6 --count 3 the next three requests are too many\n  nationec sandbox clock advance 61s           codes that were shown are too old now\n  nationec sandbox journal --follow            requests as they come',
  },
  'cli.sandbox.none': {
    'zh-CN': '本机没有运行中的沙箱：请运行 nationec sandbox start',
    en: 'no sandbox runs here: start one with nationec sandbox start',
  },
  'cli.sandbox.person': { 'zh-CN': '演示人员', en: 'demo people' },
  'cli.sandbox.person.list': {
    'zh-CN': '列出演示人员，以及代表 C.4 表各返回码的人员',
    en: 'list the demo people, and those who stand for the entries of table C.4',
  },
  'cli.sandbox.person.newcomer': {
    'zh-CN': '电子凭证未激活',
    en: 'nothing activated yet',
  },
  'cli.sandbox.person.uninsured': {
    'zh-CN': '未参保',
    en: 'insured nowhere',
  },
  'cli.sandbox.code': {
    'zh-CN': '让演示人员出示一个二维码',
    en: 'have a demo person show a code',
  },
  'cli.sandbox.code.person': {
    'zh-CN': '演示人员代号；缺省为第一位',
    en: 'which person; the first by default',
  },
  'cli.sandbox.code.channel': {
    'zh-CN': '经由哪个渠道展示；缺省为国家医保服务平台',
    en: 'through which channel; the official one by default',
  },
  'cli.sandbox.code.area': {
    'zh-CN': '参保统筹区，六位；缺省为第一个',
    en: 'which 统筹区 of the person, six digits; the first by default',
  },
  'cli.sandbox.code.province': {
    'zh-CN': '业务办理地的省份，两位；缺省为 13',
    en: 'the province where it is used, two digits; 13 by default',
  },
  'cli.sandbox.code.kind': { 'zh-CN': '哪一种二维码', en: 'what kind of code' },
  'cli.sandbox.space': {
    'zh-CN': '只涉及此名称的隔离空间（X-Nationec-Sandbox）',
    en: 'only the space of this name (X-Nationec-Sandbox)',
  },
  'cli.sandbox.seed': {
    'zh-CN':
      '随机数种子；从空白状态开始，相同种子与时钟得到相同结果；用 --database 时，二维码与令牌仍每次不同',
    en: 'where chance starts; forgets what was before, so that one seed and one clock give one outcome; with --database, codes and tokens still differ each time',
  },
  'cli.sandbox.start.examples': {
    'zh-CN':
      '示例：\n  nationec sandbox start\n  nationec sandbox start --port 0 --json   任选端口，供程序读取\n  nationec sandbox start --seed 7          可重复的运行',
    en: 'Examples:\n  nationec sandbox start\n  nationec sandbox start --port 0 --json   any free port, for a program\n  nationec sandbox start --seed 7          a run that can be repeated',
  },
  'cli.sandbox.code.examples': {
    'zh-CN':
      '示例：\n  nationec sandbox code\n  nationec sandbox code wang --kind expired   一个过期的二维码\n  nationec sandbox code 500003                总是得到应答 500003\n  nationec sandbox code ji --province 43      在湖南展示的二维码',
    en: 'Examples:\n  nationec sandbox code\n  nationec sandbox code wang --kind expired   a code that is too old\n  nationec sandbox code 500003                is always answered with 500003\n  nationec sandbox code ji --province 43      a code that is shown in Hunan',
  },
  'cli.sandbox.fault': {
    'zh-CN': '让指定的请求出错',
    en: 'make requests go wrong',
  },
  'cli.sandbox.fault.add': {
    'zh-CN': '设置一个故障',
    en: 'set a fault',
  },
  'cli.sandbox.fault.list': { 'zh-CN': '列出故障', en: 'list the faults' },
  'cli.sandbox.fault.remove': {
    'zh-CN': '移除一个故障',
    en: 'remove one fault',
  },
  'cli.sandbox.fault.clear': {
    'zh-CN': '移除全部故障',
    en: 'remove all faults',
  },
  'cli.sandbox.fault.id': {
    'zh-CN': '故障编号，见 fault list',
    en: 'its number, as fault list shows it',
  },
  'cli.sandbox.fault.kind': {
    'zh-CN': '故障种类，见下表；latencyMs 可与另一种并用',
    en: 'what goes wrong, see below; latencyMs may stand beside another',
  },
  'cli.sandbox.fault.kinds': {
    'zh-CN':
      '故障种类：\n  code=N            表 C.4 或任意返回码，例如 code=-6\n  http=N            网关的 HTTP 状态，400 至 599\n  latencyMs=N       延迟\n  cut=before        处理之前断开\n  cut=middle        应答到一半断开\n  cut=after         处理之后断开，没有应答\n  reset             连接被重置（RST）\n  hang              一直不应答\n  garble            无意义的字节\n  truncate          不完整的 JSON\n  gbk               以 GBK 代替 UTF-8\n  wrong-signature   签名不符\n  stale             时间戳过旧，签名正确\n  empty             HTTP 200，没有内容\n  tls=expired       另一端口，证书过期\n  tls=foreign       另一端口，他人的证书\n  tls=old           另一端口，最高 TLS 1.1\n  tls=none          另一端口，没有 TLS',
    en: 'Faults:\n  code=N            an entry of table C.4, or any number, such as code=-6\n  http=N            the status of a gateway, 400 to 599\n  latencyMs=N       a delay\n  cut=before        the connection ends before anything was done\n  cut=middle        it ends in the middle of the answer\n  cut=after         it ends when all was done, without an answer\n  reset             it is reset (RST)\n  hang              no answer at all\n  garble            bytes that mean nothing\n  truncate          JSON that ends too soon\n  gbk               GBK in place of UTF-8\n  wrong-signature   a signature that does not fit\n  stale             a timestamp of yesterday, rightly signed\n  empty             HTTP 200 with nothing in it\n  tls=expired       another port: the certificate has expired\n  tls=foreign       another port: the certificate of another machine\n  tls=old           another port: TLS 1.1 at most\n  tls=none          another port: no TLS',
  },
  'cli.sandbox.fault.examples': {
    'zh-CN':
      '示例：\n  nationec sandbox fault add code=-6 --count 3\n  nationec sandbox fault add latencyMs=70000 --trans-type ec.query\n  nationec sandbox fault add cut=after --probability 0.1\n  nationec sandbox fault list\n  nationec sandbox fault clear',
    en: 'Examples:\n  nationec sandbox fault add code=-6 --count 3\n  nationec sandbox fault add latencyMs=70000 --trans-type ec.query\n  nationec sandbox fault add cut=after --probability 0.1\n  nationec sandbox fault list\n  nationec sandbox fault clear',
  },
  'cli.sandbox.fault.route': {
    'zh-CN': '只对此地址（路径最后一段），例如 localQrCodeQuery',
    en: 'only at this address (the last part of its path), such as localQrCodeQuery',
  },
  'cli.sandbox.fault.trans-type': {
    'zh-CN': '只对此 transType',
    en: 'only for this transType',
  },
  'cli.sandbox.fault.term-id': {
    'zh-CN': '只对此终端备案号',
    en: 'only for the terminal with this 终端备案号',
  },
  'cli.sandbox.fault.org-id': {
    'zh-CN': '只对此机构',
    en: 'only for this institution',
  },
  'cli.sandbox.fault.probability': {
    'zh-CN': '发生的概率，例如 0.2',
    en: 'how likely it strikes, such as 0.2',
  },
  'cli.sandbox.fault.count': {
    'zh-CN': '发生多少次后自动移除',
    en: 'how often it strikes before it is gone',
  },
  'cli.sandbox.fault.wrong': {
    'zh-CN':
      '{fault} 不是故障：请选一种，或 latencyMs 加一种（nationec sandbox fault add --help）',
    en: '{fault} is no fault: give one, or latencyMs and one (nationec sandbox fault add --help)',
  },
  'cli.sandbox.fault.added': {
    'zh-CN': '已设置故障 #{id}',
    en: 'fault #{id} is set',
  },
  'cli.sandbox.fault.removed': {
    'zh-CN': '故障 #{id} 已移除',
    en: 'fault #{id} is removed',
  },
  'cli.sandbox.fault.none': {
    'zh-CN': '没有故障',
    en: 'no fault is set',
  },
  'cli.sandbox.fault.struck': {
    'zh-CN': '已发生 {struck} 次',
    en: 'struck {struck} times',
  },
  'cli.sandbox.clock': {
    'zh-CN': '沙箱的时钟',
    en: 'what time it is for the sandbox',
  },
  'cli.sandbox.clock.show': { 'zh-CN': '显示时间', en: 'show the time' },
  'cli.sandbox.clock.freeze': { 'zh-CN': '停住', en: 'let it stand still' },
  'cli.sandbox.clock.run': { 'zh-CN': '继续走', en: 'let it go on' },
  'cli.sandbox.clock.advance': { 'zh-CN': '拨快', en: 'move it forward' },
  'cli.sandbox.clock.set': { 'zh-CN': '设定时间', en: 'set it' },
  'cli.sandbox.clock.duration': {
    'zh-CN': '时长，例如 61s、5m、2h、1d',
    en: 'how far, such as 61s, 5m, 2h or 1d',
  },
  'cli.sandbox.clock.time': {
    'zh-CN': '时间，ISO 8601，例如 2026-02-28T23:59:59+08:00',
    en: 'the time in ISO 8601, such as 2026-02-28T23:59:59+08:00',
  },
  'cli.sandbox.clock.frozen': {
    'zh-CN': '{time}，停住',
    en: '{time}, standing still',
  },
  'cli.sandbox.clock.runs': { 'zh-CN': '{time}', en: '{time}' },
  'cli.sandbox.clock.examples': {
    'zh-CN':
      '示例：\n  nationec sandbox clock\n  nationec sandbox clock freeze\n  nationec sandbox clock advance 61s\n  nationec sandbox clock set 2026-02-28T23:59:59+08:00\n  nationec sandbox clock run',
    en: 'Examples:\n  nationec sandbox clock\n  nationec sandbox clock freeze\n  nationec sandbox clock advance 61s\n  nationec sandbox clock set 2026-02-28T23:59:59+08:00\n  nationec sandbox clock run',
  },
  'cli.sandbox.journal': {
    'zh-CN': '沙箱收到的请求及其解释',
    en: 'what the sandbox was asked, and why it answered so',
  },
  'cli.sandbox.journal.list': {
    'zh-CN': '列出最近的请求',
    en: 'list the latest requests',
  },
  'cli.sandbox.journal.follow': {
    'zh-CN': '继续显示新的请求',
    en: 'go on with new ones as they come',
  },
  'cli.sandbox.journal.show': {
    'zh-CN': '显示一个请求并解释',
    en: 'show one request and explain it',
  },
  'cli.sandbox.journal.replay': {
    'zh-CN': '把一个请求原样再发一次',
    en: 'send one request again as it was',
  },
  'cli.sandbox.journal.shown': {
    'zh-CN': '请求编号，见 journal list；不给则为最近一次',
    en: 'its number, as journal list shows it; the latest where left out',
  },
  'cli.sandbox.journal.id': {
    'zh-CN': '请求编号，见 journal list',
    en: 'its number, as journal list shows it',
  },
  'cli.sandbox.journal.none': {
    'zh-CN': '还没有请求',
    en: 'there were no requests yet',
  },
  'cli.sandbox.journal.examples': {
    'zh-CN':
      '示例：\n  nationec sandbox journal\n  nationec sandbox journal --follow\n  nationec sandbox journal show 3\n  nationec sandbox journal replay 3',
    en: 'Examples:\n  nationec sandbox journal\n  nationec sandbox journal --follow\n  nationec sandbox journal show 3\n  nationec sandbox journal replay 3',
  },
  'cli.sandbox.request.body': { 'zh-CN': '请求', en: 'request' },
  'cli.sandbox.request.answer': { 'zh-CN': '平台应答', en: 'answer' },
  'cli.sandbox.request.sent': {
    'zh-CN': '因故障实际发出',
    en: 'sent instead, by the fault',
  },
  'cli.sandbox.request.province': {
    'zh-CN': '以{name}下发的密钥核对，appId {appId}',
    en: 'checked by the keys that {name} gave to the appId {appId}',
  },
  'cli.sandbox.request.channel': {
    'zh-CN': '以渠道{name}的密钥核对，APPID {appId}',
    en: 'checked by the keys of the channel {name}, APPID {appId}',
  },
  'cli.sandbox.request.data': { 'zh-CN': '解密的 data', en: 'data' },
  'cli.sandbox.request.field': {
    'zh-CN': '现场惯例',
    en: 'practice of the field',
  },
  'cli.sandbox.request.expected': {
    'zh-CN': '应为 {expected}',
    en: 'expected {expected}',
  },
  'cli.sandbox.request.found': {
    'zh-CN': '实为 {found}',
    en: 'found {found}',
  },
  'cli.sandbox.reset': {
    'zh-CN':
      '清空：二维码、令牌、故障、请求、终端备案，时钟恢复；与其他沙箱共享的不动',
    en: 'forget codes, tokens, faults, requests and terminals, and set the clock right; what other sandboxes share is left alone',
  },
  'cli.sandbox.reset.done': { 'zh-CN': '已清空', en: 'all is new' },
  'cli.sandbox.issued-left': {
    'zh-CN':
      '二维码、授权码、令牌和已开始的激活未改动：它们由多个沙箱共享，或快照取自共享它们的沙箱',
    en: 'codes, tokens and activations under way are left as they are: they are shared with other sandboxes, or the snapshot was taken where they are',
  },
  'cli.sandbox.terminals-left': {
    'zh-CN': '终端备案不受影响：它由多个沙箱共享，或快照来自另一空间',
    en: 'terminals are left as they are: their registry is shared with other sandboxes, or the snapshot is of a space',
  },
  'cli.sandbox.reset.examples': {
    'zh-CN':
      '示例：\n  nationec sandbox reset\n  nationec sandbox reset --space test-1   只清空一个隔离空间',
    en: 'Examples:\n  nationec sandbox reset\n  nationec sandbox reset --space test-1   one space only',
  },
  'cli.sandbox.snapshot': {
    'zh-CN': '把沙箱此刻的状态存在一个名称下',
    en: 'keep the sandbox as it is now under a name',
  },
  'cli.sandbox.snapshot.save': { 'zh-CN': '存快照', en: 'take a snapshot' },
  'cli.sandbox.snapshot.load': {
    'zh-CN': '恢复到快照',
    en: 'make the sandbox what it was then',
  },
  'cli.sandbox.snapshot.remove': {
    'zh-CN': '删除快照',
    en: 'forget a snapshot',
  },
  'cli.sandbox.snapshot.list': {
    'zh-CN': '列出快照',
    en: 'list the snapshots',
  },
  'cli.sandbox.snapshot.name': { 'zh-CN': '名称', en: 'its name' },
  'cli.sandbox.snapshot.none': {
    'zh-CN': '没有快照',
    en: 'there are no snapshots',
  },
  'cli.sandbox.snapshot.facts': {
    'zh-CN': '{time}，{entries} 条记录，{faults} 个故障',
    en: '{time}, {entries} entries, {faults} faults',
  },
  'cli.sandbox.snapshot.examples': {
    'zh-CN':
      '示例：\n  nationec sandbox snapshot save before\n  nationec sandbox snapshot list\n  nationec sandbox snapshot load before',
    en: 'Examples:\n  nationec sandbox snapshot save before\n  nationec sandbox snapshot list\n  nationec sandbox snapshot load before',
  },
  'cli.sandbox.scenario': {
    'zh-CN': '按名称布置一种情景',
    en: 'set up a situation by its name',
  },
  'cli.sandbox.scenario.list': {
    'zh-CN': '列出情景',
    en: 'list the scenarios',
  },
  'cli.sandbox.scenario.run': {
    'zh-CN': '清空沙箱并布置情景',
    en: 'empty the sandbox and set a scenario up',
  },
  'cli.sandbox.scenario.name': {
    'zh-CN': '情景名称，见 scenario list',
    en: 'its name, as scenario list shows it',
  },
  'cli.sandbox.scenario.examples': {
    'zh-CN':
      '示例：\n  nationec sandbox scenario list\n  nationec sandbox scenario run two-provinces\n  nationec sandbox scenario run slow-platform --space test-1',
    en: 'Examples:\n  nationec sandbox scenario list\n  nationec sandbox scenario run two-provinces\n  nationec sandbox scenario run slow-platform --space test-1',
  },
} satisfies Record<string, Sentence>
