import type { Sentence } from './index.js'

/** nationec scanner list, watch, test and setup. */
export const cliScannerTexts = {
  'cli.scanner.which': {
    'zh-CN': '串口、设备路径或 USB 编号（1eab:1d06）；不写则按配置文件',
    en: 'a port, a path or a USB id (1eab:1d06); else as configured',
  },
  'cli.scanner.driver': {
    'zh-CN': '设备的指令系列；不写则按配置文件',
    en: 'the commands that the device knows; else as configured',
  },
  'cli.scanner.list': {
    'zh-CN': '插着哪些设备、属于哪个系列、被谁占用、该怎么办',
    en: 'what is attached, of which family, who holds it, and what to do',
  },
  'cli.scanner.list.examples': {
    'zh-CN':
      '示例：\n  nationec scanner list\n  nationec scanner list --json\n退出码 3：没有一台可用的扫码设备',
    en: 'Examples:\n  nationec scanner list\n  nationec scanner list --json\nExit code 3: no scanner that a call could read',
  },
  'cli.scanner.list.nothing': {
    'zh-CN': '没有插着串口、HID 或键盘类设备',
    en: 'no serial port, HID scanner or keyboard is attached',
  },
  'cli.scanner.over.serial': { 'zh-CN': '串口', en: 'serial port' },
  'cli.scanner.over.hid': { 'zh-CN': 'HID-POS', en: 'HID-POS' },
  'cli.scanner.over.keyboard': {
    'zh-CN': '键盘，或键盘模式的扫码枪',
    en: 'keyboard, or a gun that types',
  },
  'cli.scanner.profile': {
    'zh-CN': '系列 {driver}（按 USB 编号）',
    en: 'family {driver}, by its USB id',
  },
  'cli.scanner.profile.unknown': {
    'zh-CN': '系列未知：若是扫码设备，须在配置文件写明 driver，否则不发指令',
    en: 'family unknown: if this is a scanner, set its driver, else it is told nothing',
  },
  'cli.scanner.untold': {
    'zh-CN':
      '此型号的指令未知，不向它发送任何内容，由它自行扫码（感应模式）。若其手册写有该系列的触发指令，请在 [scanner] 写 usb = "{id}" 和 driver（{drivers}）',
    en: 'the commands of this product are not known: it is told nothing and scans by itself (presentation mode). If its manual has them, set usb = "{id}" and driver ({drivers}) under [scanner]',
  },
  'cli.scanner.armed': {
    'zh-CN': '调用时会启用',
    en: 'a call arms it',
  },
  'cli.scanner.choose': {
    'zh-CN': '要使用它，请在配置文件 [scanner] 写 {key}',
    en: 'to use it, set {key} under [scanner]',
  },
  'cli.scanner.watch': {
    'zh-CN': '实时显示每次扫码，断开后自动重连；Ctrl+C 结束',
    en: 'show each read as it comes, and look again for a plug that was pulled; Ctrl+C ends',
  },
  'cli.scanner.watch.json': {
    'zh-CN': '每个事件输出一行 JSON',
    en: 'print each event as one line of JSON',
  },
  'cli.scanner.show-codes': {
    'zh-CN': '完整显示码值。码值属个人信息，默认只显示首尾',
    en: 'show codes in full. They are personal: only their ends are shown else',
  },
  'cli.scanner.watch.examples': {
    'zh-CN':
      '示例：\n  nationec scanner watch\n  nationec scanner watch /dev/ttyACM0 --driver newland\n  nationec scanner watch COM3 --json\n键盘模式的扫码枪在此期间不会向其他窗口输入',
    en: 'Examples:\n  nationec scanner watch\n  nationec scanner watch /dev/ttyACM0 --driver newland\n  nationec scanner watch COM3 --json\nA gun that types does not type elsewhere meanwhile',
  },
  'cli.scanner.waiting': { 'zh-CN': '等待扫码', en: 'waiting for a code' },
  'cli.scanner.event.opened': { 'zh-CN': '已打开', en: 'opened' },
  'cli.scanner.event.read': { 'zh-CN': '扫码', en: 'read' },
  'cli.scanner.event.cut': { 'zh-CN': '码不完整', en: 'cut off' },
  'cli.scanner.event.too-long': { 'zh-CN': '码过长', en: 'too long' },
  'cli.scanner.event.ack': { 'zh-CN': '接受指令', en: 'does as told' },
  'cli.scanner.event.nak': { 'zh-CN': '拒绝指令', en: 'refuses' },
  'cli.scanner.event.lost': { 'zh-CN': '不可用', en: 'lost' },
  'cli.scanner.facts': {
    'zh-CN': '{kind}，{length} 个字符，{ms} 毫秒',
    en: '{kind}, {length} characters, {ms} ms',
  },
  'cli.scanner.test': {
    'zh-CN': '打开、触发、读一个码、计时并给出结论',
    en: 'open, trigger, read one code, measure, and judge',
  },
  'cli.scanner.test.seconds': {
    'zh-CN': '最多等多少秒',
    en: 'seconds to wait for a code',
  },
  'cli.scanner.test.examples': {
    'zh-CN':
      '示例：\n  nationec scanner test\n  nationec scanner test COM3 --driver honeywell\n  nationec scanner test 1a86:7523 --driver r-cmd --json\n退出码：0 读到，1 没有读到，3 打不开',
    en: 'Examples:\n  nationec scanner test\n  nationec scanner test COM3 --driver honeywell\n  nationec scanner test 1a86:7523 --driver r-cmd --json\nExit code: 0 read, 1 not read, 3 cannot be opened',
  },
  'cli.scanner.test.opened': {
    'zh-CN': '{path} 已打开（{ms} 毫秒）',
    en: '{path} is open ({ms} ms)',
  },
  'cli.scanner.test.show': {
    'zh-CN': '请出示一个码',
    en: 'show it a code',
  },
  'cli.scanner.test.read': {
    'zh-CN': '读到 {text}：{kind}，{length} 个字符，末字节之后 {ms} 毫秒',
    en: 'read {text}: {kind}, {length} characters, {ms} ms after the last byte',
  },
  'cli.scanner.trigger.ack': {
    'zh-CN': '设备接受触发指令',
    en: 'the device obeys the trigger',
  },
  'cli.scanner.trigger.nak': {
    'zh-CN': '设备拒绝触发指令',
    en: 'the device refuses the trigger',
  },
  'cli.scanner.trigger.silent': {
    'zh-CN': '设备不回应触发指令',
    en: 'the device does not answer the trigger',
  },
  'cli.scanner.trigger.sent': {
    'zh-CN': '已发送触发指令（此系列不回应）',
    en: 'the trigger was sent (this family does not answer)',
  },
  'cli.scanner.trigger.none': {
    'zh-CN': '不发指令，设备自行扫码',
    en: 'it is told nothing and scans by itself',
  },
  'cli.scanner.advice.nak': {
    'zh-CN':
      '设备未处于主机触发模式，只能自行扫码：用其手册或 nationec scanner setup 的设置码切换',
    en: 'it is not in host mode and scans only by itself: switch it with the set-up code of its manual or of nationec scanner setup',
  },
  'cli.scanner.advice.silent': {
    'zh-CN':
      '系列或波特率不对：检查 driver 和 baud_rate；设备自行扫码时用 driver = "plain"',
    en: 'the family or the speed is wrong: check driver and baud_rate, or set driver = "plain" for a device that scans by itself',
  },
  'cli.scanner.advice.identifier': {
    'zh-CN': '码前带有 AIM 标识（如 ]Q1）：设置 strip = "aim"，或在设备上关闭',
    en: 'AIM\'s identifier (such as ]Q1) stands before the code: set strip = "aim", or switch it off in the device',
  },
  'cli.scanner.advice.end': {
    'zh-CN': '码后有结束符，不必等停顿：设置 suffix = "auto"',
    en: 'a line end follows the code, so silence need not be waited for: set suffix = "auto"',
  },
  'cli.scanner.advice.no-end': {
    'zh-CN': '码后没有结束符：将设备的结束符设为回车，或设置 suffix = "none"',
    en: 'no line end follows the code: have the device add CR, or set suffix = "none"',
  },
  'cli.scanner.advice.garbled': {
    'zh-CN': '读到的不是文本：检查 baud_rate 和 driver',
    en: 'what came is no text: check baud_rate and driver',
  },
  'cli.scanner.verdict.good': { 'zh-CN': '结论：可用', en: 'verdict: good' },
  'cli.scanner.verdict.bad': {
    'zh-CN': '结论：请按以上提示处理',
    en: 'verdict: see above',
  },
  'cli.scanner.setup': {
    'zh-CN': '显示设备的 udev 规则和设置码（二维码）；不会向设备发送任何内容',
    en: 'print the udev rule and the set-up codes of a device; nothing is sent to it',
  },
  'cli.scanner.setup.family': {
    'zh-CN': '哪个系列的设置码；不写则为插着的各台',
    en: 'whose set-up codes; else those of what is attached',
  },
  'cli.scanner.setup.examples': {
    'zh-CN':
      '示例：\n  nationec scanner setup\n  nationec scanner setup ssi\n  nationec scanner setup --json',
    en: 'Examples:\n  nationec scanner setup\n  nationec scanner setup ssi\n  nationec scanner setup --json',
  },
  'cli.scanner.setup.nothing': {
    'zh-CN': '没有插着 USB 扫码设备；要看某系列的设置码，请写明系列',
    en: 'no scanner is attached by USB; name a family to see its set-up codes',
  },
  'cli.scanner.setup.rules': {
    'zh-CN': '将以下内容存为 {file}：',
    en: 'put this into {file}:',
  },
  'cli.scanner.setup.reload': {
    'zh-CN':
      '然后运行 udevadm control --reload，再重新插拔。若 brltty 抢占串口：systemctl mask --now brltty-udev.service，或卸载 brltty',
    en: 'then run udevadm control --reload and plug it in again. Where brltty takes ports: systemctl mask --now brltty-udev.service, or remove brltty',
  },
  'cli.scanner.setup.manual': {
    'zh-CN':
      '在手册中找：接口设为 USB 虚拟串口（COM、CDC）或 HID-POS；结束符设为回车；触发方式设为主机（指令）触发。以下为已公开且为纯文本的设置码：',
    en: 'Look in its manual for: interface USB COM (CDC) or HID-POS, suffix CR, trigger by the host (serial command). Set-up codes that are published, and plain text:',
  },
  'cli.scanner.setup.none': {
    'zh-CN':
      '没有：此系列的设置码只能从手册中扫，见其中“接口（USB 虚拟串口或 HID-POS）”“结束符（后缀）”“触发（读码）模式”三章',
    en: 'none: those of this family can be scanned from its manual only, from the chapters on the interface (USB COM or HID-POS), the suffix (terminator) and the trigger (scan) mode',
  },
  'cli.scanner.setup.serial': {
    'zh-CN':
      '已公开的串口设置指令（十六进制；本程序不会发送，可用串口调试工具发送，设置掉电不丢）：',
    en: 'Set-up commands over the serial line that are published (in hexadecimal; not sent by this program, but by any terminal program; they are kept without power):',
  },
  'cli.scanner.setup.commands': {
    'zh-CN': '允许指令设置',
    en: 'take commands',
  },
  'cli.scanner.setup.begin': { 'zh-CN': '开始设置', en: 'begin' },
  'cli.scanner.setup.com': {
    'zh-CN': 'USB 虚拟串口',
    en: 'USB COM port',
  },
  'cli.scanner.setup.host': {
    'zh-CN': '由主机触发',
    en: 'triggered by the host',
  },
  'cli.scanner.setup.cr': { 'zh-CN': '结束符 CR', en: 'suffix CR' },
  'cli.scanner.setup.crlf': { 'zh-CN': '结束符 CRLF', en: 'suffix CRLF' },
  'cli.scanner.setup.end': {
    'zh-CN': '结束设置，此后不再接受设置码',
    en: 'end, and take no more set-up codes',
  },
  'cli.scanner.setup.factory': {
    'zh-CN': '恢复出厂设置（仅在需要时）',
    en: 'factory settings, only where needed',
  },
} satisfies Record<string, Sentence>
