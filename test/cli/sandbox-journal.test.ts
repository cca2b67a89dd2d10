import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import type { SignType } from '../../src/envelope/agreement.js'
import { WAITING_MAX } from '../../src/envelope/explain-aside.js'
import { sealEnvelope } from '../../src/envelope/seal.js'
import { terminal } from '../envelope/parties.js'
import { QUERY, queryFor } from '../sandbox/harness.js'
import { exitOf, run, startCommand } from './run.js'
import { runSandbox } from './sandbox-run.js'

t.test('what was asked, and why it was answered so', async t => {
  const { sandbox, query } = await runSandbox(t)
  t.match((await sandbox('journal')).stdout, 'no requests yet')
  t.match(await sandbox('journal', 'show'), { code: 1, stderr: 'no requests' })
  const code = (await sandbox('code', 'wang')).stdout.trim()
  await query(code)
  await query(code)
  const list = await sandbox('journal', 'list')
  t.match(list.stdout, /^#1 .* 0 .* ec\.query {2}H35020319001/m)
  t.match(
    list.stdout,
    /^#2 .* 501001 .*the token of the code is no longer good$/m,
  )
  const json = await sandbox('journal', '--limit', '1', '--json')
  t.match(JSON.parse(json.stdout), [{ id: 2, code: 501001 }])

  const shown = await sandbox('journal', 'show', '1')
  t.match(shown.stdout, code, 'whole')
  t.match(shown.stdout, '王秀英')
  t.match(shown.stdout, 'all required fields are filled in (')
  t.match(shown.stdout, 'all required fields of data are filled in (')
  const whole = await sandbox('journal', 'show', '1', '--json')
  t.match(JSON.parse(whole.stdout), { id: 1, explanation: {} })

  const latest = await sandbox('journal', 'show', '--json')
  t.match(JSON.parse(latest.stdout), { id: 2 }, 'the latest')

  const again = await sandbox('journal', 'replay', '1')
  t.match(JSON.parse(again.stdout), { code: 501001 })
  const unknown = await sandbox('journal', 'show', '77')
  t.equal(unknown.code, 2)
  t.match(unknown.stderr, 'journal list')
})

t.test('a slip that nobody looked for, and one that was not found', async t => {
  const { folder, sandbox, post, child } = await runSandbox(t)
  const appId = readFileSync(join(folder, 'sandbox', 'app-id'), 'utf8').trim()
  const style = { form: 'signed', dialect: 'A', version: '1.0.0' } as const
  const refuse = (sign: SignType) => {
    const party = { ...terminal, appId }
    const used = { ...style, sign }
    return post(QUERY, sealEnvelope(queryFor('1'), used, party, Date.now()))
  }
  t.match(await refuse('SM3'), { code: -4 })
  const show = async (...argv: string[]) =>
    (await sandbox('journal', 'show', '1', ...argv)).stdout
  const none = await show()
  t.match(none, /✗ the signature is wrong\nno known slip explains it/)
  t.match(JSON.parse(await show('--json')).explanation.signature, {
    ...{ outcome: 'unexplained', open: /^no known slip/ },
  })
  let crowded = true
  const crowd = Array.from({ length: WAITING_MAX + 4 }, async () => {
    while (crowded) {
      await refuse('SM2').catch(() => {})
      await sleep(50)
    }
  })
  const untilBusy = async (...argv: string[]) => {
    for (;;) {
      const shown = await show(...argv)
      if (/wait to be explained/.test(shown)) return shown
    }
  }
  const busy = await untilBusy()
  t.match(busy, /is wrong\n\d+ signatures wait to be explained.*ask again/)
  t.match(busy, 'text to sign', 'the rest is told all the same')
  t.match(JSON.parse(await untilBusy('--json')).explanation.signature, {
    ...{ outcome: 'busy', open: /ask again/ },
  })
  crowded = false
  child.kill('SIGKILL')
  await Promise.all(crowd)
})

t.test('requests are seen as they come', async t => {
  const { folder, query } = await runSandbox(t)
  await query('1')
  const argv = ['sandbox', 'journal', '--follow', '--json']
  const { child, line } = await startCommand(t, argv, { folder })
  t.match(JSON.parse(line), { id: 1, code: 500159 })
  const next = once(createInterface({ input: child.stdout }), 'line')
  const asking = setInterval(() => query('1'), 100)
  const [second] = await next
  clearInterval(asking)
  t.match(JSON.parse(second), { code: 500159 })
  child.kill('SIGINT')
  await exitOf(child)
})

t.test('without a sandbox each command ends with 3', async t => {
  const folder = t.testdir()
  for (const argv of [['journal'], ['journal', '--follow'], ['clock']]) {
    const { code, stderr } = await run(['sandbox', ...argv], { folder })
    t.equal(code, 3)
    t.match(stderr, 'sandbox start')
  }
})
