import { writeFileSync } from 'node:fs'
import t, { type Test } from 'tap'
import { encodeText } from '../../src/charset.js'
import { startDaemon } from '../../src/daemon.js'
import { shortFolder } from '../bridge/socket-caller.js'
import { IN_DATA, silentLog, startMachine } from '../machine.js'
import { run } from './run.js'

/** A machine whose gun shows a code to every call. */
async function startServing(t: Test) {
  const machine = await startMachine(t)
  const { config, socket, showCode } = machine
  const daemon = await startDaemon(config, socket, silentLog, ({ step }) => {
    if (step === 'armed') showCode()
  })
  t.teardown(() => {
    daemon.stop()
    return daemon.ended
  })
  return machine
}

t.test('InData from the command line, a file and stdin', async t => {
  const { folder, strUrl } = await startServing(t)
  writeFileSync(`${folder}/request.json`, IN_DATA)
  const call = (inData: string, input?: string) =>
    run(['call', '--json', strUrl, inData], { folder, ...(input && { input }) })
  for (const finished of await Promise.all([
    call(IN_DATA),
    call('@request.json'),
    call('-', IN_DATA),
  ])) {
    t.equal(finished.code, 0)
    const { returned, outData, bytes } = JSON.parse(finished.stdout)
    t.equal(returned, '0000')
    t.match(outData, { code: 0, data: { userName: '张三' } })
    t.equal(bytes, Buffer.byteLength(JSON.stringify(outData)) + 1)
  }
})

t.test('for a person: what was returned, then OutData', async t => {
  const { folder, strUrl } = await startServing(t)
  const argv = ['call', '--charset', 'gb18030', strUrl, IN_DATA]
  const { code, stdout, stderr } = await run(argv, { folder })
  t.equal(code, 0)
  t.match(stdout, /^0000\n\{.*张三.*\}\n$/)
  t.equal(stderr, '')
})

t.test('a call that failed ends with 1', async t => {
  const { folder, strUrl } = await startServing(t)
  const failed = await run(['call', '--json', strUrl, '{'], { folder })
  t.equal(failed.code, 1)
  t.match(JSON.parse(failed.stdout), { returned: '-2', outData: { code: -2 } })
  const elsewhere = await run(['call', 'nowhere', IN_DATA], { folder })
  t.equal(elsewhere.code, 1)
  t.match(elsewhere.stdout, /^-5\n/)
  const bytes = ['--out-bytes', '16']
  const overrun = await run(['call', ...bytes, strUrl, IN_DATA], { folder })
  t.equal(overrun.code, 1)
  t.match(overrun.stderr, 'more than the 16 of the caller')
})

t.test('without a daemon the library says so', async t => {
  const folder = shortFolder(t)
  const argv = ['call', '--json', 'https://127.0.0.1/', IN_DATA]
  const { code, stdout } = await run(argv, { folder })
  t.equal(code, 1)
  t.match(JSON.parse(stdout), { returned: '-1', outData: { code: -1 } })
})

t.test('a file that is not there ends with 3', async t => {
  const folder = shortFolder(t)
  for (const argv of [
    ['call', 'x', '@none.json'],
    ['call', 'x', '{}', '--library', './none.so'],
  ]) {
    const { code, stdout, stderr } = await run(argv, { folder })
    t.equal(code, 3, argv.join(' '))
    t.equal(stdout, '')
    t.match(stderr, /^nationec: /)
  }
})

t.test('a caller of GB18030 gets GB18030', async t => {
  const { folder, strUrl } = await startServing(t)
  const argv = ['call', '--charset', 'gb18030', '--json', strUrl, IN_DATA]
  const { stdout } = await run(argv, { folder })
  const { outData, bytes } = JSON.parse(stdout)
  t.equal(outData.data.userName, '张三')
  t.equal(bytes, encodeText(JSON.stringify(outData), 'gb18030').length + 1)
})
