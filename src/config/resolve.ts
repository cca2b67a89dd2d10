/**
 * What the configuration leaves to the machine.
 * @module
 */
import { statePath } from '../paths.js'
import type { Config } from './schema.js'

/** Where the journal is: `journal.path`, else the state folder. */
export function journalPath(config: Config): string {
  return config.journal.path || statePath('journal.db')
}

/** The key that seals the journal; it stays when the journal is moved. */
export function journalKeyPath(): string {
  return statePath('journal.key')
}

/** What a caller gets whose request is pure ASCII (`reply.charset`). */
export function replyCharset(
  config: Config,
  platform: NodeJS.Platform = process.platform,
): 'utf-8' | 'gb18030' {
  const { charset } = config.reply
  if (charset !== 'auto') return charset
  return platform === 'win32' ? 'gb18030' : 'utf-8'
}
