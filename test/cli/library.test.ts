import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { loadLibrary } from '../../src/cli/library.js'
import { startDaemon } from '../../src/daemon.js'
import { addonPath, libraryPath } from '../../src/paths.js'
import { shortFolder } from '../bridge/socket-caller.js'
import { IN_DATA, silentLog, startMachine } from '../machine.js'
import { run } from './run.js'

t.test('it is called as a foreign program does', async t => {
  const { config, socket, strUrl, showCode } = await startMachine(t)
  const daemon = await startDaemon(config, socket, silentLog, ({ step }) => {
    if (step === 'armed') showCode()
  })
  t.teardown(() => {
    daemon.stop()
    return daemon.ended
  })
  process.env.NATIONEC_SOCKET = socket
  for (const charset of ['utf-8', 'gb18030'] as const) {
    const trans = loadLibrary(libraryPath(), charset)
    const { returned, outData, bytes } = await trans(strUrl, IN_DATA)
    t.equal(returned, '0000')
    const { data } = JSON.parse(outData ?? '')
    t.equal(data.userName, '张三', charset)
    const length = Buffer.byteLength(outData ?? '') + 1
    t.ok(charset === 'utf-8' ? bytes === length : bytes < length, charset)
  }
  const ascii = await loadLibrary(libraryPath(), 'gb18030')('nowhere', '{}')
  t.equal(ascii.returned, '-5', 'a reply in the other charset is read too')
  t.match(ascii.outData, '请求地址')
})

t.test('without a daemon it answers all the same', async t => {
  process.env.NATIONEC_SOCKET = join(t.testdir(), 'none')
  const trans = loadLibrary(libraryPath(), 'utf-8')
  const { returned, outData } = await trans('https://127.0.0.1/', '{}')
  t.equal(returned, '-1')
  t.match(JSON.parse(outData ?? ''), { code: -1 })
})

t.test('a file that is no such library', async t => {
  for (const file of ['/nonexistent.so', addonPath()]) {
    t.throws(() => loadLibrary(file, 'utf-8'), file)
  }
})

t.test('it is named, with the reason and the cure', async t => {
  const folder = shortFolder(t)
  writeFileSync(join(folder, 'text.so'), 'no library')
  const told = [
    ['nosuch.so', 'C', /^nationec: nosuch\.so cannot .*\(cannot open .*--lib/],
    ['./text.so', 'C', /^nationec: \.\/text\.so cannot .*\(.+\).*--library/],
    [addonPath(), 'C', /\.node has no NationEcTrans.*--library/],
    ['nosuch.so', 'zh_CN', /^nationec: 无法.*加载.* nosuch\.so.*（.+）.*--lib/],
    [addonPath(), 'zh_CN', /\.node 没有导出 NationEcTrans.*--library/],
  ] as const
  for (const [file, locale, stderr] of told) {
    const argv = ['call', '--library', file, 'https://127.0.0.1/', '{}']
    const called = await run(argv, { folder, locale })
    t.match(called, { code: 3, stdout: '', stderr }, `${file} ${locale}`)
  }
})
