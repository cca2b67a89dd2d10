import t from 'tap'
import {
  bytesOf,
  CURVE,
  isOnCurve,
  numberFrom,
  randomNumber,
} from '../../src/gm/curve.js'

const point = Buffer.concat([bytesOf(CURVE.gx), bytesOf(CURVE.gy)])

t.test('the generator is on the curve, its neighbours are not', async t => {
  t.ok(isOnCurve(point))
  t.ok(isOnCurve(mirrored()), 'its mirror image')
  for (const at of [0, 31, 32, 63]) {
    const other = Buffer.from(point)
    other[at] = (other[at] ?? 0) ^ 1
    t.notOk(isOnCurve(other), `byte ${at}`)
  }
  t.notOk(isOnCurve(Buffer.alloc(64)), 'zero')
})

t.test('a coordinate above p is no other way to write a point', async t => {
  const y =
    bytesOf(0xfd4511e81736a60f07e88a83d6cf5a167fae6d1a9c9330e76e232e00f5cdc154n)
  t.ok(isOnCurve(Buffer.concat([bytesOf(0n), y])))
  t.notOk(isOnCurve(Buffer.concat([bytesOf(CURVE.p + 0n), y])))
})

t.test('numbers out of range are drawn again, never folded', async t => {
  const draws = [0n, 8n, 7n].map(bytesOf)
  const random = () => draws.shift() ?? Buffer.alloc(32)
  t.equal(numberFrom(randomNumber(7n, random)), 7n)
  t.equal(numberFrom(randomNumber(7n, () => bytesOf(1n))), 1n)
})

t.test('a number keeps its zeros', async t => {
  t.equal(bytesOf(5n).toString('hex'), '05'.padStart(64, '0'))
  t.equal(numberFrom(bytesOf(CURVE.n)), CURVE.n)
})

function mirrored(): Buffer {
  return Buffer.concat([bytesOf(CURVE.gx), bytesOf(CURVE.p - CURVE.gy)])
}
