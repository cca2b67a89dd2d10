/**
 * The command line: one file a command, put together here.
 * @module
 */
import { readFileSync } from 'node:fs'
import { Command, CommanderError, type Help } from 'commander'
import { ConfigError } from '../config/problems.js'
import { packagePath } from '../paths.js'
import { systemLocale, text } from '../texts/index.js'
import { helpWords } from './help-words.js'
import { CliError, EXIT, styled } from './output.js'
import { systemSentence } from './system-error.js'
import { usageWords } from './usage-words.js'

/**
 * Each command by its name, loaded when it is asked for: where a library waits
 * for the daemon that it started, the sandbox's packages would keep it waiting.
 */
const COMMANDS: [name: string, load: () => Promise<Command>][] = [
  ['demo', async () => (await import('./demo.js')).demoCommand()],
  ['daemon', async () => (await import('./daemon.js')).daemonCommand()],
  ['status', async () => (await import('./status.js')).statusCommand()],
  ['stop', async () => (await import('./status.js')).stopCommand()],
  ['call', async () => (await import('./call.js')).callCommand()],
  ['certify', async () => (await import('./certify.js')).certifyCommand()],
  ['scanner', async () => (await import('./scanner.js')).scannerCommand()],
  ['sandbox', async () => (await import('./sandbox.js')).sandboxCommand()],
  ['terminal', async () => (await import('./terminal.js')).terminalCommand()],
  ['platform', async () => (await import('./platform.js')).platformCommand()],
  ['registry', async () => (await import('./registry.js')).registryCommand()],
  ['proxy', async () => (await import('./proxy.js')).proxyCommand()],
  ['envelope', async () => (await import('./envelope.js')).envelopeCommand()],
  ['keys', async () => (await import('./keys.js')).keysCommand()],
  ['journal', async () => (await import('./journal.js')).journalCommand()],
  ['config', async () => (await import('./config.js')).configCommand()],
  ['paths', async () => (await import('./paths.js')).pathsCommand()],
  ['doctor', async () => (await import('./doctor.js')).doctorCommand()],
]

/**
 * Runs the command line `argv`. Sets process.exitCode: 0 ok, 1 the call
 * failed, 2 usage, 3 environment. Never rejects.
 */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on('error', endQuietly)
  try {
    const words = argv.slice(2)
    const program = await createProgram(words.find(word => word !== 'help'))
    await program.parseAsync(helpWords(program, words), { from: 'user' })
  } catch (error) {
    process.exitCode = report(error)
  }
}

/** Who reads the output may have seen enough, as `head` does. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit()
}

/** With the command `name` alone, or with all where it is none of them. */
async function createProgram(name?: string): Promise<Command> {
  const program = new Command('nationec')
    .description(text('cli.description'))
    .version(version(), '-V, --version', text('cli.version'))
    .addHelpText('after', `\n${text('cli.examples')}`)
  const named = COMMANDS.filter(([own]) => own === name)
  const wanted = named.length > 0 ? named : COMMANDS
  for (const [, load] of wanted) program.addCommand(await load())
  for (const command of everyCommand(program)) {
    command.exitOverride().helpOption('-h, --help', text('cli.help'))
    if (command.commands.length > 0) {
      command.helpCommand('help [command]', text('cli.help'))
    }
    command.configureOutput({
      outputError: (message, write) => write(usageWords(message)),
    })
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
  const message = error instanceof Error ? error.message : String(error)
  const sentence = systemSentence(error) ?? message
  process.stderr.write(`${styled('red', 'nationec:')} ${sentence}\n`)
  if (error instanceof CliError) return error.exitCode
  return error instanceof ConfigError ? EXIT.usage : EXIT.environment
}

function version(): string {
  return JSON.parse(readFileSync(packagePath('package.json'), 'utf8')).version
}
