/**
 * Random people and what is said of them, for properties of a recording.
 * @module
 */
import fc from 'fast-check'
import { checkCharacter } from '../../src/codes/id-number.js'
import type { JsonObject } from '../../src/envelope/json.js'

/** None of them is a character that a replacement is drawn from. */
const NAMES = '王赵钱孙李周吴郑冯陈褚卫蒋沈韩杨朱秦尤许何吕施孔曹严华魏陶姜'
  .split('')
  .filter(character => !'李周吕姜陶'.includes(character))

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), {
      minLength: length,
      maxLength: length,
    })
    .map(list => list.join(''))

const name = fc
  .array(fc.constantFrom(...NAMES), { minLength: 2, maxLength: 4 })
  .map(list => list.join(''))

const idNo = fc
  .tuple(
    fc.constantFrom('110105', '350582', '440524', '650102'),
    fc.integer({ min: 1930, max: 2020 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    digits(3),
  )
  .map(([region, year, month, day, order]) => {
    const two = (number: number) => String(number).padStart(2, '0')
    const front = `${region}${year}${two(month)}${two(day)}${order}`
    return front + checkCharacter(front)
  })

const hex = (length: number) =>
  fc
    .array(fc.constantFrom(...'0123456789abcdef'), {
      minLength: length,
      maxLength: length,
    })
    .map(list => list.join(''))

/** What is personal, by the name that each value has in a message. */
export const person = fc.record({
  userName: name,
  idNo,
  ecQrCode: digits(19).map(unique => `424${unique}130000`),
  ecToken: hex(30).map(rest => `130000ec${rest}`),
  ecIndexNo: hex(32).map(text => text.toUpperCase()),
  phoneNumber: digits(8).map(rest => `138${rest}`),
  termId: digits(20),
  termIp: fc
    .tuple(...[20, 30, 40].map(min => fc.integer({ min, max: 250 })))
    .map(parts => `10.${parts.join('.')}`),
  termMac: hex(12).map(text => (text.match(/../g) ?? []).join(':')),
  orgId: digits(11).map(rest => `H${rest}`),
  operatorName: name,
  doctorName: name,
  outBizNo: digits(20),
})
export type Person = typeof person extends fc.Arbitrary<infer One> ? One : never

/** A request of this person's. */
export function requestOf(one: Person): JsonObject {
  const { orgId, ecQrCode, termId, termIp, termMac, operatorName } = one
  return {
    orgId,
    transType: 'ec.query',
    data: {
      ...{ orgId, ecQrCode, termId, termIp, termMac, operatorName },
      businessType: '02121',
      operatorId: one.phoneNumber,
      drugList: JSON.stringify([{ ITEMNAME: one.doctorName, n: 2 }]),
    },
    extra: { [one.userName]: 1, [`k${one.idNo}`]: [one.idNo, [one.ecToken]] },
  }
}

/** The answer about this person, with values where nobody expects them. */
export function replyOf(one: Person): JsonObject {
  const { userName, idNo, ecToken, ecIndexNo, ecQrCode } = one
  const born = idNo.slice(6, 14)
  const birthday = `${born.slice(0, 4)}.${born.slice(4, 6)}.${born.slice(6)}`
  return {
    code: 0,
    type: 'success',
    message: `成功：${userName}${idNo}`,
    orgId: one.orgId,
    data: {
      ...{ userName, idNo, ecToken, ecIndexNo, ecQrCode, birthday },
      idType: '01',
      insuOrg: '130300',
      gender: '女',
      email: `${one.phoneNumber}@${userName}`,
      phone: Number(one.phoneNumber),
      note: `${userName}，${idNo}，${one.doctorName}`,
      psn: JSON.stringify({ certno: idNo, deep: [{ name: userName }] }),
    },
  }
}
