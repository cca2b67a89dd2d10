import type { Sentence } from './index.js'

/** What is registered of a terminal, and what may be wrong with it. */
export const terminalTexts = {
  'terminal.field.filingNumber': {
    'zh-CN': '终端备案号',
    en: 'filing number',
  },
  'terminal.field.name': { 'zh-CN': '终端的名称', en: 'name of the terminal' },
  'terminal.field.purpose': {
    'zh-CN': '终端的用途',
    en: 'purpose of the terminal',
  },
  'terminal.field.version': {
    'zh-CN': '终端的版本',
    en: 'version of the terminal',
  },
  'terminal.field.institution': {
    'zh-CN': '终端的使用单位',
    en: 'institution that uses it',
  },
  'terminal.field.developer': {
    'zh-CN': '终端的开发单位',
    en: 'company that made it',
  },
  'terminal.field.filedOn': { 'zh-CN': '系统备案日期', en: 'date of filing' },
  'terminal.field.mac': { 'zh-CN': '终端 MAC 地址', en: 'MAC address' },
  'terminal.field.type': { 'zh-CN': '受理端类型', en: 'kind of terminal' },
  'terminal.field.orgId': {
    'zh-CN': '定点医药机构编号',
    en: 'id of the institution',
  },

  'terminal.type.scan-gun': { 'zh-CN': '扫码枪', en: 'scan gun' },
  'terminal.type.scan-box': { 'zh-CN': '扫码墩', en: 'scan box' },
  'terminal.type.self-service': {
    'zh-CN': '自助服务终端',
    en: 'self-service terminal',
  },

  'terminal.state.applied': { 'zh-CN': '待审核', en: 'in review' },
  'terminal.state.rejected': { 'zh-CN': '已退回', en: 'rejected' },
  'terminal.state.active': { 'zh-CN': '在用', en: 'in use' },
  'terminal.state.suspended': { 'zh-CN': '停用', en: 'suspended' },
  'terminal.state.retired': { 'zh-CN': '注销', en: 'retired' },

  'terminal.aside.no-mac': {
    'zh-CN': '不计：没有物理地址',
    en: 'put aside: it has no MAC',
  },
  'terminal.aside.container': {
    'zh-CN': '不计：容器的虚拟网卡',
    en: 'put aside: of containers',
  },
  'terminal.aside.virtual-machine': {
    'zh-CN': '不计：虚拟机的虚拟网卡',
    en: 'put aside: of virtual machines',
  },
  'terminal.aside.tunnel': {
    'zh-CN': '不计：VPN 或隧道',
    en: 'put aside: a VPN or tunnel',
  },
  'terminal.aside.bluetooth': {
    'zh-CN': '不计：蓝牙',
    en: 'put aside: Bluetooth',
  },
  'terminal.aside.software-mac': {
    'zh-CN': '物理地址由软件指定',
    en: 'its MAC was made by software',
  },

  'terminal.missing': {
    'zh-CN': '缺少{label}（{field}）：应为{rule}',
    en: '{label} ({field}) is missing: it must be {rule}',
  },
  'terminal.invalid': {
    'zh-CN': '{label}（{field}）“{value}”不可用：应为{rule}',
    en: '{label} ({field}) cannot be "{value}": it must be {rule}',
  },
  'terminal.unknown': {
    'zh-CN': '没有 {field} 这一项；可填 {rule}',
    en: 'there is no field {field}: known are {rule}',
  },
  'terminal.rule.filingNumber': {
    'zh-CN': '20 位数字，由电子凭证管理中心分配',
    en: '20 digits, as the management centre gave them',
  },
  'terminal.rule.name': {
    'zh-CN': '终端内部名称，1 至 100 个字符，不换行',
    en: 'what the terminal is called, one line of 1 to 100 characters',
  },
  'terminal.rule.purpose': {
    'zh-CN': '终端用途的描述，1 至 200 个字符，不换行',
    en: 'what the terminal is for, one line of 1 to 200 characters',
  },
  'terminal.rule.version': {
    'zh-CN': 'X.Y 形式的版本号，至少包含大版本和小版本，例如 1.2',
    en: 'X.Y: at least a major and a minor number, such as 1.2',
  },
  'terminal.rule.institution': {
    'zh-CN': '终端所属机构名称，1 至 100 个字符，不换行',
    en: 'the name of the institution that uses it, one line of 1 to 100 characters',
  },
  'terminal.rule.developer': {
    'zh-CN': '开发单位的工商注册名称，1 至 100 个字符，不换行',
    en: "its developer's registered name, one line of 1 to 100 characters",
  },
  'terminal.rule.filedOn': {
    'zh-CN': '分配备案号的日期，例如 2019/05/01',
    en: 'the day on which the number was assigned, such as 2019/05/01',
  },
  'terminal.rule.mac': {
    'zh-CN':
      '网卡的物理地址，例如 f8:34:41:bd:e1:88，不能全为 0，也不能是组播地址',
    en: 'the address of a network card, such as f8:34:41:bd:e1:88; not all zero, not of a group',
  },
  'terminal.rule.type': {
    'zh-CN':
      'scan-gun（扫码枪）、scan-box（扫码墩）或 self-service（自助服务终端）',
    en: 'scan-gun, scan-box or self-service',
  },
  'terminal.rule.orgId': {
    'zh-CN': '不超过 40 个字母、数字，例如 P99000000001',
    en: 'up to 40 letters and digits, such as P99000000001',
  },
} satisfies Record<string, Sentence>
