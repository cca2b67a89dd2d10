/**
 * Every call that was found in programs of the field, with its own buffer, in
 * both charsets, from C and from Python.
 * @module
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import t, { type Test } from 'tap'
import { encodeText } from '../../src/charset.js'
import { packagePath } from '../../src/paths.js'
import { answerQuery } from '../../src/sandbox/counter/local-qr-code-query.js'
import { issueCode } from '../../src/sandbox/people/issue-code.js'
import { type Person, people } from '../../src/sandbox/people/people.js'
import { device } from '../reader/devices.js'
import { createTestPlatforms } from '../sandbox/harness.js'
import {
  CALLERS,
  type CallerName,
  missing,
  parse,
  type Seen,
} from './callers.js'
import { type Field, requestText, startField } from './harness.js'

interface Case {
  case: number
  language: string
  signature: string
  /** Null where the caller does not hand in a buffer of its own. */
  bufferSize: number | null
  strUrl: string
  inData: string
}

type Charset = 'utf-8' | 'gb18030'

/** A hundred calls and three daemons, on a machine that does other things. */
const ALL_MS = 120_000
/** The smallest buffer seen in the field. */
const BUFFER_BYTES = 2048

const cases: Case[] = readFileSync(
  packagePath('test/field/cases.jsonl'),
  'utf8',
)
  .trim()
  .split('\n')
  .map(line => JSON.parse(line))

/** What the calls without one ask for. */
const TOKEN_CHECK = 'localEcTokenCheck'
const transTypeOf = ({ inData }: Case): string =>
  JSON.parse(inData).transType ?? TOKEN_CHECK

let turn = 0

/** One after the other, so that each of them comes up. */
function nextPerson(): Person {
  return people[turn++ % people.length] as Person
}

/** Name, number and token are there, the name's bytes in `charset`. */
function checkPerson(
  t: Test,
  seen: Seen,
  charset: Charset,
  person: Person,
  orgId: string,
) {
  const answer = parse(seen, charset)
  const { userName, idNo, insuOrg } = person
  t.equal(seen.returned, '0000')
  t.match(answer, { code: 0, orgId, data: { idNo, userName, insuOrg } })
  t.match(answer.data.ecToken, /^\d{6}ec[0-9a-f]{30}$/)
  const bytes = encodeText(`"userName":"${userName}"`, charset)
  t.ok(seen.outData.includes(bytes), 'the name is right to the byte')
}

/** An authorisation, and nobody's data yet. */
function checkAuthorisation(
  t: Test,
  seen: Seen,
  charset: Charset,
  { data: { outBizNo }, orgId }: { data: { outBizNo: string }; orgId: string },
) {
  const answer = parse(seen, charset)
  t.equal(seen.returned, '0000')
  const { authNo } = answer.data
  t.match(authNo, /^ano\d{25}$/)
  const data = { authNo, outBizNo, extData: null }
  t.match(answer, { code: 0, orgId, message: '成功' })
  t.strictSame(answer.data, data)
}

/** The case's token is nobody's: code 0, and flag says no, as a number. */
function checkNoToken(
  t: Test,
  seen: Seen,
  charset: Charset,
  { ecToken, ...claim }: Record<string, string>,
) {
  t.equal(seen.returned, '0000')
  const answer = parse(seen, charset)
  t.equal(answer.code, 0)
  t.strictSame(answer.data, { flag: 0, ...claim })
}

/** Makes the call of `one` and sees to it that its `expects` comes true. */
async function checkCase(
  t: Test,
  field: Field,
  one: Case,
  charset: Charset,
  caller: CallerName,
) {
  const asked = options(field, one, charset, caller)
  const request = JSON.parse(one.inData)
  const person = nextPerson()
  switch (transTypeOf(one)) {
    case TOKEN_CHECK: {
      const { seen } = field.call(asked)
      return checkNoToken(t, await seen, charset, request)
    }
    case 'cn.nhsa.ec.auth': {
      const { seen } = field.call(asked)
      return checkAuthorisation(t, await seen, charset, request)
    }
    case 'cn.nhsa.auth.check': {
      const authNo = await field.sandbox.issueCode(person.id, { kind: 'face' })
      const given = one.inData.replace(request.data.authNo, authNo)
      const { seen } = field.call({
        ...asked,
        inData: encodeText(given, charset),
      })
      const answered = await seen
      const missing = { authNo, nationality: 'null', chnlId: 'null' }
      t.match(parse(answered, charset).data, missing)
      return checkPerson(t, answered, charset, person, request.orgId)
    }
    default: {
      const seen = await field.callAndShow(person.id, asked)
      return checkPerson(t, seen, charset, person, request.orgId)
    }
  }
}

function options(
  field: Field,
  one: Case,
  charset: Charset,
  caller: CallerName,
) {
  const { host } = new URL(field.sandbox.url)
  const strUrl = one.strUrl.replace(/^https?:\/\/127\.0\.0\.1:\{port\}/, '')
  return {
    caller,
    strUrl: `https://${host}${strUrl}`,
    inData: encodeText(one.inData, charset),
    outBytes: one.bufferSize ?? BUFFER_BYTES,
  }
}

t.setTimeout(ALL_MS)
t.equal(cases.length, 12)

for (const charset of ['utf-8', 'gb18030'] as const) {
  t.test(`a machine whose programs speak ${charset}`, async t => {
    const field = await startField(t, {
      reply: { charset },
      face: { command: device('print', '{"face":"wang"}') },
    })
    for (const caller of CALLERS) {
      const skip = missing(field.callers, caller)
      const by = `by ${caller}`

      for (const one of cases) {
        const name = `case ${one.case}, ${one.language}, ${by}`
        t.test(name, { skip }, t => checkCase(t, field, one, charset, caller))
      }

      for (const person of people) {
        t.test(`${person.id} in ${charset}, ${by}`, { skip }, async t => {
          const inData = encodeText(requestText(), charset)
          const seen = await field.callAndShow(person.id, { caller, inData })
          checkPerson(t, seen, charset, person, 'P99000000001')
        })
      }
    }
  })
}

t.test('plain http, where an entry of the allow list permits it', async t => {
  const { home } = await createTestPlatforms(t, Date.now)
  const server = createServer(async (request, response) => {
    const answer = await answerQuery(home, await json(request))
    response.end(JSON.stringify(answer))
  })
  await new Promise<void>(resolve =>
    server.listen(0, '127.0.0.1', () => resolve()),
  )
  t.teardown(() => server.close())
  const { port } = server.address() as AddressInfo
  const field = await startField(t, {
    platforms: [{ url: `http://127.0.0.1:${port}/` }],
  })

  const [first] = cases as [Case]
  const person = nextPerson()
  const call = field.call({
    strUrl: first.strUrl.replace('{port}', String(port)),
    inData: first.inData,
    outBytes: first.bufferSize ?? BUFFER_BYTES,
  })
  await call.reached('armed')
  await field.scanner.scan(await issueCode(home, person))
  checkPerson(t, await call.seen, 'utf-8', person, '35020319001')
})
