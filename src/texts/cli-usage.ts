/**
 * What the command line says of a wrong one, in the place of commander.
 * @module
 */
import type { Sentence } from './index.js'

export const cliUsageTexts = {
  'cli.usage.command': {
    'zh-CN': '错误：没有命令 {name}',
    en: 'error: unknown command {name}',
  },
  'cli.usage.option': {
    'zh-CN': '错误：没有选项 {name}',
    en: 'error: unknown option {name}',
  },
  'cli.usage.argument-missing': {
    'zh-CN': '错误：缺少参数 {name}',
    en: 'error: missing required argument {name}',
  },
  'cli.usage.value-missing': {
    'zh-CN': '错误：选项 {name} 缺少值',
    en: 'error: option {name} argument missing',
  },
  'cli.usage.option-missing': {
    'zh-CN': '错误：须给出选项 {name}',
    en: 'error: required option {name} not specified',
  },
  'cli.usage.too-many': {
    'zh-CN': '错误：{name} 的参数过多：应为 {max} 个，实为 {count} 个',
    en: 'error: too many arguments for {name}: expected {max}, got {count}',
  },
  'cli.usage.option-value': {
    'zh-CN': '错误：选项 {name} 的值 {value} 不正确。',
    en: 'error: option {name} argument {value} is invalid. ',
  },
  'cli.usage.argument-value': {
    'zh-CN': '错误：参数 {name} 的值 {value} 不正确。',
    en: 'error: command-argument value {value} is invalid for argument {name}. ',
  },
  'cli.usage.choices': {
    'zh-CN': '可用：{choices}',
    en: 'Allowed choices are {choices}.',
  },
  'cli.usage.meant': {
    'zh-CN': '（是否想用 {names}？）',
    en: '(Did you mean {names}?)',
  },
} satisfies Record<string, Sentence>
