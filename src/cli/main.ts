/**
 * The command line: one file a command, put together here.
 * @module
 */
import { readFileSync } from 'node:fs'
import { Command, CommanderError, type Help } from 'commander'
import { ConfigError } from '../config/problems.js'
import { packagePath } from '../paths.js'
import { systemLocale, text } from '../texts/index.js'
import { callCommand } from './call.js'
import { configCommand } from './config.js'
import { daemonCommand, statusCommand, stopCommand } from './daemon.js'
import { demoCommand } from './demo.js'
import { doctorCommand } from './doctor.js'
import { envelopeCommand } from './envelope.js'
import { journalCommand } from './journal.js'
import { keysCommand } from './keys.js'
import { CliError, EXIT, styled } from './output.js'
import { pathsCommand } from './paths.js'
import { platformCommand } from './platform.js'
import { sandboxCommand } from './sandbox.js'
import { scannerCommand } from './scanner.js'

/**
 * Runs the command line `argv`. Sets process.exitCode: 0 ok, 1 the call
 * failed, 2 usage, 3 environment. Never rejects.
 */
export async function main(argv: readonly string[]): Promise<void> {
  const program = createProgram()
  process.stdout.on('error', endQuietly)
  try {
    await program.parseAsync(argv)
  } catch (error) {
    process.exitCode = report(error)
  }
}

/** Who reads the output may have seen enough, as `head` does. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit()
}

function createProgram(): Command {
  const program = new Command('nationec')
    .description(text('cli.description'))
    .version(version(), '-V, --version', text('cli.version'))
    .addHelpText('after', `\n${text('cli.examples')}`)
  for (const command of [
    demoCommand(),
    daemonCommand(),
    statusCommand(),
    stopCommand(),
    callCommand(),
    scannerCommand(),
    sandboxCommand(),
    platformCommand(),
    envelopeCommand(),
    keysCommand(),
    journalCommand(),
    configCommand(),
    pathsCommand(),
    doctorCommand(),
  ]) {
    program.addCommand(command)
  }
  for (const command of everyCommand(program)) {
    command.exitOverride().helpOption('-h, --help', text('cli.help'))
    if (command.commands.length > 0) {
      command.helpCommand('help [command]', text('cli.help'))
    }
    command.configureHelp({
      styleTitle: translateTitle,
    } satisfies Partial<Help>)
  }
  return program
}

function everyCommand(command: Command): Command[] {
  return [command, ...command.commands.flatMap(everyCommand)]
}

const TITLES: Record<string, string> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
}

/** commander writes these few words itself. */
function translateTitle(title: string): string {
  const local = systemLocale() === 'zh-CN' ? TITLES[title] : title
  return styled('bold', local ?? title)
}

function report(error: unknown): number {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? EXIT.ok : EXIT.usage
  }
  const sentence = error instanceof Error ? error.message : String(error)
  process.stderr.write(`${styled('red', 'nationec:')} ${sentence}\n`)
  if (error instanceof CliError) return error.exitCode
  return error instanceof ConfigError ? EXIT.usage : EXIT.environment
}

function version(): string {
  return JSON.parse(readFileSync(packagePath('package.json'), 'utf8')).version
}
