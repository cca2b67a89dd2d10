import { mkdirSync } from 'node:fs'
import t from 'tap'
import { systemSentence } from '../../src/cli/system-error.js'
import { shortFolder } from '../bridge/socket-caller.js'
import { run } from './run.js'

const URL = 'https://127.0.0.1:8443/localcfc/api/hsecfc/localQrCodeQuery'

t.test('what the system refuses is said with its cure', async t => {
  const folder = shortFolder(t)
  mkdirSync(`${folder}/there`)
  const call = (inData: string) => run(['call', URL, inData], { folder })
  t.match(await call('@nosuch.json'), {
    code: 3,
    stderr: 'nationec: there is no nosuch.json (ENOENT): check the path\n',
  })
  t.match(await call('@there'), {
    code: 3,
    stderr: /^nationec: there is a folder \(EISDIR\): name a file/,
  })
  const link = ['scanner', 'emulate', '--link', './there']
  t.match(await run(link, { folder }), {
    code: 3,
    stderr: /^nationec: .*\.\/there is there already \(EEXIST\): choose/,
  })
})

t.test('in Chinese as well', async t => {
  const folder = shortFolder(t)
  const argv = ['keys', 'show', 'nosuch.key']
  const shown = await run(argv, { folder, locale: 'zh_CN.UTF-8' })
  t.equal(shown.stderr, 'nationec: 没有 nosuch.key（ENOENT）：请检查路径\n')
})

t.test('an address and a permission', t => {
  const thrown = (code: string, facts: object) =>
    Object.assign(new Error('x'), { code, syscall: 'listen', ...facts })
  t.match(
    systemSentence(thrown('EACCES', { address: '127.0.0.1', port: 80 })),
    /127\.0\.0\.1:80 .*--port/,
  )
  t.match(
    systemSentence(thrown('EADDRINUSE', { address: '127.0.0.1', port: 80 })),
    /127\.0\.0\.1:80 .*--port/,
  )
  t.match(
    systemSentence(thrown('EACCES', { address: '/run/a/socket', port: -1 })),
    /(?<!undefined) ?\/run\/a\/socket(?!:)/,
  )
  t.notMatch(
    systemSentence(thrown('EACCES', { address: '/run/a/socket', port: -1 })),
    '--port',
  )
  t.equal(systemSentence(new Error('another')), undefined)
  t.equal(systemSentence({ code: 'ENOENT' }), undefined)
  t.end()
})
