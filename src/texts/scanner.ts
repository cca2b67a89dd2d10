import type { Sentence } from './index.js'

/** Scanners that cannot be used, and what mends it. */
export const scannerTexts = {
  'failure.scanner-none': {
    'zh-CN':
      '未找到扫码设备，请插好设备；若已插好，请运行 nationec scanner list 查看，并在配置文件 [scanner] 填写 path 或 usb',
    en: 'no scanner was found: plug one in; if it is, see nationec scanner list and set path or usb under [scanner]',
  },
  'failure.scanner-missing': {
    'zh-CN': '未插入扫码设备 {usb}，请检查连接',
    en: 'no scanner {usb} is attached: check that it is plugged in',
  },
  'failure.scanner-several': {
    'zh-CN':
      '符合条件的扫码设备不止一台（{list}），请在配置文件 [scanner] 用 usb、serial 或 path 指定',
    en: 'several scanners fit ({list}): say which one with usb, serial or path under [scanner]',
  },
  'failure.scanner-other': {
    'zh-CN': '{path} 上的设备是 {found}，不是配置的 {usb}，请检查连接或配置',
    en: '{path} is {found}, not {usb}: check the plug or the configuration',
  },
  'failure.scanner-mismatch': {
    'zh-CN':
      '{path} 属于 {found} 系列，不能发送 {driver} 的指令，请在配置文件 [scanner] 设置 driver = "auto"',
    en: '{path} is of the family {found} and is not told what {driver} would: set driver = "auto" under [scanner]',
  },
  'failure.scanner-keyboard': {
    'zh-CN':
      '扫码枪 {path} 处于键盘模式，在 Windows 上无法可靠读取，请将其切换为虚拟串口或 HID-POS 模式（设置码见 nationec scanner setup）',
    en: '{path} types like a keyboard, which Windows does not let one program read: switch it to a COM port or to HID-POS (see nationec scanner setup)',
  },
  'failure.scanner-portless': {
    'zh-CN':
      'USB 设备 {usb} 没有串口：系统缺少它的驱动，请安装厂商驱动（Linux 为内核模块 ch341、cp210x、ftdi_sio、pl2303 或 cdc_acm）',
    en: 'the USB device {usb} has no serial port: its driver is missing (on Linux the module ch341, cp210x, ftdi_sio, pl2303 or cdc_acm)',
  },
  'failure.scanner-held': {
    'zh-CN': '扫码设备 {path} 被其他程序占用，请关闭该程序后重试',
    en: '{path} is held by another program: close it',
  },
  'failure.scanner-held-by': {
    'zh-CN':
      '扫码设备 {path} 被程序 {program}（进程 {pid}）占用，请将其关闭后重试',
    en: '{path} is held by {program} (process {pid}): close it',
  },
  'failure.scanner-grabbed': {
    'zh-CN':
      '扫码设备 {path} 被系统程序 {program} 占用，它会抢占新插入的串口：请添加 nationec scanner setup 给出的 udev 规则，或停用 {program}',
    en: '{path} is taken by {program}, which lays hands on every new port: add the udev rule of nationec scanner setup, or remove {program}',
  },
  'failure.scanner-absent': {
    'zh-CN': '找不到扫码设备 {path}，请检查连接',
    en: '{path} does not exist: check that the scanner is plugged in',
  },
  'failure.scanner-denied': {
    'zh-CN':
      '无权打开扫码设备 {path}，请将服务用户加入 {group} 组（usermod -aG {group} 用户名）后重新登录，或添加 nationec scanner setup 给出的 udev 规则',
    en: 'no permission to open {path}: add the user to the group {group} (usermod -aG {group} USER) and log in again, or add the udev rule of nationec scanner setup',
  },
  'failure.scanner-unplugged': {
    'zh-CN': '扫码设备 {path} 已断开，请重新插好后再扫码',
    en: '{path} was unplugged: plug it in and scan again',
  },
  'failure.scanner-broken': {
    'zh-CN': '扫码设备 {path} 出错，请检查后重试',
    en: '{path} failed: check the scanner',
  },
} satisfies Record<string, Sentence>
