/**
 * What commander itself says of a wrong command line, in the words of the
 * catalogue, which it cannot be given.
 * @module
 */
import { type TextKey, text } from '../texts/index.js'

/** Its own words; what stands behind them is one of ours. */
const WORDS: readonly [RegExp, TextKey][] = [
  [/^error: unknown command (?<name>'.*')/m, 'cli.usage.command'],
  [/^error: unknown option (?<name>'.*')/m, 'cli.usage.option'],
  [
    /^error: missing required argument (?<name>'.*')/m,
    'cli.usage.argument-missing',
  ],
  [
    /^error: option (?<name>'.*?') argument missing/m,
    'cli.usage.value-missing',
  ],
  [
    /^error: required option (?<name>'.*?') not specified/m,
    'cli.usage.option-missing',
  ],
  [
    /^error: too many arguments for (?<name>'.*?')\. Expected (?<max>\d+) arguments? but got (?<count>\d+)\./m,
    'cli.usage.too-many',
  ],
  [
    /^error: option (?<name>'.*?') argument (?<value>'.*?') is invalid\. ?/m,
    'cli.usage.option-value',
  ],
  [
    /^error: command-argument value (?<value>'.*?') is invalid for argument (?<name>'.*?')\. ?/m,
    'cli.usage.argument-value',
  ],
  [/Allowed choices are (?<choices>.*)\./, 'cli.usage.choices'],
  [/\(Did you mean (?:one of )?(?<names>.*)\?\)/, 'cli.usage.meant'],
]

/** `message` of commander, in the system's language. */
export function usageWords(message: string): string {
  return WORDS.reduce((said, [words, key]) => {
    const { 0: found, groups } = words.exec(said) ?? {}
    return found ? said.replace(found, () => text(key, groups)) : said
  }, message)
}
