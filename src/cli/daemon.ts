/**
 * nationec daemon: serves calls in the foreground.
 * @module
 */
import { Command } from 'commander'
import { loadConfig } from '../config/load.js'
import { startDaemon } from '../daemon.js'
import { createLog } from '../log.js'
import { socketPath } from '../paths.js'
import { scannerNames } from '../scanner/wanted.js'
import { text } from '../texts/index.js'
import { wholeNumber } from './arguments.js'
import { CliError, print } from './output.js'
import type { SystemError } from './system-error.js'

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
      const daemon = await startDaemon(config, socket, log).catch(error => {
        throw explainSocket(error, socket)
      })
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.once(signal, daemon.stop)
      }
      if (idle) daemon.stopWhenIdle(idle * 1000)
      log.info(
        { config: path ?? null, scanner: scannerNames(config) },
        'started',
      )
      print(text('cli.daemon.ready', { socket }))
      await daemon.ended
      log.info('ended')
    })
}

const DENIED = ['EACCES', 'EPERM', 'EROFS']

/** Where there is no place of this user's own, it is to be chosen. */
function explainSocket(error: SystemError, socket: string): Error {
  const { code = '', path, address } = error
  const refused = path ?? address
  if (!refused || !DENIED.includes(code) || !socket.startsWith(refused))
    return error
  return new CliError(text('cli.daemon.no-socket', { socket, code }))
}
