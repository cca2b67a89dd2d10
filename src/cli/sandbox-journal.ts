/**
 * nationec sandbox journal: what the sandbox was asked, and why it answered
 * as it did.
 * @module
 */
import { Command } from 'commander'
import { EXPLAIN_MS_MAX } from '../envelope/explain-aside.js'
import {
  type RequestSummary,
  replayed,
  requestList,
  requestSummary,
  requestWhole,
} from '../sandbox/control/contract.js'
import { REPLAY_MS_MAX } from '../sandbox/control/replay.js'
import { SANDBOX_ANSWER_MS } from '../sandbox-client.js'
import { text } from '../texts/index.js'
import { wholeNumber } from './arguments.js'
import { CliError, EXIT, print, printJson, styled } from './output.js'
import {
  askSandbox,
  type DirectingOptions,
  directingCommand,
} from './sandbox-client.js'
import { followEvents } from './sandbox-events.js'
import { printRequest } from './sandbox-request.js'
import { chinaTime } from './time.js'

/** Fits a screen. */
const LIST_LIMIT = 20

interface ListOptions extends DirectingOptions {
  limit: number
  follow?: true
}

/** The command `journal` with `list`, `show` and `replay`. */
export function journalCommand(): Command {
  return new Command('journal')
    .description(text('cli.sandbox.journal'))
    .addCommand(listCommand(), { isDefault: true })
    .addCommand(showCommand())
    .addCommand(replayCommand())
    .addHelpText('after', `\n${text('cli.sandbox.journal.examples')}`)
}

function listCommand(): Command {
  return directingCommand('list', text('cli.sandbox.journal.list'))
    .option('--limit <n>', text('cli.journal.limit'), wholeNumber, LIST_LIMIT)
    .option('--follow', text('cli.sandbox.journal.follow'))
    .action(async (options: ListOptions) => {
      const path = `requests?limit=${options.limit}`
      const { requests } = await askSandbox({ path }, requestList, options)
      if (options.follow) return follow(requests, options)
      if (options.json) return printJson(requests)
      if (requests.length === 0) return print(text('cli.sandbox.journal.none'))
      for (const request of requests) print(lineOf(request))
    })
}

/** One line each, in either form, so that a program can read on. */
async function follow(
  requests: RequestSummary[],
  options: DirectingOptions,
): Promise<void> {
  const show = (request: RequestSummary) =>
    print(options.json ? JSON.stringify(request) : lineOf(request))
  requests.forEach(show)
  await followEvents(options, ({ type, data }) => {
    if (type === 'request') show(requestSummary.parse(data))
  })
}

function lineOf(request: RequestSummary): string {
  const { id, at, code, status, transType, route, orgId, ms, why } = request
  const outcome = String(code ?? (status || '-'))
  const what = transType || route
  const line = [
    `#${id}`.padEnd(6),
    chinaTime(at),
    outcome.padStart(6),
    `${ms.toFixed(1)} ms`.padStart(10),
    what,
    orgId,
    why,
  ].join('  ')
  return code === 0 ? line : styled('yellow', line)
}

function showCommand(): Command {
  return directingCommand('show', text('cli.sandbox.journal.show'))
    .argument('[id]', text('cli.sandbox.journal.shown'), wholeNumber)
    .action(async (id: number | undefined, options: DirectingOptions) => {
      const path = `requests/${id ?? (await latest(options))}`
      const answerMs = EXPLAIN_MS_MAX + SANDBOX_ANSWER_MS
      const asked = { path, answerMs }
      const request = await askSandbox(asked, requestWhole, options)
      if (options.json) printJson(request)
      else printRequest(request)
    })
}

async function latest(options: DirectingOptions): Promise<number> {
  const path = 'requests?limit=1'
  const { requests } = await askSandbox({ path }, requestList, options)
  const [request] = requests
  if (request) return request.id
  throw new CliError(text('cli.sandbox.journal.none'), EXIT.failed)
}

function replayCommand(): Command {
  return directingCommand('replay', text('cli.sandbox.journal.replay'))
    .argument('<id>', text('cli.sandbox.journal.id'), wholeNumber)
    .action(async (id: number, options: DirectingOptions) => {
      const path = `requests/${id}/replay`
      const answerMs = REPLAY_MS_MAX + SANDBOX_ANSWER_MS
      const order = { method: 'POST', path, body: {}, answerMs } as const
      const answer = await askSandbox(order, replayed, options)
      if (options.json) printJson(answer)
      else print(answer.body)
      if (answer.status === 0) process.exitCode = EXIT.failed
    })
}
