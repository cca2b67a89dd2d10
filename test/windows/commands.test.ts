/**
 * What a technician asks on Windows, by the bundle's own command, in the
 * language of the system.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { plugVirtualScanner } from '../../src/scanner/virtual.js'
import { type ComPort, plug } from './prefix.js'
import { startDaemon, startNode } from './terminal.js'
import { BITNESSES, lacking, startWindows, type Windows } from './wine.js'

t.setTimeout(600_000)

const skip = lacking()
const PORT: ComPort = 'COM17'

interface Finding {
  about: string
  well: boolean
  sentence: string
}

/** What `nationec doctor` finds with this scanner, by what it looked at. */
async function examine(windows: Windows, path: string) {
  const file = join(windows.folder, 'examined.toml')
  writeFileSync(file, `[scanner]\npath = '${path}'\n`)
  const parameters = ['doctor', '--json', '--config', file]
  const { code, stdout } = await startNode(windows, 'x64', parameters).ended
  const findings: Finding[] = JSON.parse(stdout.toString())
  return { code, found: new Map(findings.map(one => [one.about, one])) }
}

t.test('doctor examines a COM port', { skip }, async t => {
  const windows = await startWindows(t)
  const gun = plugVirtualScanner()
  t.teardown(() => gun.unplug())
  plug(PORT, gun.path)

  const good = await examine(windows, PORT)
  t.equal(good.code, 3, 'there is no daemon')
  t.match(good.found.get('native'), { well: true, sentence: 'x64' })
  t.match(good.found.get('scanner'), { well: true, sentence: PORT })
  t.match(good.found.get('daemon'), { well: false, sentence: windows.pipe })

  const absent = await examine(windows, 'COM99')
  t.match(absent.found.get('scanner'), {
    well: false,
    sentence: /COM99.*File not found/,
  })
  const pipe = await examine(windows, '\\\\.\\pipe\\no-such-machine')
  t.match(pipe.found.get('scanner'), { well: false, sentence: /ENOENT/ })
})

for (const bitness of BITNESSES) {
  t.test(`the daemon's commands, ${bitness}`, { skip }, async t => {
    const windows = await startWindows(t)
    const ask = async (...parameters: string[]) => {
      const ended = await startNode(windows, bitness, parameters).ended
      return { ...ended, said: ended.stdout.toString() }
    }
    const alone = await ask('status')
    t.equal(alone.code, 3)
    t.match(alone.stderr, windows.pipe)

    const config = join(windows.folder, 'nationec.toml')
    const daemon = await startDaemon(windows, bitness, {
      scanner: { path: PORT },
    })
    const status = await ask('status', '--json')
    t.equal(status.code, 0, status.stderr)
    t.match(JSON.parse(status.said), { socket: windows.pipe, scanner: PORT })

    const checked = await ask('config', 'check', config)
    t.equal(checked.code, 0, checked.stderr)
    const shown = await ask('config', 'show', '--config', config)
    t.match(shown.said, `path = "${PORT}"`)

    const paths = JSON.parse((await ask('paths', '--json')).said)
    t.equal(paths.socket, windows.pipe)
    for (const name of ['library', 'addon'])
      t.ok(existsSync(paths[name].slice(2).replaceAll('\\', '/')), paths[name])

    const stopped = await ask('stop')
    t.equal(stopped.code, 0, stopped.stderr)
    t.equal((await daemon.ended).code, 0)
  })
}
