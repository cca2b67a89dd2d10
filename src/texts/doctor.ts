/**
 * What nationec doctor finds.
 * @module
 */
import type { Sentence } from './index.js'

export const doctorTexts = {
  'doctor.node': { 'zh-CN': 'Node {version}', en: 'Node {version}' },
  'doctor.native': {
    'zh-CN': '本机组件已编译：{path}',
    en: 'native parts are built: {path}',
  },
  'doctor.native.bad': {
    'zh-CN': '本机组件无法加载（{reason}）：在项目目录运行 npm ci',
    en: 'native parts do not load ({reason}): run npm ci in the project',
  },
  'doctor.config': {
    'zh-CN': '配置文件：{path}',
    en: 'configuration: {path}',
  },
  'doctor.config.none': {
    'zh-CN': '没有配置文件：nationec config show > nationec.toml 后修改',
    en: 'no configuration file: nationec config show > nationec.toml, then edit',
  },
  'doctor.terminal': {
    'zh-CN': '终端备案号 {number}',
    en: 'filing number {number}',
  },
  'doctor.terminal.bad': {
    'zh-CN':
      '未配置终端备案号：运行 nationec terminal register 登记，或在 [terminal] filing_number 填写已有的备案号',
    en: 'no filing number: run nationec terminal register, or set filing_number under [terminal]',
  },
  'doctor.card': {
    'zh-CN': '访问 {url} 的网卡为 {interface} {mac}，地址 {ip}',
    en: 'card {interface} {mac} and address {ip} toward {url}',
  },
  'doctor.scanner': {
    'zh-CN': '扫码设备 {path} 可以打开',
    en: 'scanner {path} can be opened',
  },
  'doctor.scanner.none': {
    'zh-CN': '未配置扫码设备：在 [scanner] path 填写串口',
    en: 'no scanner: set path under [scanner]',
  },
  'doctor.scanner.bad': {
    'zh-CN': '{sentence}（{reason}）',
    en: '{sentence} ({reason})',
  },
  'doctor.platform': {
    'zh-CN': '允许的平台：{list}',
    en: 'platforms allowed: {list}',
  },
  'doctor.platform.none': {
    'zh-CN':
      '没有允许的平台：在 [[platforms]] 填写 url，或运行 nationec sandbox start',
    en: 'no platform is allowed: add [[platforms]], or run nationec sandbox start',
  },
  'doctor.daemon': {
    'zh-CN': '服务在 {socket} 运行（进程 {pid}）',
    en: 'the daemon serves {socket} (process {pid})',
  },
  'doctor.daemon.bad': {
    'zh-CN': '{socket} 上没有服务（{reason}）：运行 nationec daemon',
    en: 'no daemon at {socket} ({reason}): run nationec daemon',
  },
} satisfies Record<string, Sentence>
