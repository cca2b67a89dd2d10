/**
 * The cryptography of the bundle on node.exe: the OpenSSL inside it, held to
 * the examples of GB/T 32918.5 and 32905.
 */
import t from 'tap'
import { packagePath } from '../../src/paths.js'
import {
  BITNESSES,
  bundle,
  lacking,
  startWindows,
  windowsPath,
} from './wine.js'

t.setTimeout(300_000)

const skip = lacking()

for (const bitness of BITNESSES) {
  t.test(`${bitness}: SM2 and SM3 on node.exe`, { skip }, async t => {
    const windows = await startWindows(t)
    const parameters = [
      packagePath('test/windows/gm-check.mjs'),
      bundle(bitness),
      packagePath('test/gm/vectors.json'),
    ].map(windowsPath)
    const node = bundle(bitness, 'node.exe')
    const { code, stdout, stderr } = await windows.run(node, parameters)
    t.equal(code, 0, stderr)
    t.strictSame(JSON.parse(stdout.toString()), {
      engine: 'openssl',
      verifies: true,
      refuses: true,
      signs: true,
      opens: true,
      sm3: true,
    })
  })
}
