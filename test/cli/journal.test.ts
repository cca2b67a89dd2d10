import t from 'tap'
import { createCore } from '../../src/core.js'
import { shortFolder } from '../bridge/socket-caller.js'
import { IN_DATA, type Machine, silentLog, startMachine } from '../machine.js'
import { run } from './run.js'

/** Carries out two calls: one that is refused, then one with a person. */
async function makeCalls({ config, strUrl, showCode }: Machine) {
  const core = createCore(config, silentLog, ({ step }) => {
    if (step === 'armed') showCode()
  })
  const { signal } = new AbortController()
  for (const url of ['https://127.0.0.1:1/', strUrl]) {
    const call = {
      url: Buffer.from(url),
      inData: Buffer.from(IN_DATA),
      charset: 'utf-8' as const,
      deadlineMs: core.deadlineMs,
    }
    await core.trans(call, { door: 'test' }, signal)
  }
  await core.close()
}

t.test('the calls of a journal, and their steps', async t => {
  const machine = await startMachine(t)
  const { folder, strUrl } = machine
  await makeCalls(machine)
  const journal = (...argv: string[]) => run(['journal', ...argv], { folder })
  const json = async (...argv: string[]) => {
    const { code, stdout } = await journal(...argv, '--json')
    t.equal(code, 0)
    return JSON.parse(stdout)
  }

  const [latest, first] = await json('list')
  const address = strUrl.replace('https://', '')
  t.match(latest, {
    code: 0,
    strUrl: address,
    transType: 'ec.query',
    last: 'delivered',
  })
  t.match(first, { code: -5, strUrl: '127.0.0.1:1/' })
  t.strictSame(await json('list', '--failed'), [first])
  t.strictSame(await json('list', '--limit', '1'), [latest])
  const { stdout } = await journal('list')
  t.equal(stdout.trim().split('\n').length, 2)
  t.match(stdout, latest.id)

  const steps = ['received', 'armed', 'scanned', 'sent', 'answered']
  const rows: { step: string }[] = await json('show')
  t.strictSame(
    rows.map(({ step }) => step),
    [...steps, 'delivered'],
  )
  t.notMatch(JSON.stringify(rows), '张三')
  t.match(JSON.stringify(await json('show', latest.id, '--unseal')), '张三')
  const shown = await journal('show', first.id)
  t.match(shown.stdout, 'url-not-allowed')
  t.equal(shown.stdout.trim().split('\n').length, 2)
})

t.test('no such call ends with 1, no journal with 3', async t => {
  const machine = await startMachine(t)
  const { folder } = machine
  const none = await run(['journal', 'list'], { folder })
  t.equal(none.code, 3)
  t.match(none.stderr, 'journal.db')
  await makeCalls(machine)
  const unknown = await run(['journal', 'show', 'nonsense'], { folder })
  t.equal(unknown.code, 1)
  t.match(unknown.stderr, 'no such call')
})

t.test('how many is a number', async t => {
  const folder = shortFolder(t)
  const { code } = await run(['journal', 'list', '--limit', '0'], { folder })
  t.equal(code, 2)
})
