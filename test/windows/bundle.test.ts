/**
 * The bundle: what it has is what it needs, and whose that is.
 */
import { readdirSync, readFileSync } from 'node:fs'
import t from 'tap'
import { startScript } from './script.js'
import { BITNESSES, bundle, lacking, startWindows } from './wine.js'

t.setTimeout(300_000)

const skip = lacking()
const ARCHITECTURES = { x86: 'ia32', x64: 'x64' }

for (const bitness of BITNESSES) {
  t.test(
    `what has a binary of its own loads, ${bitness}`,
    { skip },
    async t => {
      const windows = await startWindows(t)
      const own = [bundle(bitness)]
      const running = await startScript(windows, bitness, 'load-packages', own)
      const { code, stdout, stderr } = await running.ended
      t.equal(code, 0, stderr)
      t.match(JSON.parse(stdout.toString()), {
        hid: 'function',
        koffi: Number,
        serial: 'function',
        terminal: 'function',
      })
    },
  )

  t.test(
    `nothing is in it for another system, ${bitness}`,
    { skip },
    async t => {
      const files = readdirSync(bundle(bitness), {
        recursive: true,
        encoding: 'utf8',
      })
      const binaries = files.filter(file => file.endsWith('.node'))
      const own = new RegExp(`win32[-_]${ARCHITECTURES[bitness]}|^${bitness}/`)
      t.ok(binaries.length >= 5)
      for (const file of binaries) t.match(file, own)
      t.strictSame(
        files.filter(file => /\.(ts|map|tsx|cc|h|c|gyp)$/.test(file)),
        ['native/NationECCode.h'],
      )
    },
  )

  t.test(`each of its packages is listed, ${bitness}`, { skip }, async t => {
    const list = readFileSync(bundle(bitness, 'THIRD-PARTY.txt'), 'utf8')
    const whole = readdirSync(bundle(bitness, 'node_modules'))
    const names = whole.filter(name => !name.startsWith('@'))
    for (const name of [...names, 'fastify', 'undici', 'zod', 'Node.js'])
      t.match(list, new RegExp(`^${name} [^\\n]*: .*[A-Z]`, 'm'))
  })
}

t.pass('HID devices are listed', {
  skip: 'Wine 8 has no CM_Get_Device_Interface_PropertyW, which hidapi asks for',
})
