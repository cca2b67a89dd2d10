/**
 * Nothing but Windows: the sandbox, the daemon and the caller under Wine, each
 * by the command line of the bundle.
 */
import t from 'tap'
import { Agent, request } from 'undici'
import { encodeText } from '../../src/charset.js'
import { plugVirtualScanner } from '../../src/scanner/virtual.js'
import { requestText } from '../field/harness.js'
import { plug } from './prefix.js'
import { seenBy, startCall, startDaemon, startNode } from './terminal.js'
import { lacking, startWindows, until } from './wine.js'

t.setTimeout(600_000)

const skip = lacking()
const PORT = 'COM13'

t.test('sandbox, daemon and caller on Windows', { skip }, async t => {
  const windows = await startWindows(t)
  const nationec = (...parameters: string[]) =>
    startNode(windows, 'x64', parameters)
  const sandbox = nationec('sandbox', 'start', '--port', '0', '--json')
  const { strUrl } = JSON.parse(
    await until(() => sandbox.printed(), 'the sandbox'),
  )

  const look = lookerAt(new URL('/', strUrl))
  const page = await look('console/')
  const files = [...page.matchAll(/(?:src|href)="(\/console\/files[^"]*)"/g)]
  t.ok(files.length > 1, 'the console has scripts and styles')
  for (const [, file = ''] of files) t.ok(await look(file), file)
  t.match(await look('console/qr?text=4248'), /^<svg/)

  const gun = plugVirtualScanner()
  t.teardown(() => gun.unplug())
  plug(PORT, gun.path)
  await startDaemon(windows, 'x64', {
    terminal: { filing_number: '99000000000000000001' },
    scanner: { path: PORT },
  })

  const inData = encodeText(requestText(), 'gb18030')
  const options = { bitness: 'x86', strUrl, inData } as const
  const running = await startCall(windows, options)
  await until(async () => {
    const status = await windows.command('status')
    return status?.waiting === 1 || status?.active === 1
  }, 'the call')
  const code = await nationec('sandbox', 'code', 'zhang').ended
  t.equal(code.code, 0, code.stderr)
  await gun.scan(code.stdout.toString().trim())
  t.equal(seenBy(await running.ended).returned, '0000')

  const listed = await nationec('journal', 'list', '--json').ended
  t.equal(JSON.parse(listed.stdout.toString()).length, 1)
  const shown = await nationec('journal', 'show').ended
  t.equal(shown.code, 0, shown.stderr)
  t.match(shown.stdout.toString(), /transType="ec\.query"[\s\S]*code=0/)
  const stopped = await nationec('stop').ended
  t.equal(stopped.code, 0, stopped.stderr)
})

/** Gets a page of the console; throws where there is none. */
function lookerAt(base: URL) {
  const dispatcher = new Agent({ connect: { rejectUnauthorized: false } })
  t.teardown(() => dispatcher.close())
  return async (path: string): Promise<string> => {
    const url = new URL(path, base)
    const { statusCode, body } = await request(url, { dispatcher })
    if (statusCode !== 200) throw new Error(`${url}: ${statusCode}`)
    return body.text()
  }
}
