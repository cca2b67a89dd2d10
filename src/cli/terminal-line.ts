/**
 * What the line to the registry says to a person at the command line.
 * @module
 */
import { RegistryRefusal } from '../terminal/registry-client.js'
import { Unanswered } from '../terminal/retry.js'
import { text } from '../texts/index.js'
import { CliError, EXIT } from './output.js'

/** What the client of the registry at `url` rejected with, for a person. */
export function asCliError(error: unknown, url: string): unknown {
  if (error instanceof RegistryRefusal) {
    const code = error.status === 401 ? EXIT.environment : EXIT.failed
    return new CliError(error.message, code)
  }
  if (!(error instanceof Unanswered)) return error
  const facts = { url, reason: error.message }
  return new CliError(text('cli.terminal.unreachable', facts))
}
