/**
 * Run by node.exe: `constant-bridge PIPE` serves a pipe with the bridge alone,
 * so that many calls measure the pipe and not the scanner.
 * @module
 */
import { listen } from '../../src/bridge/server.js'

const [, , pipe = ''] = process.argv

await listen(pipe, {
  deadlineMs: 60_000,
  control: () => ({}),
  onError: error => void process.stderr.write(`${error}\n`),
  async trans({ inData }) {
    const { orgId } = JSON.parse(inData.toString())
    const outData = JSON.stringify({ code: 0, message: '', orgId, data: {} })
    const returned = Buffer.from('0000')
    return { code: 0, returned, outData: Buffer.from(outData) }
  },
})
process.stdout.write('ready\n')
