/**
 * Programs in Pascal, with Delphi's declaration, in both bitnesses.
 */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { decodeText, encodeText } from '../../src/charset.js'
import { requestText } from '../field/harness.js'
import { compilePascal, lackingPascal } from './pascal.js'
import { windowsPath } from './prefix.js'
import { startTerminal } from './terminal.js'
import { BITNESSES, bundle, lacking } from './wine.js'

/** Node starts once under Wine, and a runtime library is compiled twice. */
t.setTimeout(300_000)

const skip = lacking() || lackingPascal()

t.test('Free Pascal', { skip }, async t => {
  const { windows, strUrl, show } = await startTerminal(t, 'COM14')
  const inData = join(windows.folder, 'in-data')
  writeFileSync(inData, encodeText(requestText(), 'gb18030'))

  for (const bitness of BITNESSES) {
    t.test(`a static import, ${bitness}`, async t => {
      const folder = join(windows.folder, bitness)
      mkdirSync(folder)
      const library = bundle('x64', bitness, 'NationECCode.dll')
      copyFileSync(library, join(folder, 'NationECCode.dll'))
      const program = compilePascal(folder, bitness)
      const parameters = [strUrl, windowsPath(inData)]
      const running = windows.start(program, parameters)
      const { code, stdout } = await show('zhang', running.ended)
      t.equal(code, 0)
      const end = stdout.indexOf('\n')
      t.equal(stdout.toString('latin1', 0, end).trim(), '0000')
      const text = decodeText(stdout.subarray(end + 1), 'gb18030')
      t.match(JSON.parse(text ?? ''), { code: 0, data: { userName: '张三' } })
    })
  }
})
