import { existsSync } from 'node:fs'
import t from 'tap'
import {
  programSubject,
  takesBytes,
} from '../../src/certify/program-subject.js'

const given = {
  strUrl: Buffer.from('https://127.0.0.1/a b\0'),
  inData: Buffer.from('{"orgId":"$(id) %s"}\0'),
  outBytes: 2048,
}

/** A program that prints its arguments as the members of OutData. */
const print = (script: string, words: string) =>
  `${process.execPath} -e "${script}" ${words}`

t.test('arguments reach the program whole; no shell reads them', async t => {
  const script = 'console.log(1);console.log(JSON.stringify({a:process.argv}))'
  const subject = programSubject(print(script, '{url} {inData}'), {}, 10_000)
  const ended = await subject.call(given)
  if (ended.how !== 'answered') return t.fail(ended.how)
  t.equal(ended.returned, '1')
  const { a } = JSON.parse(String(ended.outData))
  t.strictSame(a.slice(1), ['https://127.0.0.1/a b', '{"orgId":"$(id) %s"}'])
})

t.test('InData as a file that goes with the call', async t => {
  const script = 'console.log(JSON.stringify({f:process.argv[1]}))'
  const command = print(script, '{inDataFile}')
  t.ok(takesBytes(command))
  const subject = programSubject(command, {}, 10_000)
  const ended = await subject.call(given)
  if (ended.how !== 'answered') return t.fail(ended.how)
  t.equal(ended.returned, undefined)
  t.notOk(existsSync(JSON.parse(String(ended.outData)).f))
  const kept = 'process.stdout.write(fs.readFileSync(process.argv[1]))'
  const reading = programSubject(print(kept, '{inDataFile}'), {}, 10_000)
  t.match(await reading.call(given), {
    outData: given.inData.subarray(0, -1),
  })
})

t.test('a program that hangs, and one that crashes', async t => {
  const hangs = print('setInterval(()=>{},1e3)', '{inData}')
  t.match(await programSubject(hangs, {}, 500).call(given), { how: 'hung' })
  const crashes = print('process.abort()', '{inData}')
  t.match(await programSubject(crashes, {}, 10_000).call(given), {
    how: 'died',
    reason: 'SIGABRT',
  })
})

t.test('a program that is not there, or is not given InData', async t => {
  await t.rejects(programSubject('./none {inData}', {}, 500).call(given), {
    code: 'ENOENT',
  })
  t.throws(() => programSubject('./pos {url}', {}, 500), /inDataFile/)
})
