/**
 * nationec status and stop: what the daemon says of itself, and its end.
 * @module
 */
import { Command } from 'commander'
import { askDaemon } from '../bridge/client.js'
import type { DaemonStatus } from '../daemon.js'
import { socketPath } from '../paths.js'
import { text } from '../texts/index.js'
import { CliError, EXIT, print, printJson, printTable } from './output.js'

/** The command `status`. */
export function statusCommand(): Command {
  return new Command('status')
    .description(text('cli.status'))
    .option('--json', text('cli.json'))
    .action(async ({ json }: { json?: true }) => {
      const status = (await ask('status')) as DaemonStatus
      if (json) return printJson(status)
      printTable(
        Object.entries(status).map(([key, value]) => [key, String(value)]),
      )
    })
}

/** The command `stop`: returns when the daemon has been told. */
export function stopCommand(): Command {
  return new Command('stop').description(text('cli.stop')).action(async () => {
    await ask('stop')
    print(text('cli.stop.done'))
  })
}

async function ask(command: 'status' | 'stop'): Promise<object> {
  const socket = socketPath()
  const answer = (await askDaemon(socket, command)) as object | undefined
  if (!answer) throw new CliError(text('cli.no-daemon', { socket }))
  if ('error' in answer) {
    throw new CliError(text('cli.refused', { socket }), EXIT.failed)
  }
  return answer
}
