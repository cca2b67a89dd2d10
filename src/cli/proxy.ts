/**
 * nationec proxy: record what a library and a platform say, and replay it.
 * @module
 */
import { Command } from 'commander'
import { text } from '../texts/index.js'
import { recordCommand } from './proxy-record.js'
import { replayCommand } from './proxy-replay.js'

/** The command `proxy` with `record` and `replay`. */
export function proxyCommand(): Command {
  return new Command('proxy')
    .description(text('cli.proxy'))
    .addCommand(recordCommand())
    .addCommand(replayCommand())
}
