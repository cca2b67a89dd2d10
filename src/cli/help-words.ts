/**
 * `help sandbox fault`: commander looks at the first of these words alone.
 * @module
 */
import type { Command } from 'commander'

/**
 * The words of a command line, where they begin with `help` put as --help
 * behind the command that is meant. Throws where there is no such command.
 */
export function helpWords(
  program: Command,
  words: readonly string[],
): readonly string[] {
  const path: string[] = []
  let command = program
  let asked = false
  for (const word of words) {
    const isGroup = command.commands.length > 0
    const next = command.commands.find(one => one.name() === word)
    if (next) {
      command = next
      path.push(word)
    } else if (!asked) {
      if (!isGroup || word !== 'help') return words
      asked = true
    } else if (isGroup && !word.startsWith('-')) {
      // In commander's words, which usage-words.ts knows. Left to itself it
      // would give the word to the command that a group has by default.
      command.error(`error: unknown command '${word}'`)
    } else break
  }
  return asked ? [...path, '--help'] : words
}
