import { once } from 'node:events'
import { createInterface } from 'node:readline'
import t, { type Test } from 'tap'
import { plugDevice } from '../../src/scanner/emulators/device.js'
import { MODELS } from '../../src/scanner/emulators/index.js'
import { shortFolder } from '../bridge/socket-caller.js'
import { exitOf, startCommand } from './run.js'

const CODE = '4243754826492874240001130000'

/** Watches a device of the family Newland until the test is over. */
async function watch(t: Test, ...options: string[]) {
  const device = plugDevice(MODELS.newland.family)
  t.teardown(() => device.unplug())
  const argv = ['scanner', 'watch', device.path, '--driver', 'newland']
  const folder = shortFolder(t)
  const started = await startCommand(t, [...argv, ...options], { folder })
  const { child, line } = started
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout })
  reader.on('line', more => lines.push(more))
  /** The first line in which `text` is. */
  async function lineWith(text: RegExp): Promise<string> {
    for (;;) {
      const found = lines.find(line => text.test(line))
      if (found) return found
      await once(reader, 'line')
    }
  }
  return { device, child, line, lineWith }
}

t.test('reads are shown as they come, without the code', async t => {
  const { device, child, line, lineWith } = await watch(t)
  t.match(line, `${device.path}  opened`)
  const read = lineWith(/ read /)
  device.show(CODE)
  t.match(await read, /4243…00 {2}medical, 28 characters/)
  const lost = lineWith(/ lost /)
  device.unplug()
  t.match(await lost, /unplugged/)
  child.kill('SIGINT')
  t.equal(await exitOf(child), 0)
})

t.test('for programs, and in full where that is asked for', async t => {
  const { device, child, line, lineWith } = await watch(
    t,
    ...['--json', '--show-codes'],
  )
  t.match(JSON.parse(line), { scanner: device.path, event: 'opened' })
  const read = lineWith(/"read"/)
  device.show(CODE)
  t.match(JSON.parse(await read), {
    ...{ event: 'read', kind: 'medical', length: 28, text: CODE },
    bytes: /0D$/,
  })
  child.kill('SIGTERM')
  t.equal(await exitOf(child), 0)
})
