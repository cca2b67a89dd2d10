import type { Sentence } from './index.js'

/** What the registry of terminals says. */
export const registryTexts = {
  'registry.good': {
    'zh-CN': '终端已备案，在用',
    en: 'the terminal is registered and in use',
  },

  'registry.refusal.unregistered': {
    'zh-CN':
      '终端备案号 {number} 未登记（XJ-D01-2019 2.8、7.2.1.1）：请在该终端上运行 nationec terminal register，或检查配置中的 terminal.filing_number',
    en: 'filing number {number} is not registered (XJ-D01-2019, 2.8 and 7.2.1.1): run nationec terminal register on the terminal, or look at terminal.filing_number',
  },
  'registry.refusal.suspended': {
    'zh-CN':
      '终端 {number} 已被停用（{reason}）：请联系电子凭证管理中心，由其运行 nationec registry resume {number}',
    en: 'terminal {number} is suspended ({reason}): ask the management centre, which runs nationec registry resume {number}',
  },
  'registry.refusal.retired': {
    'zh-CN':
      '终端 {number} 已注销（{reason}），备案号不再使用：请运行 nationec terminal register 重新登记',
    en: 'terminal {number} is retired ({reason}) and its number is used no more: run nationec terminal register',
  },
  'registry.refusal.mac': {
    'zh-CN':
      '网卡 {mac} 与终端 {number} 登记的 MAC 地址不符：请在该终端上运行 nationec terminal check 核对；如已更换网卡，由管理中心运行 nationec registry change {number} --mac {mac}',
    en: 'card {mac} is not the one on file for terminal {number}: run nationec terminal check there; after a change of card the management centre runs nationec registry change {number} --mac {mac}',
  },
  'registry.refusal.ip': {
    'zh-CN':
      '地址 {ip} 与终端 {number} 绑定的 IP 不符：请运行 nationec terminal check 核对，或由管理中心运行 nationec registry change {number} --ip {ip}',
    en: 'address {ip} is not the one that terminal {number} is bound to: run nationec terminal check, or the management centre runs nationec registry change {number} --ip {ip}',
  },
  'registry.refusal.institution': {
    'zh-CN':
      '终端 {number} 不属于机构 {orgId}：请检查 orgId，或由管理中心运行 nationec registry transfer {number} --org-id {orgId} --institution 机构名称',
    en: 'terminal {number} is not of institution {orgId}: look at orgId, or the management centre runs nationec registry transfer {number} --org-id {orgId} --institution NAME',
  },
  'registry.refusal.away': {
    'zh-CN':
      '终端登记库暂时无法访问，无法确认终端：请稍后重试；管理中心请检查数据库',
    en: 'the registry cannot be reached, so no terminal can be confirmed: try again later; the management centre looks at its database',
  },

  'registry.error.not-found': {
    'zh-CN': '没有 {id}：请核对备案号或受理号（nationec registry list）',
    en: 'there is no {id}: look at the number or receipt with nationec registry list',
  },
  'registry.error.wrong-state': {
    'zh-CN': '终端处于 {state} 状态，不能 {action}',
    en: 'the terminal is {state}: it cannot {action}',
  },
  'registry.error.mac-taken': {
    'zh-CN':
      'MAC 地址 {mac} 已属于终端 {number}：请先注销该终端（nationec registry retire {number}），或更正 MAC',
    en: 'MAC {mac} is that of terminal {number}: retire that one first (nationec registry retire {number}), or correct the MAC',
  },
  'registry.error.key-reused': {
    'zh-CN': '此 Idempotency-Key 已用于另一份申请：新的申请请换一个',
    en: 'this Idempotency-Key was another application’s: take a new one for a new application',
  },
  'registry.error.too-many-waiting': {
    'zh-CN': '待审核的申请已达 {max} 份：请待管理中心审核后再提交',
    en: '{max} applications wait already: try again once some are reviewed',
  },
  'registry.error.operator-exists': {
    'zh-CN': '操作员 {name} 已存在，或曾经存在：请换一个名字',
    en: 'there is or was an operator {name}: choose another name',
  },
  'registry.error.operator-name': {
    'zh-CN': '操作员名应为 1 至 40 个字母、数字或汉字，可含 . _ -',
    en: 'an operator’s name is 1 to 40 letters or digits, also . _ -',
  },
  'registry.error.import-done': {
    'zh-CN': '该次导入已完成：请重新开始一次导入',
    en: 'this import is done: begin another',
  },
  'registry.error.import-rows': {
    'zh-CN': '一次最多导入 {max} 行：请拆分表格',
    en: 'an import has at most {max} rows: divide the sheet',
  },
  'registry.error.unauthorised': {
    'zh-CN':
      '缺少操作员令牌，或令牌无效：请设置 NATIONEC_REGISTRY_TOKEN；令牌由 nationec registry operator add 生成',
    en: 'the operator’s token is missing or nobody’s: set NATIONEC_REGISTRY_TOKEN; nationec registry operator add makes one',
  },
  'registry.error.busy': {
    'zh-CN': '同一终端正被他人修改：请重试',
    en: 'others are changing the same terminal: try again',
  },
  'registry.error.away': {
    'zh-CN': '登记库的数据库暂时不可用，未作任何改动：请稍后用同一请求重试',
    en: 'the database of the registry is away: try the same request again later',
  },
  'registry.error.body': {
    'zh-CN': '请求不合要求：{where} {problem}',
    en: 'the request is not as it must be: {where} {problem}',
  },
  'registry.error.key': {
    'zh-CN':
      '缺少 Idempotency-Key 请求头（8 至 100 个字母、数字或 . : _ -）：重发同一申请时用同一个值，才不会重复登记',
    en: 'the header Idempotency-Key is missing (8 to 100 letters, digits or . : _ -): the same for the same application sent again, so that it is not registered twice',
  },
  'registry.error.route': {
    'zh-CN': '没有此地址：见 GET /registry/openapi.json',
    en: 'no such address: see GET /registry/openapi.json',
  },
  'registry.error.unforeseen': {
    'zh-CN': '登记服务内部错误：请把日志交给开发者',
    en: 'the registry failed unforeseen: show its log to the developers',
  },

  'registry.import.twice': {
    'zh-CN': '{value} 与第 {first} 行重复',
    en: '{value} stands in row {first} already',
  },
  'registry.import.on-file': {
    'zh-CN': '{value} 已登记，属于终端 {number}',
    en: '{value} is on file already, of terminal {number}',
  },
} satisfies Record<string, Sentence>
