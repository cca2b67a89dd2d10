import { execFileSync } from 'node:child_process'
import t from 'tap'
import { atExit } from '../src/at-exit.js'

const file = new URL('../src/at-exit.js', import.meta.url)

/** What a process prints that is told `script` and exits then. */
function printed(script: string): string {
  const whole = `import { atExit } from '${file}'
    const say = text => atExit(() => process.stdout.write(text))
    ${script}
    process.exit()`
  const argv = ['--input-type=module', '--eval', whole]
  return execFileSync(process.execPath, argv, { encoding: 'utf8' })
}

t.test('it is done at the exit, the last first', async t => {
  t.equal(printed(`say('a'); say('b'); say('c')`), 'cba')
})

t.test('what is done before is not done again', async t => {
  t.equal(printed(`say('a'); const b = say('b'); b(); b()`), 'ba')
})

t.test('with nothing left to do nobody listens', async t => {
  const before = process.listenerCount('exit')
  const works = [atExit(() => {}), atExit(() => {})]
  t.equal(process.listenerCount('exit'), before + 1)
  for (const work of works) work()
  t.equal(process.listenerCount('exit'), before)
})
