import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import t from 'tap'
import { packagePath } from '../../src/paths.js'
import { shortFolder } from '../bridge/socket-caller.js'
import { run } from './run.js'

const COMMANDS = [
  'call',
  'config',
  'config check',
  'config show',
  'daemon',
  'demo',
  'doctor',
  'journal',
  'journal list',
  'journal show',
  'paths',
  'sandbox',
  'sandbox code',
  'sandbox person list',
  'sandbox start',
  'scanner',
  'scanner emulate',
  'status',
  'stop',
]

/** The help of every command, in one process. */
function everyHelp(locale: string): string[] {
  const main = new URL('../../src/cli/main.js', import.meta.url).href
  const program = `const { main } = await import('${main}')
    for (const command of ${JSON.stringify(['', ...COMMANDS])}) {
      const words = command ? command.split(' ') : []
      await main(['node', 'nationec', ...words, '--help'])
      process.stdout.write('\\0')
    }`
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', program],
    { encoding: 'utf8', env: { ...process.env, LC_ALL: locale } },
  )
  t.equal(status, 0)
  return stdout.split('\0').slice(0, -1)
}

t.test('every command has help in both languages', async t => {
  const english = everyHelp('C')
  const chinese = everyHelp('zh_CN.UTF-8')
  t.equal(english.length, COMMANDS.length + 1)
  for (const [index, name] of ['', ...COMMANDS].entries()) {
    const words = name ? `nationec ${name}` : 'nationec'
    t.match(english[index], `Usage: ${words}`)
    t.match(english[index], 'Options:')
    t.match(chinese[index], `用法： ${words}`)
    t.match(chinese[index], /选项：[\s\S]*显示帮助/)
    t.notMatch(chinese[index], /Usage:|Options:|Commands:|display help/)
  }
})

t.test('the top tells every command', async t => {
  const [top] = everyHelp('C')
  for (const name of COMMANDS) t.match(top, `  ${name.split(' ')[0]} `)
})

t.test('its version is the package’s', async t => {
  const { version } = JSON.parse(
    readFileSync(packagePath('package.json'), 'utf8'),
  )
  const { code, stdout } = await run(['-V'], { folder: shortFolder(t) })
  t.equal(code, 0)
  t.equal(stdout, `${version}\n`)
})

t.test('wrong usage ends with 2 and says so on stderr', async t => {
  const folder = shortFolder(t)
  const wrong = [
    [],
    ['nonsense'],
    ['call'],
    ['call', 'x', '{}', '--charset', 'latin1'],
    ['call', 'x', '{}', '--out-bytes', '0'],
    ['paths', '--nonsense'],
    ['sandbox', 'start', '--port', '65536'],
  ]
  const runs = wrong.map(argv => run(argv, { folder }))
  for (const [index, finished] of (await Promise.all(runs)).entries()) {
    const { code, stdout, stderr } = finished
    const name = `${wrong[index]?.join(' ')}`
    t.equal(code, 2, name)
    t.equal(stdout, '', name)
    t.ok(stderr, name)
  }
})

t.test('a wrong command line is told of in Chinese as well', async t => {
  const folder = shortFolder(t)
  const told = [
    ['frob', "错误：没有命令 'frob'\n"],
    ['sandbox strat', "错误：没有命令 'strat'\n（是否想用 start？）\n"],
    ['paths --frob', "错误：没有选项 '--frob'\n"],
    ['call', "错误：缺少参数 'strUrl'\n"],
    ['sandbox start --port', "错误：选项 '--port <n>' 缺少值\n"],
    ['proxy record', "错误：须给出选项 '--target <url>'\n"],
    ['paths extra', "错误：'paths' 的参数过多：应为 0 个，实为 1 个\n"],
    [
      'sandbox start --port x',
      "错误：选项 '--port <n>' 的值 'x' 不正确。应为 0 到 65535 的端口号\n",
    ],
    [
      'scanner setup nosuch',
      /^错误：参数 'family' 的值 'nosuch' 不正确。可用：/,
    ],
  ] as const
  for (const [line, stderr] of told) {
    const options = { folder, locale: 'zh_CN.UTF-8' }
    t.match(await run(line.split(' '), options), { code: 2, stderr }, line)
  }
  t.match((await run(['frob'], { folder })).stderr, "unknown command 'frob'")
})

t.test('help is given of the command that is named, however deep', async t => {
  const folder = shortFolder(t)
  const asked = [
    ['help', /^Usage: nationec \[/],
    ['help sandbox', /^Usage: nationec sandbox \[/],
    ['help sandbox fault', /^Usage: nationec sandbox fault /],
    ['sandbox help fault', /^Usage: nationec sandbox fault /],
    ['help sandbox person list', /^Usage: nationec sandbox person list /],
    ['sandbox help person list', /^Usage: nationec sandbox person list /],
    ['help paths', /^Usage: nationec paths /],
    ['help stop now', /^Usage: nationec stop /],
  ] as const
  for (const [line, stdout] of asked) {
    t.match(await run(line.split(' '), { folder }), { code: 0, stdout }, line)
  }
  for (const line of ['help strat', 'help sandbox journal strat']) {
    t.match(
      await run(line.split(' '), { folder }),
      { code: 2, stdout: '', stderr: "unknown command 'strat'" },
      line,
    )
  }
})
