import { writeFileSync } from 'node:fs'
import t from 'tap'
import { addonPath, libraryPath } from '../../src/paths.js'
import { shortFolder } from '../bridge/socket-caller.js'
import { run } from './run.js'

t.test('where everything is, for a program and for a person', async t => {
  const folder = shortFolder(t)
  writeFileSync(`${folder}/nationec.toml`, '')
  const { code, stdout } = await run(['paths', '--json'], { folder })
  t.equal(code, 0)
  const paths = {
    library: libraryPath(),
    addon: addonPath(),
    socket: `${folder}/socket`,
    config: `${folder}/nationec.toml`,
    journal: `${folder}/journal.db`,
    state: folder,
  }
  t.match(JSON.parse(stdout), paths)
  const table = await run(['paths'], { folder })
  for (const [name, path] of Object.entries(paths)) {
    t.match(table.stdout, new RegExp(`^${name} +${path}$`, 'm'))
  }
})
