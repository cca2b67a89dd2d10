/**
 * What the command line says of the registry of terminals.
 * @module
 */
import type { Sentence } from './index.js'

export const cliRegistryTexts = {
  'cli.registry': {
    'zh-CN': '终端登记（电子凭证管理中心一侧）：受理、审核、停用、注销、转移',
    en: "the management centre's side of terminals: review, suspend, retire, transfer",
  },
  'cli.registry.examples': {
    'zh-CN':
      '示例：\n  nationec registry start                                  启动登记服务\n  nationec registry operator add 李操作员                   新增操作员，显示其令牌\n  export NATIONEC_REGISTRY_TOKEN=…                         之后的命令以此身份执行\n  nationec registry list --state applied                   待审核的申请\n  nationec registry approve 受理号                          通过并分配备案号\n  nationec registry suspend 备案号 --reason 丢失            停用',
    en: 'Examples:\n  nationec registry start                                  serve the registry\n  nationec registry operator add li                        a new operator, and his token\n  export NATIONEC_REGISTRY_TOKEN=…                         who acts from here on\n  nationec registry list --state applied                   applications that wait\n  nationec registry approve RECEIPT                        approve, and assign the number\n  nationec registry suspend NUMBER --reason stolen         suspend',
  },
  'cli.registry.start': {
    'zh-CN': '在前台运行登记服务（HTTPS）',
    en: 'serve the registry in the foreground (HTTPS)',
  },
  'cli.registry.start.examples': {
    'zh-CN':
      '示例：\n  nationec registry start\n  nationec registry start --database postgres://nationec@127.0.0.1/registry --port 8445',
    en: 'Examples:\n  nationec registry start\n  nationec registry start --database postgres://nationec@127.0.0.1/registry --port 8445',
  },
  'cli.registry.port': {
    'zh-CN': '端口，0 表示任选一个空闲端口',
    en: 'port; 0 for one that is free',
  },
  'cli.registry.host': {
    'zh-CN': '监听的地址；0.0.0.0 表示所有网卡',
    en: 'address to listen on; 0.0.0.0 for all',
  },
  'cli.registry.database': {
    'zh-CN': '数据库：SQLite 文件的路径，或 postgres://用户:密码@主机/库名',
    en: 'path of a SQLite file, or postgres://user:password@host/database',
  },
  'cli.registry.review': {
    'zh-CN': '申请是否由操作员审核；automatic 表示立即通过',
    en: 'whether an operator reviews applications; automatic approves them at once',
  },
  'cli.registry.ready': {
    'zh-CN':
      'ready {url} 证书指纹 {fingerprint}\n操作员令牌：nationec registry operator add 姓名',
    en: 'ready {url} certificate {fingerprint}\nan operator’s token: nationec registry operator add NAME',
  },
  'cli.registry.unreachable': {
    'zh-CN': '无法访问登记服务 {url}（{reason}）：请检查地址、网络和证书指纹',
    en: 'the registry at {url} cannot be reached ({reason}): look at address, network and pin',
  },
  'cli.registry.operator': {
    'zh-CN': '操作员及其令牌（直接打开数据库）',
    en: 'operators and their tokens (opens the database itself)',
  },
  'cli.registry.operator.add': {
    'zh-CN': '新增操作员，显示其令牌（只显示一次）',
    en: 'add an operator and show his token, once',
  },
  'cli.registry.operator.list': {
    'zh-CN': '列出操作员',
    en: 'list operators',
  },
  'cli.registry.operator.removed': {
    'zh-CN': '操作员 {name} 的令牌已失效',
    en: '{name}’s token is good no more',
  },
  'cli.registry.operator.remove': {
    'zh-CN': '收回操作员的权限；其操作记录保留',
    en: "take an operator's right away; what he did stays on record",
  },
  'cli.registry.operator.name': {
    'zh-CN': '操作员名，会写入操作记录',
    en: "the operator's name, as the history has it",
  },
  'cli.registry.operator.token': {
    'zh-CN':
      '操作员 {name} 的令牌，只显示这一次：\n{token}\n请设置 NATIONEC_REGISTRY_TOKEN 后使用',
    en: "{name}'s token, shown this once:\n{token}\nset NATIONEC_REGISTRY_TOKEN to it",
  },
  'cli.registry.list': {
    'zh-CN': '列出终端和申请',
    en: 'list terminals and applications',
  },
  'cli.registry.list.state': {
    'zh-CN': '只列此状态',
    en: 'only those in this state',
  },
  'cli.registry.list.org-id': {
    'zh-CN': '只列此机构',
    en: 'only those of this institution',
  },
  'cli.registry.limit': { 'zh-CN': '最多几条', en: 'how many at most' },
  'cli.registry.list.none': {
    'zh-CN': '没有符合条件的终端',
    en: 'there is none like that',
  },
  'cli.registry.list.more': {
    'zh-CN': '还有更多，只显示了 {limit} 条：可用 --limit',
    en: 'there are more than {limit}: use --limit',
  },
  'cli.registry.show': {
    'zh-CN': '显示一台终端的登记信息',
    en: 'show what is on file of a terminal',
  },
  'cli.registry.id': { 'zh-CN': '备案号或受理号', en: 'number or receipt' },
  'cli.registry.history': {
    'zh-CN': '谁在何时做了什么',
    en: 'who did what when',
  },
  'cli.registry.history.who': {
    'zh-CN': '只列此操作员的操作',
    en: 'only what this operator did',
  },
  'cli.registry.reason': { 'zh-CN': '原因', en: 'why' },
  'cli.registry.approve': {
    'zh-CN': '审核通过，分配 20 位终端备案号',
    en: 'approve, and assign the 20-digit number',
  },
  'cli.registry.reject': { 'zh-CN': '退回申请', en: 'reject an application' },
  'cli.registry.suspend': { 'zh-CN': '停用', en: 'suspend' },
  'cli.registry.resume': { 'zh-CN': '恢复使用', en: 'resume' },
  'cli.registry.retire': {
    'zh-CN': '注销；备案号不再使用',
    en: 'retire for good; its number is used no more',
  },
  'cli.registry.change': {
    'zh-CN': '变更登记信息',
    en: 'change what is on file',
  },
  'cli.registry.change.ip': {
    'zh-CN': '绑定的 IP；any 表示不绑定',
    en: 'address that it is bound to; any for none',
  },
  'cli.registry.change.none': {
    'zh-CN': '没有要变更的项：见 nationec registry change --help',
    en: 'nothing to change: see nationec registry change --help',
  },
  'cli.registry.transfer': {
    'zh-CN': '转移到另一机构；备案号不变',
    en: 'give to another institution; it keeps its number',
  },
  'cli.sandbox.any-terminal': {
    'zh-CN': '未登记的终端备案号也受理',
    en: 'take requests of filing numbers that are not registered, too',
  },
  'cli.sandbox.away': {
    'zh-CN':
      '登记库无法访问时：remember 放行近期核对过的终端，refuse 全部拒绝，accept 全部放行',
    en: 'while the database of the registry is away: remember lets those go on that were good not long ago, refuse nobody, accept all',
  },
} satisfies Record<string, Sentence>
