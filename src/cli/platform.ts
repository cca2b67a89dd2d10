/**
 * nationec platform: try the way to a platform.
 * @module
 */
import { Command } from 'commander'
import { loadConfig } from '../config/load.js'
import { allowedPlatforms } from '../platform/allow-list.js'
import { pingPlatform } from '../platform/ping.js'
import type { PingFinding } from '../platform/ping-finding.js'
import { type AllowedPlatform, findTarget } from '../platform/targets.js'
import { text } from '../texts/index.js'
import { CliError, EXIT, print, printJson, styled } from './output.js'
import { verifyTokenCommand } from './verify-token.js'

/** The command `platform` with `ping` and `verify-token`. */
export function platformCommand(): Command {
  return new Command('platform')
    .description(text('cli.platform'))
    .addCommand(pingCommand())
    .addCommand(verifyTokenCommand())
}

/** Exit code 3 where something is wrong. */
function pingCommand(): Command {
  return new Command('ping')
    .description(text('cli.platform.ping'))
    .argument('[strUrl]', text('cli.platform.ping.url'))
    .option('--config <file>', text('cli.config.file'))
    .option('--json', text('cli.json'))
    .action(async (strUrl: string | undefined, options: PingOptions) => {
      const { config } = loadConfig({ path: options.config })
      const allowed = [...allowedPlatforms(config)]
      const seen = await Promise.all(
        targets(strUrl, allowed).map(async ({ url, platform }) => ({
          url: url.href,
          findings: await pingPlatform(url, platform),
        })),
      )
      if (options.json) printJson(seen)
      else for (const { url, findings } of seen) show(url, findings)
      const findings = seen.flatMap(({ findings }) => findings)
      const well = findings.every(({ well }) => well)
      if (!well) process.exitCode = EXIT.environment
    })
}

interface PingOptions {
  config?: string
  json?: true
}

function targets(strUrl: string | undefined, allowed: AllowedPlatform[]) {
  if (strUrl) return [findTarget(strUrl, allowed)]
  if (allowed.length === 0) throw new CliError(text('ping.none'))
  const all = allowed.map(({ url }) => findTarget(url, allowed))
  // The sandbox may stand in the configuration too, where it is signed for.
  return all.filter(({ platform }, at) => platform === allowed[at])
}

function show(url: string, findings: PingFinding[]): void {
  print(styled('bold', url))
  for (const { well, about, sentence } of findings) {
    const mark = well ? styled('green', '✓') : styled('red', '✗')
    print(`${mark} ${about.padEnd(9)}  ${sentence}`)
  }
}
