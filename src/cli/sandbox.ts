/**
 * nationec sandbox: the platform's side, on this machine.
 * @module
 */
import { Command, Option } from 'commander'
import { stringify } from 'smol-toml'
import { request } from 'undici'
import { connectionsTo } from '../platform/trust.js'
import { CODE_KINDS } from '../sandbox/issue-code.js'
import { loadKeys } from '../sandbox/keys.js'
import { people } from '../sandbox/people.js'
import { startSandbox } from '../sandbox/sandbox.js'
import {
  readEndpoint,
  type SandboxEndpoint,
  sandboxFolder,
} from '../sandbox-endpoint.js'
import { text } from '../texts/index.js'
import { portNumber } from './arguments.js'
import { CliError, EXIT, print, printJson, printTable } from './output.js'

/** Not privileged, and free on most machines. */
const SANDBOX_PORT = 8443

/** Where NationEcTrans's strUrl points in the sandbox. */
export const QUERY_PATH = '/localcfc/api/hsecfc/localQrCodeQuery'

/** The command `sandbox` with `start`, `config`, `person` and `code`. */
export function sandboxCommand(): Command {
  return new Command('sandbox')
    .description(text('cli.sandbox'))
    .addCommand(startCommand())
    .addCommand(configCommand())
    .addCommand(personCommand())
    .addCommand(codeCommand())
}

function startCommand(): Command {
  return new Command('start')
    .description(text('cli.sandbox.start'))
    .option('--port <n>', text('cli.sandbox.port'), portNumber, SANDBOX_PORT)
    .option('--json', text('cli.json'))
    .addHelpText('after', `\n${text('cli.sandbox.examples')}`)
    .action(async ({ port, json }: { port: number; json?: true }) => {
      const sandbox = await startSandbox({ port, folder: sandboxFolder() })
      const strUrl = `${sandbox.url}${QUERY_PATH}`
      const { fingerprint } = sandbox
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.once(signal, () => sandbox.close())
      }
      if (json) printJson({ strUrl, fingerprint })
      else print(text('cli.sandbox.ready', { strUrl, fingerprint }))
    })
}

/** What a terminal needs to speak to the running sandbox as to a platform. */
function configCommand(): Command {
  return new Command('config')
    .description(text('cli.sandbox.config'))
    .action(() => {
      const { url, fingerprint } = requireEndpoint()
      const { party, files } = loadKeys(sandboxFolder())
      const platform = {
        url: `${url}/`,
        pin: fingerprint,
        envelope: 'encrypted',
        app_id: party.appId,
        ...files,
      }
      print(stringify({ platforms: [platform] }).trimEnd())
    })
}

function personCommand(): Command {
  const list = new Command('list')
    .description(text('cli.sandbox.person.list'))
    .option('--json', text('cli.json'))
    .action(({ json }: { json?: true }) => {
      if (json) return printJson(people)
      printTable(
        people.map(({ id, userName, idNo, insuOrg }) => [
          id,
          `${userName}  ${idNo}  ${insuOrg}`,
        ]),
      )
    })
  return new Command('person')
    .description(text('cli.sandbox.person'))
    .addCommand(list)
}

function codeCommand(): Command {
  return new Command('code')
    .description(text('cli.sandbox.code'))
    .argument('[person]', text('cli.sandbox.code.person'))
    .addOption(
      new Option('--kind <kind>', text('cli.sandbox.code.kind'))
        .choices(CODE_KINDS)
        .default('medical'),
    )
    .action(async (person: string | undefined, { kind }: { kind: string }) => {
      print(await orderCode({ person, kind }))
    })
}

async function orderCode(order: {
  person: string | undefined
  kind: string
}): Promise<string> {
  const { url, fingerprint: pin } = requireEndpoint()
  const dispatcher = connectionsTo({ url, pin, caFile: '' })
  try {
    const { body } = await request(`${url}/sandbox/codes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(order),
      dispatcher,
    })
    const answer = (await body.json()) as { code: string; message?: string }
    if (answer.message) throw new CliError(answer.message, EXIT.usage)
    return answer.code
  } finally {
    await dispatcher.close()
  }
}

function requireEndpoint(): SandboxEndpoint {
  const endpoint = readEndpoint()
  if (endpoint) return endpoint
  throw new CliError(text('cli.sandbox.none'))
}
