import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { TRIALS } from '../../src/certify/cases/index.js'
import { libraryPath, posPath } from '../../src/paths.js'
import { shortFolder } from '../bridge/socket-caller.js'
import { startMachine } from '../machine.js'
import { compile } from '../native/build.js'
import { run } from './run.js'

/** A sandbox, a daemon and a process for each trial are started. */
t.setTimeout(120_000)

const FAST = ['--only', 'query.token', 'null-url', 'url-malformed']

t.test('our own library passes; the reports agree', async t => {
  const folder = shortFolder(t)
  const files = ['--html', 'report.html', '--junit', 'report.xml']
  const argv = ['certify', '--json', ...files, ...FAST]
  const { code, stdout, stderr } = await run(argv, { folder })
  t.equal(code, 0)
  t.equal(stderr, '')
  const report = JSON.parse(stdout)
  t.match(report, { format: 1, summary: { failed: 0, skipped: 0 } })
  t.equal(report.cases.length, report.summary.passed)
  t.match(report.cases[0], {
    id: 'query.token',
    verdict: 'passed',
    clause: { where: 'XJ-D01-2019 B.1.5.4 表 B.4', quote: /^ecToken 令牌/ },
    expected: /at most 40 characters/,
  })
  const junit = readFileSync(join(folder, 'report.xml'), 'utf8')
  t.match(junit, `tests="${report.cases.length}" failures="0"`)
  const html = readFileSync(join(folder, 'report.html'), 'utf8')
  t.match(html, 'query.token')
  t.match(html, 'ecToken 令牌')
  t.notMatch(html, /(src|href)="?http/, 'one page that needs nothing else')
})

t.test('for a person: a line a group, then the sum', async t => {
  const argv = ['certify', ...FAST]
  const folder = shortFolder(t)
  const locale = 'zh_CN.UTF-8'
  const { code, stdout } = await run(argv, { folder, locale })
  t.equal(code, 0)
  t.match(stdout, /^✓ 动态库接口（附录 B） {2}6\/6$/m)
  t.match(stdout, /通过 11，不通过 0，未检测 0/)
})

t.test('a library that fails: 1, and the failure in full', async t => {
  const folder = shortFolder(t)
  const flags = ['-fPIC', '-shared', '-pthread', '-ldl']
  const broken = ['-DBREAKAGE=NO_ORG_ID', `-DREAL="${libraryPath()}"`]
  const library = await compile(
    join(folder, 'broken.so'),
    ['test/certify/broken.c'],
    [...flags, ...broken],
  )
  const argv = ['certify', '--library', library, '--only', 'query.org-id']
  const { code, stdout } = await run(argv, { folder })
  t.equal(code, 1)
  t.match(stdout, /^✗ query\.org-id/m)
  t.match(stdout, /clause {2}XJ-D01-2019 B\.1\.3 表 B\.2 {2}orgId 机构 ID/)
  t.match(stdout, /seen {2}orgId is undefined/)
})

t.test('a program that is told to call', async t => {
  const folder = shortFolder(t)
  const program = `${posPath()} ${libraryPath()} {url} @{inDataFile}`
  const only = ['--only', 'query', 'null-url']
  const argv = ['certify', '--json', '--program', program, ...only]
  const { code, stdout } = await run(argv, { folder })
  t.equal(code, 0)
  const { summary, cases } = JSON.parse(stdout)
  t.equal(summary.failed, 0)
  t.ok(summary.passed > 15)
  const skipped = cases.filter(
    ({ verdict }: { verdict: string }) => verdict === 'skipped',
  )
  t.match(skipped[0], { id: /^null-url/, seen: /library and not of a program/ })
})

t.test('waiting for calls of which none comes', async t => {
  const { folder, strUrl } = await startMachine(t)
  const argv = ['certify', '--wait', '--url', strUrl, '--deadline', '1']
  const { code, stdout, stderr } = await run(argv, { folder })
  t.equal(code, 3)
  t.equal(stdout, '')
  t.match(stderr, `have the program call ${strUrl}`)
  t.match(stderr, /no ec.query arrived/)
})

t.test('the catalogue is listed whole, each id once', async t => {
  const folder = shortFolder(t)
  const { code, stdout } = await run(['certify', '--list', '--json'], {
    folder,
  })
  t.equal(code, 0)
  const ids = JSON.parse(stdout).map(({ id }: { id: string }) => id)
  const all = TRIALS.flatMap(({ cases }) => cases.map(({ id }) => id))
  t.strictSame(ids, all)
  t.equal(new Set(ids).size, ids.length)
})

t.test('what is not there', async t => {
  const folder = shortFolder(t)
  const noCase = await run(['certify', '--only', 'unheard-of'], { folder })
  t.equal(noCase.code, 2)
  t.match(noCase.stderr, /no such case/)
  const argv = ['certify', '--library', './none.so', '--only', 'query']
  const noFile = await run(argv, { folder })
  t.equal(noFile.code, 3)
  t.match(noFile.stderr, /cannot be loaded/)
})
