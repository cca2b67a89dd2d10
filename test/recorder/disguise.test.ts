import fc from 'fast-check'
import t from 'tap'
import { gender, isIdNumber } from '../../src/codes/id-number.js'
import { parseMedicalCode } from '../../src/codes/medical-code.js'
import { isObject, type JsonObject } from '../../src/envelope/json.js'
import { createDisguise } from '../../src/recorder/disguise.js'
import { person, replyOf, requestOf } from './people.js'

const seed = Date.now() & 0x7fffffff
t.comment(`seed ${seed}`)

function dataOf(message: JsonObject): JsonObject {
  return isObject(message.data) ? message.data : {}
}

t.test('nothing of anybody is in what is kept', async t => {
  const people = fc.array(person, { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(people, people => {
      const disguise = createDisguise()
      const kept = people.map(one =>
        JSON.stringify([
          disguise.message(requestOf(one)),
          disguise.message(replyOf(one)),
        ]),
      )
      const text = kept.join('\n')
      for (const one of people) {
        const born = one.idNo.slice(6, 14)
        for (const value of [...Object.values(one), born]) {
          if (text.includes(value)) throw new Error(`${value} in ${text}`)
        }
      }
    }),
    { seed, numRuns: 300 },
  )
  t.pass('300 recordings')
})

t.test('what a program checks of a value stays as it was', async t => {
  fc.assert(
    fc.property(person, one => {
      const disguise = createDisguise()
      const request = dataOf(disguise.message(requestOf(one)))
      const reply = dataOf(disguise.message(replyOf(one)))
      const idNo = String(reply.idNo)
      const code = String(reply.ecQrCode)
      const birthday = String(reply.birthday).replaceAll('.', '')
      const facts: [string, boolean][] = [
        ['idNo is right', isIdNumber(idNo) && idNo.startsWith('99')],
        ['of the same sex', gender(idNo) === gender(one.idNo)],
        ['birthday is that of idNo', birthday === idNo.slice(6, 14)],
        ['a medical code', parseMedicalCode(code)?.province === '13'],
        ['the same code in both', request.ecQrCode === code],
        [
          'a token of its region',
          /^130000ec[0-9a-f]{30}$/.test(String(reply.ecToken)),
        ],
        [
          'a filing number of nobody',
          /^99\d{18}$/.test(String(request.termId)),
        ],
        [
          'a loopback address',
          /^127\.\d+\.\d+\.\d+$/.test(String(request.termIp)),
        ],
        [
          'a MAC of no card',
          /^02(:[0-9a-f]{2}){5}$/.test(String(request.termMac)),
        ],
        ['an institution of nobody', /^H99\d{9}$/.test(String(request.orgId))],
        [
          'a name of as many characters',
          [...String(reply.userName)].length === [...one.userName].length,
        ],
        [
          'idNo elsewhere is the same',
          JSON.parse(String(reply.psn)).certno === idNo,
        ],
        [
          'what is harmless is kept',
          reply.insuOrg === '130300' && request.businessType === '02121',
        ],
      ]
      for (const [fact, holds] of facts) if (!holds) throw new Error(fact)
    }),
    { seed, numRuns: 200 },
  )
  t.pass('200 people')
})

t.test('the same person is the same throughout, two are two', async t => {
  fc.assert(
    fc.property(person, person, (one, other) => {
      fc.pre(one.idNo !== other.idNo && one.userName !== other.userName)
      const disguise = createDisguise()
      const [first, again, second] = [one, one, other].map(who => {
        const { userName, idNo } = dataOf(disguise.message(replyOf(who)))
        return `${userName} ${idNo}`
      })
      if (first !== again) throw new Error('not the same')
      if (first === second) throw new Error('two by one')
    }),
    { seed, numRuns: 100 },
  )
  t.pass('100 pairs')
})

t.test('another recording has other replacements', async t => {
  const message = { data: { idNo: '11010519491231002X' } }
  const [one, other] = [createDisguise(), createDisguise()].map(disguise =>
    JSON.stringify(disguise.message(message)),
  )
  t.not(one, other)
})

t.test('sentences of table C.4 stay, without what stands behind', async t => {
  const disguise = createDisguise()
  const say = (message: string) => disguise.message({ message }).message
  t.equal(say('成功'), '成功')
  t.equal(say('请求参数异常：张三的 operatorId'), '请求参数异常：…')
  t.equal(say('未查询到张三'), '…')
})

t.test('odd values', async t => {
  const disguise = createDisguise()
  t.strictSame(
    disguise.message({ code: 0, success: true, data: null, extra: {}, a: '' }),
    { code: 0, success: true, data: null, extra: {}, a: '' },
  )
  const { code } = disguise.message({ code: 13812345678 })
  t.not(code, 13812345678, 'a code is kept where it is one')
  t.type(disguise.message({ n: 1e300 }).n, 'number')
  let deep: JsonObject = { name: '王五' }
  for (let level = 0; level < 5000; level++) deep = { deep }
  t.notMatch(JSON.stringify(disguise.message(deep)), '王五')
})

t.test('what is no word of an address is replaced in a path', async t => {
  const disguise = createDisguise()
  for (const path of [
    '/localcfc/api/hsecfc/localQrCodeQuery',
    '/province/13/localcfc/api/hsecfc/localEcTokenCheck',
    '/test2/x',
    '/',
  ]) {
    t.equal(disguise.path(path), path)
  }
  for (const part of [
    '13812345678',
    encodeURIComponent('张三'),
    'H13010000001',
  ])
    t.notMatch(disguise.path(`/p/${part}/x`), part)
})
