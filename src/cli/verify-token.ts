/**
 * nationec platform verify-token: whether a token is valid and belongs to a
 * person (XJ-D01-2019, A.1.7), as a business system asks. What it asks about
 * comes from standard input and never from the command line, since every user
 * of a machine can read the arguments of its processes.
 * @module
 */
import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { writeBody } from '../call/body.js'
import { startDeadline } from '../call/deadline.js'
import { readInData } from '../call/in-data.js'
import { shapeReply } from '../call/reply-shape.js'
import { type Request, readRequest } from '../call/request.js'
import type { PlatformReply, Target } from '../call/rooms.js'
import { send } from '../call/send.js'
import { TOKEN_CHECK } from '../call/transactions.js'
import { loadConfig } from '../config/load.js'
import type { Config } from '../config/schema.js'
import { CHECK_PASSED } from '../dictionary/check-results.js'
import { asFailure, Failure } from '../failure.js'
import { allowedPlatforms } from '../platform/allow-list.js'
import { createPlatformClient } from '../platform/client.js'
import { systemLocale, text } from '../texts/index.js'
import { CliError, EXIT, print, printJson, styled } from './output.js'

interface Options {
  config?: string
  json?: true
}

/** The command `verify-token`; exit code 1 where the token is not valid. */
export function verifyTokenCommand(): Command {
  return new Command('verify-token')
    .description(text('cli.verify-token'))
    .argument('<strUrl>', text('cli.verify-token.url'))
    .option('--config <file>', text('cli.config.file'))
    .option('--json', text('cli.json'))
    .addHelpText('after', `\n${text('cli.verify-token.examples')}`)
    .action(async (strUrl: string, options: Options) => {
      const { config } = loadConfig({ path: options.config })
      const reply = await verify(config, strUrl).catch(thrown => {
        throw cliErrorOf(thrown)
      })
      const passed = reply.code === 0 && reply.data.flag === CHECK_PASSED
      if (options.json) printJson(reply)
      else show(reply, passed)
      if (!passed) process.exitCode = EXIT.failed
    })
}

async function verify(config: Config, strUrl: string): Promise<PlatformReply> {
  const client = createPlatformClient(() => allowedPlatforms(config))
  try {
    const target = client.target(strUrl)
    return await ask(target, readClaim(), config.call.deadline * 1000)
  } finally {
    await client.close()
  }
}

async function ask(
  target: Target,
  request: Request,
  deadlineMs: number,
): Promise<PlatformReply> {
  const { signal, stop } = startDeadline(deadlineMs)
  const { repeatable, reply: fields } = request.transaction
  try {
    const body = writeBody(request, undefined, undefined)
    const { reply } = await send(target, body, repeatable, signal)
    return shapeReply(reply, fields).reply
  } finally {
    stop()
  }
}

/** The four fields of table A.6. */
function readClaim(): Request {
  if (process.stdin.isTTY) {
    process.stderr.write(`${text('cli.verify-token.stdin')}\n`)
  }
  const { object } = readInData(readFileSync(0, 'utf8'))
  const asked = { transType: TOKEN_CHECK, data: object }
  return readRequest(JSON.stringify(asked))
}

/** What was asked for wrongly is a matter of usage. */
function cliErrorOf(thrown: unknown): CliError {
  const silent = thrown === 'deadline' && new Failure('platform-silent')
  const failure = silent || asFailure(thrown)
  const wrong = failure.code === -2 || failure.code === -5
  const exit = wrong ? EXIT.usage : EXIT.failed
  return new CliError(failure.sentence(systemLocale()), exit)
}

function show({ code, message }: PlatformReply, passed: boolean): void {
  if (code !== 0) print(styled('red', `${code} ${message}`))
  else if (passed) print(styled('green', text('cli.verify-token.passed')))
  else print(styled('red', text('cli.verify-token.failed')))
}
