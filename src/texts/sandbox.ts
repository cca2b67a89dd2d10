import type { Sentence } from './index.js'

export const sandboxTexts = {
  'sandbox.field': {
    'zh-CN':
      '缺少 {field}，或其值不是文本（XJ-D01-2019 表 A.2、A.4、A.6、B.3），请补全后重试',
    en: '{field} is missing or is no text (XJ-D01-2019, tables A.2, A.4, A.6, B.3): fill it in',
  },
  'sandbox.trans-type': {
    'zh-CN': '不支持的 transType，此地址受理 {known}',
    en: 'unknown transType: this address takes {known}',
  },
  'sandbox.amount': {
    'zh-CN': '{field} 应为以元为单位的金额文本，例如 "12.30"',
    en: '{field} is no amount: it must be text in yuan, such as "12.30"',
  },
  'sandbox.term-id': {
    'zh-CN':
      '终端未备案：termId 应为 20 位数字的终端备案号（XJ-D01-2019 2.8），请先登记终端',
    en: 'terminal not registered: termId is not the 20 digits of a filing number (XJ-D01-2019, 2.8): register the terminal',
  },
  'sandbox.body': {
    'zh-CN': '请求体不是 UTF-8 编码的 JSON 对象（XJ-D01-2019 表 A.1）',
    en: 'the body is no JSON object in UTF-8 (XJ-D01-2019, table A.1)',
  },
  'sandbox.content-type': {
    'zh-CN': 'Content-Type 应为 application/json（XJ-D01-2019 表 A.1）',
    en: 'Content-Type is not application/json (XJ-D01-2019, table A.1)',
  },
  'sandbox.body-too-long': {
    'zh-CN': '请求体超过 {bytes} 字节',
    en: 'the body is longer than {bytes} bytes',
  },
  'sandbox.store-away': {
    'zh-CN':
      '沙箱的数据库暂时无法访问，无法确认码或 TOKEN，未予受理：请稍后重试，若那时提示已使用，请重新出示；沙箱的管理者请检查数据库',
    en: 'the database of the sandbox cannot be reached, so no code or token was accepted: try again later, with a new code where this one is then said to be used; whoever runs the sandbox looks at its database',
  },
  'sandbox.route': {
    'zh-CN':
      '请使用 POST …/localcfc/api/hsecfc/localQrCodeQuery 或 …/localEcTokenCheck',
    en: 'no such address: POST …/localcfc/api/hsecfc/localQrCodeQuery or …/localEcTokenCheck',
  },
  'sandbox.person': {
    'zh-CN':
      '没有此演示人员，可用：{people}，或表 C.4 的任一返回码；全部见 nationec sandbox person list',
    en: 'no such demo person: use one of {people}, or any code of table C.4; nationec sandbox person list shows all',
  },
  'sandbox.kind': {
    'zh-CN': '没有此种二维码，可用：{kinds}',
    en: 'no such kind of code: use one of {kinds}',
  },
  'sandbox.host': {
    'zh-CN': '沙箱只能监听本机地址：请使用 127.0.0.1 或 ::1',
    en: 'the sandbox listens on the loopback interface only: use 127.0.0.1 or ::1',
  },
  'sandbox.port-taken': {
    'zh-CN':
      '端口 {port} 已被占用：请用 --port 换一个端口，或先停止占用它的程序',
    en: 'port {port} is taken: choose another with --port, or stop the program that holds it',
  },
  'sandbox.signature': {
    'zh-CN': '验签不通过：{slips}',
    en: 'the signature is wrong: {slips}',
  },
  'sandbox.qr': {
    'zh-CN': '二维码内容 text 应为 1 至 {max} 个字符',
    en: 'text, which the picture is to show, must have 1 to {max} characters',
  },
  'sandbox.foreign-host': {
    'zh-CN':
      '沙箱只接受以 127.0.0.1、[::1] 或 localhost 为地址的控制请求：请改用其中之一',
    en: 'the sandbox is directed as 127.0.0.1, [::1] or localhost only: use one of these addresses',
  },
  'sandbox.foreign-page': {
    'zh-CN':
      '其他网站的页面不能控制沙箱：请在沙箱自己的控制台 /console/ 中操作',
    en: 'a page of another origin may not direct the sandbox: use its own console at /console/',
  },
  'sandbox.app-id': {
    'zh-CN': '未知的 appId，沙箱只认 {known}',
    en: 'unknown appId: the sandbox knows {known}',
  },
} satisfies Record<string, Sentence>
