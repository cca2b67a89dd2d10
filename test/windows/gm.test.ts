/**
 * The cryptography of the bundle on node.exe: the OpenSSL inside it, held to
 * the examples of GB/T 32918.5 and 32905.
 */
import t from 'tap'
import { packagePath } from '../../src/paths.js'
import { startScript } from './script.js'
import { BITNESSES, lacking, startWindows } from './wine.js'

t.setTimeout(300_000)

const skip = lacking()

for (const bitness of BITNESSES) {
  t.test(`${bitness}: SM2 and SM3 on node.exe`, { skip }, async t => {
    const windows = await startWindows(t)
    const vectors = packagePath('test/gm/vectors.json')
    const running = await startScript(windows, bitness, 'gm-check', [vectors])
    const { code, stdout, stderr } = await running.ended
    t.equal(code, 0, stderr)
    t.strictSame(JSON.parse(stdout.toString()), {
      engine: 'openssl',
      verifies: true,
      refuses: true,
      staysRight: true,
      signs: true,
      opens: true,
      sm3: true,
    })
  })
}
