/**
 * nationec call: load the library and call it, as a POS program does.
 * @module
 */
import { Command, Option } from 'commander'
import { libraryPath } from '../paths.js'
import { text } from '../texts/index.js'
import { wholeNumber } from './arguments.js'
import { type CallerCharset, loadLibrary, type Seen } from './library.js'
import { CliError, EXIT, print, printJson, styled } from './output.js'
import { readArgument } from './read-argument.js'

interface CallOptions {
  library: string
  charset: CallerCharset
  outBytes: number
  json?: true
}

/** The smallest buffer seen in the field. */
const OUT_BYTES = 2048

/** The command `call`; exit code 1 where the call was not answered "0000". */
export function callCommand(): Command {
  return new Command('call')
    .description(text('cli.call'))
    .argument('<strUrl>', text('cli.call.url'))
    .argument('<inData>', text('cli.call.in-data'))
    .option('--library <file>', text('cli.call.library'), libraryPath())
    .addOption(
      new Option('--charset <charset>', text('cli.call.charset'))
        .choices(['utf-8', 'gb18030'])
        .default('utf-8'),
    )
    .option(
      '--out-bytes <n>',
      text('cli.call.out-bytes'),
      wholeNumber,
      OUT_BYTES,
    )
    .option('--json', text('cli.json'))
    .addHelpText('after', `\n${text('cli.call.examples')}`)
    .action(async (strUrl: string, inData: string, options: CallOptions) => {
      const seen = await call(strUrl, readArgument(inData), options)
      show(seen, options)
      if (seen.returned !== '0000') process.exitCode = EXIT.failed
    })
}

async function call(
  strUrl: string,
  inData: string,
  { library, charset }: CallOptions,
): Promise<Seen> {
  const trans = loadLibrary(library, charset)
  const startedAt = Date.now()
  const tick = setInterval(() => {
    const seconds = Math.round((Date.now() - startedAt) / 1000)
    process.stderr.write(`\r${text('cli.call.waiting', { seconds })}`)
  }, 1000)
  if (!process.stderr.isTTY) clearInterval(tick)
  try {
    return await trans(strUrl, inData)
  } finally {
    clearInterval(tick)
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  }
}

function show(seen: Seen, { outBytes, json }: CallOptions): void {
  const { returned, outData, bytes } = seen
  if (json) printJson({ returned, outData: parse(outData), bytes })
  else {
    const style = returned === '0000' ? 'green' : 'red'
    print(styled(style, returned))
    print(outData ?? text('cli.call.garbled'))
  }
  if (bytes > outBytes) {
    const facts = { bytes, outBytes }
    throw new CliError(text('cli.call.overrun', facts), EXIT.failed)
  }
}

function parse(outData: string | undefined): unknown {
  try {
    return JSON.parse(outData ?? '')
  } catch {
    return outData ?? null
  }
}
