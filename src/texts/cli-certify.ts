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
    'zh-CN': '超过多少秒算挂起（默认自带环境 15，其它 70）',
    en: 'seconds after which a call has hung (default: 15 where all is ours, else 70)',
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
      '示例：\n  nationec certify                                    检测本软件自己的动态库\n  nationec certify --library ./NationECCode.dll --url https://127.0.0.1:8443/localcfc/api/hsecfc/localQrCodeQuery\n  nationec certify --library ./libVendor.so --scanner-link /tmp/scanner\n  nationec certify --only query threads --html report.html --junit report.xml',
    en: 'Examples:\n  nationec certify                                    our own library\n  nationec certify --library ./NationECCode.dll --url https://127.0.0.1:8443/localcfc/api/hsecfc/localQrCodeQuery\n  nationec certify --library ./libVendor.so --scanner-link /tmp/scanner\n  nationec certify --only query threads --html report.html --junit report.xml',
  },
} satisfies Record<string, Sentence>
