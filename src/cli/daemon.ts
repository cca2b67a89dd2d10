/**
 * nationec daemon, status and stop.
 * @module
 */
import { Command } from 'commander'
import { askDaemon } from '../bridge/client.js'
import { loadConfig } from '../config/load.js'
import { type DaemonStatus, startDaemon } from '../daemon.js'
import { createLog } from '../log.js'
import { socketPath } from '../paths.js'
import { text } from '../texts/index.js'
import { wholeNumber } from './arguments.js'
import { CliError, EXIT, print, printJson, printTable } from './output.js'

interface DaemonOptions {
  config?: string
  /** Seconds. */
  idle?: number
}

/** The command `daemon`: runs in the foreground until it is stopped. */
export function daemonCommand(): Command {
  return new Command('daemon')
    .description(text('cli.daemon'))
    .option('--config <file>', text('cli.config.file'))
    .option('--idle <seconds>', text('cli.daemon.idle'), wholeNumber)
    .addHelpText('after', `\n${text('cli.daemon.examples')}`)
    .action(async ({ config: file, idle }: DaemonOptions) => {
      const { config, path } = loadConfig({ path: file })
      const log = createLog(config.log.level)
      const socket = socketPath()
      const daemon = await startDaemon(config, socket, log)
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.once(signal, daemon.stop)
      }
      if (idle) daemon.stopWhenIdle(idle * 1000)
      log.info(
        { config: path ?? null, scanner: config.scanner.path },
        'started',
      )
      print(text('cli.daemon.ready', { socket }))
      await daemon.ended
      log.info('ended')
    })
}

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
