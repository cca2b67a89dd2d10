/**
 * A code at a COM port becomes a person in OutData, on Windows: each bitness,
 * each exported name, each charset.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { decodeText, encodeText } from '../../src/charset.js'
import { packagePath } from '../../src/paths.js'
import { people } from '../../src/sandbox/people/people.js'
import { requestText } from '../field/harness.js'
import {
  call,
  loneLibrary,
  type Seen,
  seenBy,
  startCall,
  startNode,
  startTerminal,
} from './terminal.js'
import { BITNESSES, bundle, lacking, until } from './wine.js'

/** Each call waits for a person to show a code; Wine itself is slow to start. */
t.setTimeout(600_000)

const skip = lacking()
const PORTS = { x86: 'COM11', x64: 'COM12' } as const
const NAMES = {
  x86: ['NationEcTrans', '_NationEcTrans@12', 'NationEcTrans@12'],
  x64: ['NationEcTrans'],
}

interface Case {
  case: number
  language: string
  strUrl: string
  inData: string
}

const cases: Case[] = readFileSync(
  packagePath('test/field/cases.jsonl'),
  'utf8',
)
  .trim()
  .split('\n')
  .map(line => JSON.parse(line))
  .filter(({ inData }) => /"ec\.query"/.test(inData))

/** OutData in the charset that was asked for. */
function parse({ outData }: Seen, charset: 'utf-8' | 'gb18030') {
  return JSON.parse(decodeText(outData, charset) ?? '')
}

for (const bitness of BITNESSES) {
  t.test(`the daemon on node.exe ${bitness}`, { skip }, async t => {
    const terminal = await startTerminal(t, PORTS[bitness], bitness)
    const { windows, strUrl } = terminal

    for (const caller of BITNESSES) {
      for (const name of NAMES[caller]) {
        t.test(`${caller} caller of ${name}`, async t => {
          const inData = encodeText(requestText(), 'gb18030')
          const options = { bitness: caller, strUrl, inData, name }
          const running = await startCall(windows, options)
          const seen = seenBy(await terminal.show('zhang', running.ended))
          t.equal(seen.returned, '0000')
          t.equal(seen.disturbed, '-', 'stack, FPU and folder are as before')
          t.match(parse(seen, 'gb18030'), {
            code: 0,
            data: { userName: '张三' },
          })
        })
      }
    }

    t.test('koffi in node.exe', async t => {
      const file = join(windows.folder, 'request.json')
      writeFileSync(file, requestText())
      const running = startNode(windows, bitness, [
        'call',
        ...['--json', '--charset', 'gb18030'],
        ...['--library', bundle(bitness, bitness, 'NationECCode.dll')],
        strUrl,
        `@${file}`,
      ])
      const { code, stdout, stderr } = await terminal.show(
        'zhang',
        running.ended,
      )
      t.equal(code, 0, stderr)
      const { returned, outData } = JSON.parse(stdout.toString())
      t.equal(returned, '0000')
      t.match(outData, { code: 0, data: { userName: '张三' } })
    })

    if (bitness === 'x86') return

    for (const person of people) {
      for (const charset of ['gb18030', 'utf-8'] as const) {
        t.test(`${person.id} in ${charset}`, async t => {
          const inData = encodeText(requestText(), charset)
          const options = { bitness: 'x86', strUrl, inData } as const
          const running = await startCall(windows, options)
          const seen = seenBy(await terminal.show(person.id, running.ended))
          t.equal(seen.returned, '0000')
          const { userName, idNo } = person
          t.match(parse(seen, charset), { code: 0, data: { userName, idNo } })
          const name = encodeText(`"userName":"${userName}"`, charset)
          t.ok(seen.outData.includes(name), 'the name is right to the byte')
        })
      }
    }

    for (const one of cases) {
      t.test(`case ${one.case}, ${one.language}`, async t => {
        const path = one.strUrl.replace(/^https?:\/\/127\.0\.0\.1:\{port\}/, '')
        const running = await startCall(windows, {
          bitness: 'x86',
          strUrl: terminal.sandbox.url + path,
          inData: encodeText(one.inData, 'gb18030'),
        })
        const seen = seenBy(await terminal.show('zhang', running.ended))
        t.equal(seen.returned, '0000')
        const { orgId } = JSON.parse(one.inData)
        t.match(parse(seen, 'gb18030'), { code: 0, orgId })
      })
    }

    t.test('plain ASCII is answered in GB18030', async t => {
      const strUrl = 'ftp://127.0.0.1/'
      const options = { bitness: 'x86', strUrl, inData: '{}' } as const
      const seen = await call(windows, options)
      t.equal(decodeText(seen.outData, 'utf-8'), undefined)
      t.type(parse(seen, 'gb18030').message, 'string')
    })

    t.test('loaded, called and freed again and again', async t => {
      const options = { bitness: 'x86', strUrl: 'ftp://127.0.0.1/' } as const
      const seen = await call(windows, { ...options, inData: '{}', how: '50' })
      t.equal(seen.disturbed, '-')
    })

    t.test('a host that ends while its call waits', async t => {
      const inData = requestText()
      const options = { bitness: 'x86', strUrl, inData, how: 'leave' } as const
      const { code } = await (await startCall(windows, options)).ended
      t.equal(code, 0)
      const status = await windows.command('status')
      t.match(status, { active: 0, waiting: 0 }, 'the call is cancelled')
    })

    t.test('the journal can be read beside the daemon', async t => {
      const { code, stdout } = await startNode(windows, bitness, [
        'journal',
        'list',
        '--json',
      ]).ended
      t.equal(code, 0)
      t.ok(stdout.length > 2)
    })

    t.test('the daemon is killed during a call', async t => {
      const inData = requestText()
      const options = { bitness: 'x86', strUrl, inData } as const
      const library = await loneLibrary(windows, 'x86')
      const running = await startCall(windows, { ...options, library })
      await until(async () => {
        const status = await windows.command('status')
        return status?.active === 1
      }, 'the call')
      terminal.daemon.kill()
      const seen = seenBy(await running.ended)
      t.equal(seen.returned, '-1')
      t.match(parse(seen, 'utf-8'), { code: -1, message: /断开/ })
    })

    t.pass('SerialPort.list', { skip: 'Wine gives ports no device class' })
  })
}
