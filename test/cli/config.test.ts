import { writeFileSync } from 'node:fs'
import { parse } from 'smol-toml'
import t, { type Test } from 'tap'
import { configSchema, defaultConfig } from '../../src/config/schema.js'
import { shortFolder } from '../bridge/socket-caller.js'
import { run } from './run.js'

/** A folder with this nationec.toml. */
function folderWith(t: Test, toml: string) {
  const folder = shortFolder(t)
  writeFileSync(`${folder}/nationec.toml`, toml)
  return { folder, file: `${folder}/nationec.toml` }
}

t.test('a good file', async t => {
  const { folder, file } = folderWith(t, '[call]\ndeadline = 5\n')
  const checked = await run(['config', 'check'], { folder })
  t.strictSame(checked, { code: 0, stdout: `${file}: good\n`, stderr: '' })
  const json = await run(['config', 'check', '--json'], { folder })
  t.strictSame(JSON.parse(json.stdout), { ok: true, path: file })
  const shown = await run(['config', 'show', '--json'], { folder })
  const { call } = JSON.parse(shown.stdout)
  t.equal(call.deadline, 5)
})

t.test('a wrong file ends with 2 and names every fault', async t => {
  const { folder, file } = folderWith(t, '[call]\ndeadlin = 5\nwaiting = -1\n')
  for (const argv of [
    ['config', 'check', file],
    ['daemon', '--config', file],
  ]) {
    const { code, stdout, stderr } = await run(argv, { folder })
    t.equal(code, 2, argv.join(' '))
    t.equal(stdout, '')
    t.match(stderr, 'deadlin')
    t.match(stderr, 'call.waiting')
  }
})

t.test('without a file all is default', async t => {
  const folder = shortFolder(t)
  const { code, stdout } = await run(['config', 'check'], { folder })
  t.equal(code, 0)
  t.match(stdout, 'no configuration file')
  const json = await run(['config', 'check', '--json'], { folder })
  t.strictSame(JSON.parse(json.stdout), { ok: true, path: null })
})

t.test('what is shown is a file, explained in the user’s language', async t => {
  const folder = shortFolder(t)
  const english = await run(['config', 'show'], { folder })
  t.strictSame(configSchema.parse(parse(english.stdout)), defaultConfig)
  t.notMatch(english.stdout, /^# .*\p{Script=Han}/mu)
  const locale = 'zh_CN.UTF-8'
  const chinese = await run(['config', 'show'], { folder, locale })
  t.strictSame(configSchema.parse(parse(chinese.stdout)), defaultConfig)
  t.match(chinese.stdout, /^# .*\p{Script=Han}/mu)
})
