import t from 'tap'
import { shortFolder } from '../bridge/socket-caller.js'
import { run } from './run.js'

t.test('what can be done with a scanner, each with examples', async t => {
  const folder = shortFolder(t)
  const { stdout } = await run(['scanner', '--help'], { folder })
  for (const name of ['list', 'watch', 'test', 'setup', 'emulate']) {
    t.match(stdout, new RegExp(`^ +${name}`, 'm'))
    const help = await run(['scanner', name, '--help'], { folder })
    t.match(help.stdout, /Examples:/, name)
  }
})
