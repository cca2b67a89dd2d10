/**
 * nationec sandbox config: what a terminal needs to speak to the running
 * sandbox as to a platform.
 * @module
 */
import { Command } from 'commander'
import { sandboxFolder } from '../sandbox-endpoint.js'
import { text } from '../texts/index.js'
import { print } from './output.js'
import { requireEndpoint } from './sandbox-client.js'

/** The command `config`. */
export function configCommand(): Command {
  return new Command('config')
    .description(text('cli.sandbox.config'))
    .action(async () => {
      const { stringify } = await import('smol-toml')
      const { loadKeys } = await import('../sandbox/keys.js')
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
