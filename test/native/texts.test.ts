import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import t from 'tap'
import { packagePath } from '../../src/paths.js'
import { shimTexts } from '../../src/texts/shim.js'
import { temporaryFolder } from './build.js'

const GENERATOR = packagePath('native/generate-texts.mjs')
const header = readFileSync(packagePath('native/texts.h'), 'utf8')

t.test('native/texts.h is what its generator writes', async t => {
  const fresh = join(temporaryFolder(t), 'texts.h')
  execFileSync(process.execPath, [GENERATOR, fresh])
  t.equal(
    header,
    readFileSync(fresh, 'utf8'),
    'else: npx tsc -p . && node native/generate-texts.mjs',
  )
})

t.test('each sentence stands in the header in both charsets', async t => {
  const [utf8 = [], gb18030 = []] = [0, 1].map(column =>
    [...header.matchAll(/\{\n([^}]*)\},/g)].map(found =>
      bytesOf((found[1] ?? '').split(/,\n/)[column] ?? ''),
    ),
  )
  Object.values(shimTexts).forEach((texts, at) => {
    const expected = texts['zh-CN']
      .replace('{file}', '%s')
      .replace(/\{\w+\}/g, '%u')
    t.equal(utf8[at]?.toString(), expected)
    t.equal(iconv.decode(gb18030[at] ?? Buffer.alloc(0), 'gb18030'), expected)
  })
})

/** The bytes of adjacent C string literals with octal escapes. */
function bytesOf(literals: string): Buffer {
  const text = [...literals.matchAll(/"(.*)"/g)].map(found => found[1]).join('')
  const bytes = text.replace(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  )
  return Buffer.from(bytes, 'latin1')
}
