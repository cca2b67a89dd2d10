/**
 * A visit recorded from the sandbox through the real library, and replayed to
 * the same OutData without the sandbox.
 */
import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'smol-toml'
import t from 'tap'
import { recordCommand } from '../../src/cli/proxy-record.js'
import { startCommand as registryStart } from '../../src/cli/registry-start.js'
import { configSchema } from '../../src/config/schema.js'
import { startDaemon } from '../../src/daemon.js'
import { createRecording, readRecording } from '../../src/recorder/recording.js'
import { people } from '../../src/sandbox/people/people.js'
import { shortFolder } from '../bridge/socket-caller.js'
import {
  FILING_NUMBER,
  IN_DATA,
  type Machine,
  silentLog,
  startMachine,
} from '../machine.js'
import { exitOf, run, start, startCommand } from './run.js'

/** Commands start, one after the other. */
t.setTimeout(120_000)

const ZHANG = people[0]

interface OutData {
  code: number
  orgId: string
  data: Record<string, string | null>
}

/** One call of the library, through a daemon with these platforms. */
async function call(
  { folder, socket, config, gun }: Machine,
  strUrl: string,
  shows: string,
  platforms: unknown = [],
): Promise<{ returned: string; outData: OutData }> {
  const whole = configSchema.parse({
    terminal: { filing_number: FILING_NUMBER },
    scanner: { path: config.scanner.path },
    platforms,
  })
  const daemon = await startDaemon(whole, socket, silentLog, ({ step }) => {
    if (step === 'armed') void gun.scan(shows)
  })
  const argv = ['call', '--json', strUrl, IN_DATA]
  const { stdout } = await run(argv, { folder })
  daemon.stop()
  await daemon.ended
  return JSON.parse(stdout)
}

t.test('a visit is recorded, and replayed without its platform', async t => {
  const machine = await startMachine(t)
  const { folder, strUrl } = machine
  const { origin, pathname } = new URL(strUrl)
  const out = join(folder, 'visit.jsonl')

  const argv = ['proxy', 'record', '--target', `${origin}/`, '--out', out]
  const port = ['--port', '0', '--json']
  const recorder = await startCommand(t, [...argv, ...port], { folder })
  const { url, platform } = JSON.parse(recorder.line)
  const code = await machine.sandbox.issueCode('zhang')
  const recorded = await call(machine, url + pathname, code, [platform])
  t.equal(recorded.returned, '0000')
  t.equal(recorded.outData.data.userName, '张三')
  recorder.child.kill('SIGKILL')
  await exitOf(recorder.child)

  t.equal(statSync(out).mode & 0o777, 0o600)
  const { exchanges, cut } = readRecording(out)
  t.equal(exchanges.length, 1, 'a crash keeps it')
  t.equal(cut, false)
  const text = JSON.stringify(exchanges)
  const { ecToken, ecIndexNo } = recorded.outData.data
  const personal = [ZHANG?.userName, ZHANG?.idNo, code, ecToken, ecIndexNo]
  for (const value of [...personal, FILING_NUMBER, 'P99000000001']) {
    t.notMatch(text, String(value))
  }

  await machine.closeSandbox()
  const replay = ['proxy', 'replay', out, '--port', '0', '--json']
  const player = await startCommand(t, replay, { folder })
  const ready = JSON.parse(player.line)
  t.match(ready.exchanges, [{ number: 1, asked: 'ec.query', outcome: '0' }])
  const [{ code: shown }] = ready.exchanges
  t.match(shown, /^424\d{25}$/)
  const replayed = await call(machine, ready.strUrl, shown)
  t.equal(replayed.returned, '0000')
  const differing = differences(recorded.outData.data, replayed.outData.data)
  t.strictSame(
    differing,
    REPLACED.filter(name => differing.includes(name)),
  )
  t.not(replayed.outData.data.userName, '张三')
  const { data: _, ...rest } = recorded.outData
  t.match(replayed.outData, rest, 'all but data is the same')
  player.child.kill('SIGTERM')
  t.equal(await exitOf(player.child), 0)
  t.notOk(existsSync(join(folder, 'sandbox', 'endpoint.json')))
})

/** Members of ec.query's data that say something of somebody. */
const REPLACED = [
  ...['userName', 'idNo', 'ecIndexNo', 'birthday', 'ecToken'],
  ...['chnlId', 'ecQrCode'],
]

/** Names of members that are not the same; that there are others is told. */
function differences(one: object, other: object): string[] {
  const [a, b] = [Object(one), Object(other)]
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return names.filter(name => a[name] !== b[name])
}

t.test(
  'encrypted: what the recorder prints is what a terminal needs',
  async t => {
    const machine = await startMachine(t)
    const { folder, strUrl } = machine
    const { origin, pathname } = new URL(strUrl)
    const own = await run(['sandbox', 'config'], { folder })
    const config = join(folder, 'record.toml')
    writeFileSync(config, own.stdout)
    const out = join(folder, 'visit.jsonl')
    const argv = [
      'proxy',
      'record',
      '--config',
      config,
      '--port',
      '0',
      '--json',
    ]
    const where = ['--target', `${origin}/`, '--out', out]
    const recorder = await startCommand(t, [...argv, ...where], { folder })
    const { url, platform } = JSON.parse(recorder.line)
    const code = await machine.sandbox.issueCode('zhang')
    const seen = await call(machine, url + pathname, code, [platform])
    t.equal(seen.returned, '0000')
    recorder.child.kill('SIGTERM')
    t.equal(await exitOf(recorder.child), 0)
    t.match(readRecording(out).exchanges, [
      {
        request: { form: 'encrypted', message: { transType: 'ec.query' } },
        reply: { form: 'encrypted', message: { code: 0 } },
      },
    ])
  },
)

t.test('what cannot be recorded or replayed', async t => {
  const folder = shortFolder(t)
  const record = ['proxy', 'record', '--out']
  const unknown = await run(
    [...record, 'a', '--target', 'https://127.0.0.1/'],
    {
      folder,
    },
  )
  t.equal(unknown.code, 3)
  t.match(unknown.stderr, /allow list|not allowed/)
  const there = await run([...record, '.', '--target', 'https://127.0.0.1/'], {
    folder,
  })
  t.equal(there.code, 2)
  t.match(there.stderr, /is there already/)
  const none = await run(['proxy', 'replay', 'none.jsonl'], { folder })
  t.equal(none.code, 3)
})

t.test('a replay does not push a running sandbox aside', async t => {
  const { folder } = await startMachine(t)
  const path = join(folder, 'visit.jsonl')
  const file = createRecording(path)
  const empty = await run(['proxy', 'replay', path], { folder })
  t.equal(empty.code, 2)
  t.match(empty.stderr, /no request/)
  file.append({
    ...{ number: 1, path: '/x', ms: 1, failure: 'ECONNREFUSED' },
    request: { form: 'plain', message: {} },
  })
  file.close()
  const { code, stderr } = await run(['proxy', 'replay', path], { folder })
  t.equal(code, 3)
  t.match(stderr, /a sandbox runs at/)
})

for (const locale of ['C', 'zh_CN.UTF-8']) {
  t.test(`what is to be copied stands last, ${locale}`, async t => {
    const folder = shortFolder(t)
    const url = 'https://127.0.0.1:8443/'
    writeFileSync(join(folder, 'own.toml'), `[[platforms]]\nurl = "${url}"\n`)
    const child = start(
      [
        ...['proxy', 'record', '--target', url, '--port', '0'],
        ...['--out', 'visit.jsonl', '--config', 'own.toml'],
      ],
      { folder, locale },
    )
    t.teardown(() => child.kill('SIGKILL'))
    child.stderr.resume()
    let stdout = ''
    for await (const more of child.stdout.setEncoding('utf8')) {
      stdout += more
      if (/^pin = .*\n/m.test(stdout)) child.kill('SIGTERM')
    }
    const [said = '', ...toml] = stdout.split(/(?=\[\[platforms\]\])/)
    t.match(said, 'Ctrl-C')
    t.match(parse(toml.join('')), { platforms: [{ pin: String }] })
  })
}

t.test('a recorder and a registry run beside each other', async t => {
  const ports = [recordCommand(), registryStart()].map(
    ({ options }) =>
      options.find(({ long }) => long === '--port')?.defaultValue,
  )
  t.equal(new Set([8443, ...ports]).size, 3, `${ports}`)
})
