/**
 * nationec doctor: what is wrong on this machine, and what mends it.
 * @module
 */
import { Command } from 'commander'
import { diagnose, type Finding } from '../doctor.js'
import { text } from '../texts/index.js'
import { EXIT, print, printJson, styled } from './output.js'

/** The command `doctor`; exit code 3 where something is wrong. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description(text('cli.doctor'))
    .option('--config <file>', text('cli.config.file'))
    .option('--json', text('cli.json'))
    .action(async ({ config, json }: { config?: string; json?: true }) => {
      const findings = await diagnose(config)
      if (json) printJson(findings)
      else print(findings.map(line).join('\n'))
      const well = findings.every(({ well }) => well)
      if (!well) process.exitCode = EXIT.environment
    })
}

function line({ well, sentence }: Finding): string {
  return `${well ? styled('green', '✓') : styled('red', '✗')} ${sentence}`
}
