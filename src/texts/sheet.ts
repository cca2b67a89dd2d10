import type { Sentence } from './index.js'

/** What is said of a sheet of terminals. */
export const sheetTexts = {
  'sheet.empty': {
    'zh-CN': '表格是空的：第一行应为表头，见 nationec terminal template',
    en: 'the sheet is empty: its first row is the heading, see nationec terminal template',
  },
  'sheet.too-large': {
    'zh-CN': '表格超过 {megabytes} MB：请拆分后分次导入',
    en: 'the sheet is larger than {megabytes} MB: divide it',
  },
  'sheet.inflates': {
    'zh-CN': '文件解压后超过 {megabytes} MB：请拆分，或把内容粘贴到新的工作簿',
    en: 'unpacked, the file is larger than {megabytes} MB: divide it, or paste its cells into a new workbook',
  },
  'sheet.too-many-rows': {
    'zh-CN': '表格超过 {max} 行：请拆分后分次导入',
    en: 'the sheet has more than {max} rows: divide it',
  },
  'sheet.too-many-to-write': {
    'zh-CN':
      '一张 XLSX 最多写 {max} 台终端：请改用 .csv（不限台数），或用 --org-id、--state 分几张导出',
    en: 'an XLSX holds at most {max} terminals: write a .csv, which has no limit, or several sheets by --org-id and --state',
  },
  'sheet.old-excel': {
    'zh-CN': '这是旧版 .xls 文件：请在 Excel 中另存为 .xlsx 或 CSV',
    en: 'this is an old .xls file: save it as .xlsx or CSV',
  },
  'sheet.utf-16': {
    'zh-CN': '文件为 UTF-16 编码：请另存为“CSV UTF-8”或 .xlsx',
    en: 'the file is UTF-16: save it as “CSV UTF-8” or .xlsx',
  },
  'sheet.not-csv': {
    'zh-CN': '第 {row} 行起不是正确的 CSV（{reason}）：请检查该行的引号',
    en: 'this is no CSV from row {row} on ({reason}): look at its quotes',
  },
  'sheet.not-xlsx': {
    'zh-CN': '不是可读的 .xlsx 文件（{reason}）：请用 Excel 打开并重新保存',
    en: 'this is no readable .xlsx file ({reason}): open and save it again',
  },
  'sheet.date-1904': {
    'zh-CN':
      '此工作簿使用 1904 年日期系统：请在 Excel“选项－高级”中取消后核对日期，或另存为 CSV',
    en: 'this workbook counts its dates from 1904: turn that off in Excel’s advanced options and look at the dates, or save it as CSV',
  },
  'sheet.several-sheets': {
    'zh-CN':
      '有多张工作表是终端表格（{names}）：请合并为一张，或各存一个文件分别导入',
    en: 'several sheets of this file list terminals ({names}): put them into one, or each into a file of its own',
  },
  'sheet.columns': {
    'zh-CN': '表头不符，见 nationec terminal template',
    en: 'the heading is wrong: see nationec terminal template',
  },
  'sheet.unknown-column': {
    'zh-CN': '第 {column} 列“{title}”不是表 1 的字段',
    en: 'column {column}, “{title}”, is no field of table 1',
  },
  'sheet.column-twice': {
    'zh-CN': '第 {column} 列“{title}”重复',
    en: 'column {column}, “{title}”, is there twice',
  },
  'sheet.column-missing': {
    'zh-CN': '缺少“{label}”列',
    en: 'the column “{label}” is missing',
  },
  'sheet.too-many-cells': {
    'zh-CN': '第 {column} 列没有表头，却有内容',
    en: 'column {column} has no heading, yet something stands in it',
  },
  'sheet.too-many-cells-at': {
    'zh-CN': '第 {column} 列超出表格范围，却有内容',
    en: 'column {column} is beyond the sheet, yet something stands in it',
  },
  'sheet.formula-at': {
    'zh-CN': '第 {column} 列是公式：请改为数值或文本',
    en: 'column {column} is a formula: put its value in its place',
  },
  'sheet.rounded-at': {
    'zh-CN':
      '第 {column} 列已被 Excel 当作数字存为 {value}，第 15 位以后的数字已丢失：请把该列设为“文本”格式后重新填写',
    en: 'column {column} was made a number by Excel, {value}, which has lost its digits behind the 15th: format the column as text and fill it in again',
  },
  'sheet.error-at': {
    'zh-CN': '第 {column} 列是 Excel 的错误值 {value}：请改为正确的内容',
    en: 'column {column} is an error of Excel, {value}: put the right value in its place',
  },
  'sheet.mixed': {
    'zh-CN': '此行为 UTF-8 编码，而文件为 GBK：请统一另存为“CSV UTF-8”',
    en: 'this row is UTF-8 and the file GBK: save all of it as “CSV UTF-8”',
  },
  'sheet.garbled': {
    'zh-CN': '此行既不是 UTF-8 也不是 GBK 编码：请在原表中核对后另存',
    en: 'this row is neither UTF-8 nor GBK: look at it where it came from, and save again',
  },
  'sheet.name': { 'zh-CN': '终端登记信息', en: 'terminals' },
  'sheet.rules': { 'zh-CN': '填写说明', en: 'rules' },

  'cli.terminal.import': {
    'zh-CN': '从 CSV 或 XLSX 表格导入终端：全部登记，或全部不登记',
    en: 'register the terminals of a CSV or XLSX sheet: all of them, or none',
  },
  'cli.terminal.import.file': {
    'zh-CN': '表格文件，CSV（UTF-8 或 GBK）或 XLSX',
    en: 'the sheet, CSV (UTF-8 or GBK) or XLSX',
  },
  'cli.terminal.import.examples': {
    'zh-CN':
      '示例：\n  nationec terminal template 终端.xlsx     空白表格\n  nationec terminal import 终端.xlsx       导入；有错时逐行列出，什么都不登记',
    en: 'Examples:\n  nationec terminal template terminals.xlsx     an empty sheet\n  nationec terminal import terminals.xlsx       each bad row is named, and then none is registered',
  },
  'cli.terminal.import.reading': { 'zh-CN': '读取并上传', en: 'reading' },
  'cli.terminal.import.row': {
    'zh-CN': '第 {row} 行：{sentence}',
    en: 'row {row}: {sentence}',
  },
  'cli.terminal.import.empty': {
    'zh-CN': '表头下面没有终端：每台终端填写一行',
    en: 'no terminal stands below the heading: fill in a row for each',
  },
  'cli.terminal.import.more': {
    'zh-CN': '只列出前 {count} 处问题，其后的行可能还有',
    en: 'these are the first {count} problems: there may be more behind them',
  },
  'cli.terminal.import.none': {
    'zh-CN': '发现 {count} 处问题，未登记任何终端：改正后再导入整张表',
    en: 'problems: {count}, so none is registered; mend them and import the whole sheet again',
  },
  'cli.terminal.import.done': {
    'zh-CN': '已登记 {count} 台终端',
    en: 'terminals registered: {count}',
  },
  'cli.terminal.export': {
    'zh-CN': '把终端导出为 CSV 或 XLSX 表格',
    en: 'write terminals to a CSV or XLSX sheet',
  },
  'cli.terminal.export.file': {
    'zh-CN': '要写的文件：.xlsx，其他扩展名写 CSV',
    en: 'the file to write: .xlsx, or CSV for any other name',
  },
  'cli.terminal.export.writing': { 'zh-CN': '下载并写入', en: 'writing' },
  'cli.terminal.export.done': {
    'zh-CN': '已把 {count} 台终端写入 {file}',
    en: 'terminals written to {file}: {count}',
  },
  'cli.terminal.export.there': {
    'zh-CN': '{file} 已存在：请换一个文件名',
    en: '{file} is there already: choose another name',
  },
  'cli.terminal.template': {
    'zh-CN': '写一张空白表格，供填写后导入',
    en: 'write an empty sheet, to fill in and import',
  },
  'cli.terminal.template.done': {
    'zh-CN': '空白表格在 {file}：填写后运行 nationec terminal import {file}',
    en: 'an empty sheet is in {file}: fill it in, then nationec terminal import {file}',
  },
} satisfies Record<string, Sentence>
