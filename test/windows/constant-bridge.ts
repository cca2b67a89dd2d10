/**
 * Run by node.exe: serves a pipe with the bundle's bridge alone, so that many
 * calls measure the pipe and not the scanner.
 *
 *   constant-bridge.js BUNDLE PIPE
 * @module
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

type Server = typeof import('../../src/bridge/server.js')

const [, , bundle = '', pipe = ''] = process.argv
const file = join(bundle, 'dist/src/bridge/server.js')
const { listen }: Server = await import(pathToFileURL(file).href)

await listen(pipe, {
  deadlineMs: 60_000,
  control: () => ({}),
  onError: error => process.stderr.write(`${error}\n`),
  async trans({ inData }) {
    const { orgId } = JSON.parse(inData.toString())
    const outData = JSON.stringify({ code: 0, message: '', orgId, data: {} })
    const returned = Buffer.from('0000')
    return { code: 0, returned, outData: Buffer.from(outData) }
  },
})
process.stdout.write('ready\n')
