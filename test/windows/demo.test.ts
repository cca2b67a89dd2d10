/**
 * The demo on Windows, from the bundle's folder by its own command.
 */
import t from 'tap'
import { windowsPath } from './prefix.js'
import { BITNESSES, bundle, lacking, startWindows } from './wine.js'

t.setTimeout(300_000)

const skip = lacking()

for (const bitness of BITNESSES) {
  t.test(`nationec.cmd demo, ${bitness}`, { skip }, async t => {
    const windows = await startWindows(t)
    const command = windowsPath(bundle(bitness, 'nationec.cmd'))
    const parameters = ['/c', command, 'demo', '--json']
    const { code, stdout, stderr } = await windows.run('cmd', parameters)
    t.equal(code, 0, stderr)
    const { returned, outData, steps } = JSON.parse(stdout.toString())
    t.equal(returned, '0000')
    t.match(outData, { code: 0, data: { userName: '张三' } })
    const facts = new Map(
      steps.map(({ step, facts }: { step: string; facts: object }) => [
        step,
        facts,
      ]),
    )
    t.match(facts.get('scanner'), { port: /^\\\\\.\\pipe\\/ })
    t.match(facts.get('program'), { file: `${bitness}\\pos.exe` })
  })
}
