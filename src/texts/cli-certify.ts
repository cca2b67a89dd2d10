/**
 * What the command line says of certify.
 * @module
 */
import type { Sentence } from './index.js'

export const cliCertifyTexts = {
  'cli.certify': {
    'zh-CN': '检测一个导出 NationEcTrans 的动态库，给出引用条款的报告',
    en: 'try a library that exports NationEcTrans, with a report that quotes the clauses',
  },
  'cli.certify.program': {
    'zh-CN':
      '改为检测一个程序：{url}、{inData}、{inDataFile} 代表入参，程序须打印 OutData（其前可有一行返回值）',
    en: 'try a program instead: {url}, {inData} and {inDataFile} stand for the arguments; it prints OutData, what was returned on a line before it if it likes',
  },
  'cli.certify.wait': {
    'zh-CN': '不调用任何东西，检查到达沙箱的请求，直到 Ctrl-C 或 --deadline',
    en: 'call nothing: check the requests that arrive at the sandbox, until Ctrl-C or --deadline',
  },
  'cli.certify.waiting': {
    'zh-CN': '请让程序调用 {strUrl}\n可出示的二维码：{code}',
    en: 'have the program call {strUrl}\na code to show: {code}',
  },
  'cli.certify.arrived': {
    'zh-CN': '收到 {transType}',
    en: '{transType} arrived',
  },
  'cli.certify.no-url': {
    'zh-CN': '{url} 不是地址：--url 应为完整的 strUrl',
    en: '{url} is no address: --url is a whole strUrl',
  },
  'cli.certify.no-arrival': {
    'zh-CN':
      '没有收到 ec.query：请核对程序使用的地址，以及它是否信任沙箱的证书',
    en: "no ec.query arrived: check the address that the program uses, and that it trusts the sandbox's certificate",
  },
  'cli.certify.no-sandbox': {
    'zh-CN': '{strUrl} 处不是运行中的沙箱：--wait 需要沙箱来查看到达的请求',
    en: '{strUrl} is no running sandbox: --wait needs one to see what arrives',
  },
  'cli.certify.more': {
    'zh-CN': '另有 {count} 项不通过：见 --json、--html 或 --junit',
    en: '{count} more failed: see --json, --html or --junit',
  },
  'cli.certify.url': {
    'zh-CN':
      '已在运行的平台的 strUrl；默认自带沙箱。此时由人用被测库自己的扫码设备扫描终端上显示的二维码',
    en: "strUrl of a platform that runs already, in place of our own sandbox; a person then scans what is shown, with the library's own scanner",
  },
  'cli.certify.scanner-link': {
    'zh-CN': '在此路径接上虚拟扫码枪，供被测库自己的配置指向',
    en: "plug an emulated scanner in at this path, for the library's own configuration to name",
  },
  'cli.certify.scanner': {
    'zh-CN': '该虚拟扫码枪的型号',
    en: 'which scanner is emulated there',
  },
  'cli.certify.deadline': {
    'zh-CN': '超过多少秒算挂起（默认自带环境 20，其它 70）',
    en: 'seconds after which a call has hung (default: 20 where all is ours, else 70)',
  },
  'cli.certify.only': {
    'zh-CN': '只检测这些用例，或编号以其开头的用例',
    en: 'only these cases, or those whose id begins so',
  },
  'cli.certify.list': {
    'zh-CN': '列出用例而不检测',
    en: 'list the cases and try nothing',
  },
  'cli.certify.junit': {
    'zh-CN': '把报告写成 JUnit XML',
    en: 'write the report as JUnit XML',
  },
  'cli.certify.html': {
    'zh-CN': '把报告写成一个 HTML 页面',
    en: 'write the report as one HTML page',
  },
  'cli.certify.none': {
    'zh-CN': '没有这样的用例：用 nationec certify --list 查看',
    en: 'no such case: see nationec certify --list',
  },
  'cli.certify.skipped': {
    'zh-CN': '{count} 项未检测：{reason}',
    en: '{count} skipped: {reason}',
  },
  'cli.certify.examples': {
    'zh-CN':
      '示例：\n  nationec certify                                    检测本软件自己的动态库\n  nationec certify --library ./NationECCode.dll --url https://127.0.0.1:8443/localcfc/api/hsecfc/localQrCodeQuery\n  nationec certify --library ./libVendor.so --scanner-link /tmp/scanner --url https://127.0.0.1:8443/localcfc/api/hsecfc/localQrCodeQuery\n  nationec certify --program "./pos {url} @{inDataFile}"\n  nationec certify --only query threads --html report.html --junit report.xml',
    en: 'Examples:\n  nationec certify                                    our own library\n  nationec certify --library ./NationECCode.dll --url https://127.0.0.1:8443/localcfc/api/hsecfc/localQrCodeQuery\n  nationec certify --library ./libVendor.so --scanner-link /tmp/scanner --url https://127.0.0.1:8443/localcfc/api/hsecfc/localQrCodeQuery\n  nationec certify --program "./pos {url} @{inDataFile}"\n  nationec certify --only query threads --html report.html --junit report.xml',
  },
} satisfies Record<string, Sentence>
