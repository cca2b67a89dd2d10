/**
 * What the sandbox's web console says.
 * @module
 */
import { consoleCentreTexts } from './console-centre.js'
import { consoleFaultTexts } from './console-faults.js'
import { consolePhoneTexts } from './console-phone.js'
import { consoleRequestTexts } from './console-requests.js'
import type { Sentence } from './index.js'

export const consoleTexts = {
  'console.start': { 'zh-CN': '概览', en: 'Overview' },
  'console.phone': { 'zh-CN': '手机', en: 'Phone' },
  'console.requests': { 'zh-CN': '请求', en: 'Requests' },
  'console.faults': { 'zh-CN': '故障与时钟', en: 'Faults and clock' },
  'console.terminals': { 'zh-CN': '终端备案', en: 'Terminals' },
  'console.plot': { 'zh-CN': '调用图表', en: 'Calls' },
  'console.menu': { 'zh-CN': '主菜单', en: 'Menu' },
  'console.skip': { 'zh-CN': '跳到正文', en: 'Skip to the page' },
  'console.no-script': {
    'zh-CN': '控制台需要 JavaScript，请在浏览器中启用',
    en: 'The console needs JavaScript: switch it on in this browser.',
  },
  'console.no-such-page': { 'zh-CN': '没有这个页面', en: 'No such page' },
  'console.no-such-page.what': {
    'zh-CN': '控制台没有这个地址：请检查写法，或从菜单选择。',
    en: 'The console has no page at this address: check how it is written, or choose one from the menu.',
  },
  'console.no-such-page.overview': {
    'zh-CN': '回到控制台概览',
    en: 'Go to the overview of the console',
  },
  'console.waiting': { 'zh-CN': '连接中', en: 'connecting' },
  'console.live': { 'zh-CN': '实时', en: 'live' },
  'console.lost': { 'zh-CN': '沙箱未响应', en: 'sandbox away' },
  'console.gone': {
    'zh-CN': '沙箱没有响应：请运行 nationec sandbox start 后重试',
    en: 'The sandbox does not answer: run nationec sandbox start, then try again.',
  },
  'console.copy': { 'zh-CN': '复制', en: 'Copy' },
  'console.copy-what': { 'zh-CN': '复制{what}', en: 'Copy {what}' },
  'console.copied': { 'zh-CN': '已复制{what}', en: 'Copied: {what}' },
  'console.no-answer': { 'zh-CN': '无应答', en: 'no answer' },
  'console.any': { 'zh-CN': '不限', en: 'any' },
  'console.none': { 'zh-CN': '无', en: 'none' },
  'console.remove': { 'zh-CN': '删除', en: 'Remove' },
  'console.people': { 'zh-CN': '人员', en: 'People' },
  'console.answered': { 'zh-CN': '已应答请求', en: 'Requests answered' },
  'console.faults-set': { 'zh-CN': '已设故障', en: 'Faults set' },
  'console.clock': { 'zh-CN': '时钟', en: 'Clock' },
  'console.clock-frozen': {
    'zh-CN': '{time}（已冻结）',
    en: '{time} (frozen)',
  },
  'console.space': { 'zh-CN': '空间', en: 'Space' },
  'console.space.common': { 'zh-CN': '公共', en: 'common' },
  'console.space.what': {
    'zh-CN': '每个空间各有请求、故障、时钟和人员，测试互不影响。',
    en: 'Each has its own requests, faults, clock and people, so that tests do not meet.',
  },
  'console.space.holds': {
    'zh-CN': '{requests} 个请求，{faults} 个故障',
    en: 'requests: {requests}, faults: {faults}',
  },
  'console.space.new': { 'zh-CN': '打开另一个空间…', en: 'Open another …' },
  'console.space.name': {
    'zh-CN': '名称或机构编号（英文字母、数字、. _ -）',
    en: 'Name, or an orgId (letters, digits, . _ -)',
  },
  'console.space.how': {
    'zh-CN':
      '这里是空间 {space}：请求带请求头 X-Nationec-Sandbox: {space}，或 orgId 为 {space}，就归入此空间。',
    en: 'This is the space {space}: requests come to it by the header X-Nationec-Sandbox: {space}, or by the orgId {space}.',
  },
  'console.command': { 'zh-CN': '命令', en: 'command' },
  'console.running': { 'zh-CN': '运行中', en: 'Running' },
  'console.next': { 'zh-CN': '接下来', en: 'Next' },
  'console.str-url-what': {
    'zh-CN': '把程序的 strUrl 指向这里：',
    en: 'Point the strUrl of your program here:',
  },
  'console.step.try': {
    'zh-CN': '先试一次：打开手机，按“扫这个码”，看 OutData。',
    en: 'Try it: open a phone, press "Scan this code", and see OutData.',
  },
  'console.step.gun': {
    'zh-CN': '插上一把虚拟扫码枪：在它的终端里输入一行，就是扫一次码。',
    en: 'Plug in a virtual gun: each line typed into its terminal is one scan.',
  },
  'console.step.daemon': {
    'zh-CN': '将以下内容存为 nationec.toml，启动服务。',
    en: 'Save this as nationec.toml and start the daemon.',
  },
  'console.step.call': {
    'zh-CN':
      '将以下内容存为 request.json，通过动态库发起调用；命令行或任意程序都可以。',
    en: 'Save this as request.json and call through the library, from the shell or any program.',
  },
  'console.step.phone': {
    'zh-CN': '打开手机，把二维码给枪扫（虚拟枪则粘贴文本）。',
    en: 'Open a phone and hold its code before the gun, or paste it as text.',
  },
  'console.step.requests': {
    'zh-CN': '看请求，以及为什么这样应答。',
    en: 'Watch the request arrive, and read why it was answered so.',
  },
  'console.step.faults': {
    'zh-CN': '设一个故障，看程序如何应对。',
    en: 'Break it: set a fault and see what your program does.',
  },
  'console.channels': { 'zh-CN': '应用渠道授权', en: 'Channels' },
  'console.platforms': { 'zh-CN': '各省平台', en: 'Platforms' },
  'console.ok': { 'zh-CN': '确定', en: 'OK' },
  'console.cancel': { 'zh-CN': '取消', en: 'Cancel' },
  'console.more': { 'zh-CN': '更多', en: 'More' },
  ...consoleFaultTexts,
  ...consolePhoneTexts,
  ...consoleRequestTexts,
  ...consoleCentreTexts,
} satisfies Record<string, Sentence>

/** A key of these. */
export type ConsoleTextKey = keyof typeof consoleTexts
