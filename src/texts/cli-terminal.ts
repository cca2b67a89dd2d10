import type { Sentence } from './index.js'

/** What nationec terminal says. */
export const cliTerminalTexts = {
  'cli.terminal': {
    'zh-CN': '本终端的身份与备案',
    en: 'what this terminal is, and its registration',
  },
  'cli.terminal.examples': {
    'zh-CN':
      '示例：\n  nationec terminal show       本机与登记信息对照\n  nationec terminal register   登记并取得终端备案号\n  nationec terminal check      核对登记信息是否仍然属实',
    en: 'Examples:\n  nationec terminal show       this machine beside what is on file\n  nationec terminal register   apply, and get the filing number\n  nationec terminal check      whether what is on file is still true',
  },
  'cli.terminal.show': {
    'zh-CN': '对照显示本机与登记信息',
    en: 'show this machine beside what is on file',
  },
  'cli.terminal.register': {
    'zh-CN': '向电子凭证管理中心登记本终端，并把备案号写入配置文件',
    en: 'register this terminal, and write its number to the configuration',
  },
  'cli.terminal.register.examples': {
    'zh-CN':
      '示例：\n  nationec terminal register                       逐项询问\n' +
      '  nationec terminal register --type scan-gun --name 收费窗口1 --purpose 门诊收费 \\\n' +
      '    --terminal-version 1.0 --institution 某某医院 --org-id H99000000001 \\\n' +
      '    --developer 某某开发有限公司                   不询问\n' +
      '线路中断后再次运行即可继续，不会重复登记',
    en:
      'Examples:\n  nationec terminal register                       asks for each field\n' +
      '  nationec terminal register --type scan-gun --name "window 1" --purpose billing \\\n' +
      '    --terminal-version 1.0 --institution "a hospital" --org-id H99000000001 \\\n' +
      '    --developer "a company"                        asks for nothing\n' +
      'After the line broke run it again: it goes on, and nothing is registered twice',
  },
  'cli.terminal.check': {
    'zh-CN': '核对登记信息是否仍然属实；不属实时退出码为 1',
    en: 'whether what is on file is still true; exit code 1 where it is not',
  },
  'cli.terminal.accept': {
    'zh-CN': '确认本机现在的网卡和地址无误，今后以此为准',
    en: 'take card and address of this machine as right from now on',
  },
  'cli.terminal.list': {
    'zh-CN': '列出已登记的终端（需操作员令牌 NATIONEC_REGISTRY_TOKEN）',
    en: "list what is on file (an operator's token in NATIONEC_REGISTRY_TOKEN)",
  },
  'cli.terminal.search': {
    'zh-CN': '备案号、受理号、MAC、机构编号，或名称、单位的一部分',
    en: 'a number, a receipt, a MAC, an institution’s id, or part of a name',
  },
  'cli.terminal.state': { 'zh-CN': '只列此状态', en: 'only this state' },
  'cli.terminal.list.org-id': {
    'zh-CN': '只列此机构；默认为配置的 terminal.org_id',
    en: 'only this institution; by default terminal.org_id',
  },
  'cli.terminal.list.all': {
    'zh-CN': '所有机构',
    en: 'of every institution',
  },
  'cli.terminal.limit': { 'zh-CN': '最多多少条', en: 'how many at most' },
  'cli.terminal.none': {
    'zh-CN': '没有符合条件的终端',
    en: 'no terminal is like that',
  },
  'cli.terminal.more': {
    'zh-CN': '只显示前 {limit} 条：用 --limit 增加，或缩小范围',
    en: 'these are the first {limit}: raise --limit, or search',
  },
  'cli.terminal.interface': {
    'zh-CN': '以此网卡备案（名称或 MAC），并写入配置文件',
    en: 'the network card to register, by name or MAC; written to the configuration',
  },
  'cli.terminal.yes': {
    'zh-CN': '不经确认直接提交',
    en: 'send without asking',
  },
  'cli.terminal.wait': {
    'zh-CN': '最多等待审核多久，例如 10m；0s 表示不等',
    en: 'how long to wait for the review, such as 10m; 0s for not at all',
  },
  'cli.terminal.discard': {
    'zh-CN': '放弃上次尚未得到结果的申请',
    en: 'give up the application that has not been answered',
  },

  'cli.terminal.machine': { 'zh-CN': '本机', en: 'this machine' },
  'cli.terminal.registry': { 'zh-CN': '登记信息', en: 'on file' },
  'cli.terminal.ip': { 'zh-CN': 'IP 地址', en: 'IP address' },
  'cli.terminal.interfaces': { 'zh-CN': '网卡', en: 'interfaces' },
  'cli.terminal.toward': {
    'zh-CN': '用于访问 {url}',
    en: 'used toward {url}',
  },
  'cli.terminal.no-number': {
    'zh-CN': '本终端尚未备案：运行 nationec terminal register',
    en: 'not registered yet: run nationec terminal register',
  },
  'cli.terminal.no-registry': {
    'zh-CN':
      '不知道登记服务在哪里：在配置文件 [registry] url 填写，或在本机运行 nationec registry start 或 nationec sandbox start',
    en: 'no registry is known: set url under [registry], or run nationec registry start or nationec sandbox start on this machine',
  },
  'cli.terminal.unreachable': {
    'zh-CN':
      '无法访问登记服务 {url}（{reason}）：请检查网络和 [registry]，然后重新运行；不会重复登记',
    en: 'the registry at {url} does not answer ({reason}): check the line and [registry], and run it again; nothing is registered twice',
  },
  'cli.terminal.same': {
    'zh-CN': '终端 {number} 未变：网卡 {card}，IP {ip}',
    en: 'terminal {number} is what it was: card {card}, address {ip}',
  },
  'cli.terminal.left': {
    'zh-CN': '已取消，未提交任何内容',
    en: 'cancelled: nothing was sent',
  },
  'cli.terminal.may-be-empty': { 'zh-CN': '可留空', en: 'may be empty' },
  'cli.terminal.flags': {
    'zh-CN': '请用相应参数补充，见 nationec terminal register --help',
    en: 'give them as flags, see nationec terminal register --help',
  },
  'cli.terminal.confirm': { 'zh-CN': '提交？[Y/n] ', en: 'Send it? [Y/n] ' },
  'cli.terminal.pending': {
    'zh-CN':
      '上次的申请（{receipt}）内容不同，尚未得到结果：不带参数运行 nationec terminal register 继续，或加 --discard 放弃',
    en: 'another application ({receipt}) has not been answered: run nationec terminal register without flags to go on with it, or with --discard',
  },
  'cli.terminal.already': {
    'zh-CN': '本终端已备案：{number}',
    en: 'this terminal is registered already: {number}',
  },
  'cli.terminal.sending': {
    'zh-CN': '正在提交至 {url}',
    en: 'sending to {url}',
  },
  'cli.terminal.again': {
    'zh-CN': '{url} 暂无应答（{reason}），将重试',
    en: '{url} did not answer ({reason}), trying again',
  },
  'cli.terminal.in-review': {
    'zh-CN': '已受理（受理号 {receipt}），等待审核',
    en: 'received (receipt {receipt}), waiting for its review',
  },
  'cli.terminal.still-in-review': {
    'zh-CN':
      '仍在审核（受理号 {receipt}）：稍后再运行 nationec terminal register 取得备案号，不会重复登记',
    en: 'still in review (receipt {receipt}): run nationec terminal register again for the number; nothing is registered twice',
  },
  'cli.terminal.application.unsent': {
    'zh-CN':
      '已填写的申请尚未得到登记服务确认：再运行 nationec terminal register 即可继续，不会重复登记',
    en: 'the registry has not said yet that it has the application: run nationec terminal register again; nothing is registered twice',
  },
  'cli.terminal.application.waiting': {
    'zh-CN':
      '申请（受理号 {receipt}）自 {since} 起等待审核：可请管理中心审核；通过后运行 nationec terminal register 取得备案号，加 --discard 放弃申请',
    en: 'application {receipt} has waited for its review since {since}: ask the management centre for it, then run nationec terminal register for the number, or with --discard to give it up',
  },
  'cli.terminal.application.approved': {
    'zh-CN':
      '申请（受理号 {receipt}）已通过，备案号 {number}：运行 nationec terminal register 将其写入配置文件',
    en: 'application {receipt} is approved as {number}: run nationec terminal register, which writes it to the configuration',
  },
  'cli.terminal.application.rejected': {
    'zh-CN':
      '申请（受理号 {receipt}）被退回（{reason}）：运行 nationec terminal register --discard，更正后重新申请',
    en: 'application {receipt} was rejected ({reason}): correct it with nationec terminal register --discard',
  },
  'cli.terminal.application.unknown': {
    'zh-CN':
      '登记服务没有 {since} 提交的申请（受理号 {receipt}）：检查 [registry]，无误时运行 nationec terminal register 重新提交',
    en: 'the registry does not know application {receipt} of {since}: look at [registry]; if that is right, nationec terminal register sends it again',
  },
  'cli.terminal.application.away': {
    'zh-CN':
      '申请（受理号 {receipt}，{since} 提交）尚无结果，登记服务无应答（{reason}）：检查网络和 [registry]，然后运行 nationec terminal register',
    en: 'application {receipt} of {since} has had no answer, and the registry is not heard ({reason}): check the line and [registry], then run nationec terminal register',
  },
  'cli.terminal.rejected': {
    'zh-CN':
      '申请被退回（{reason}）：更正后重新运行 nationec terminal register',
    en: 'the application was rejected ({reason}): correct it, and run nationec terminal register again',
  },
  'cli.terminal.registered': {
    'zh-CN':
      '终端备案号 {number} 已写入 {path}；正在运行的服务须重新启动（nationec stop，nationec daemon）',
    en: 'registered as {number}, which stands in {path} now; start a running daemon again (nationec stop, nationec daemon)',
  },
} satisfies Record<string, Sentence>
