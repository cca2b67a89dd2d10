/**
 * What commander itself says of a wrong command line, in the language of the
 * rest: it has no catalogue to be given.
 * @module
 */
import { systemLocale } from '../texts/index.js'

/** In the order of its own words; what stands behind is one of ours. */
const WORDS: readonly [RegExp, string][] = [
  [/^error: unknown command ('.*')/m, '错误：没有命令 $1'],
  [/^error: unknown option ('.*')/m, '错误：没有选项 $1'],
  [/^error: missing required argument ('.*')/m, '错误：缺少参数 $1'],
  [/^error: option ('.*?') argument missing/m, '错误：选项 $1 缺少值'],
  [/^error: required option ('.*?') not specified/m, '错误：须给出选项 $1'],
  [
    /^error: too many arguments for ('.*?')\. Expected (\d+) arguments? but got (\d+)\./m,
    '错误：$1 的参数过多：应为 $2 个，实为 $3 个',
  ],
  [
    /^error: option ('.*?') argument ('.*?') is invalid\. ?/m,
    '错误：选项 $1 的值 $2 不正确。',
  ],
  [
    /^error: command-argument value ('.*?') is invalid for argument ('.*?')\. ?/m,
    '错误：参数 $2 的值 $1 不正确。',
  ],
  [/Allowed choices are (.*)\./, '可用：$1'],
  [/\(Did you mean (?:one of )?(.*)\?\)/, '（是否想用 $1？）'],
]

/** `message` of commander for who reads the system's language. */
export function usageWords(message: string): string {
  if (systemLocale() !== 'zh-CN') return message
  return WORDS.reduce((said, [from, to]) => said.replace(from, to), message)
}
