import t from 'tap'
import { Stream } from '../../../src/sandbox/control/chance.js'
import {
  FAULTS_MAX,
  FaultBook,
} from '../../../src/sandbox/control/fault-book.js'

const anyone = { route: 'r', transType: 't', termId: '1', orgId: 'o' }
const open = (seed = 1) => new FaultBook(new Stream(seed, 'faults').draw)

t.test('of several the first that was set strikes', t => {
  const faults = open()
  faults.add({ orgId: 'other', fault: { code: 1 } })
  faults.add({ orgId: 'o', count: 1, fault: { code: 2 } })
  faults.add({ fault: { code: 3 } })
  const codes = [1, 2].map(() => faults.strike(anyone)?.fault.code)
  t.strictSame(codes, [2, 3], 'and the next when it is gone')
  t.end()
})

t.test('chance is the same for the same seed', t => {
  const seed = 20260301
  const run = () => {
    const faults = open(seed)
    faults.add({ probability: 0.3, fault: { code: 1 } })
    return Array.from({ length: 100 }, () => faults.strike(anyone)?.id ?? 0)
  }
  const first = run()
  t.strictSame(run(), first, `seed ${seed}`)
  const struck = first.filter(Boolean).length
  t.ok(struck > 10 && struck < 60, `${struck} of 100`)
  t.end()
})

t.test('a fault of TLS strikes at its door alone', t => {
  const faults = open()
  faults.add({ fault: { tls: 'old' } })
  t.equal(faults.strike(anyone), undefined)
  t.end()
})

t.test('there is an end to them', t => {
  const faults = open()
  for (let count = 0; count < FAULTS_MAX; count++)
    t.ok(faults.add({ fault: { code: 1 } }))
  t.equal(faults.add({ fault: { code: 1 } }), undefined)
  t.equal(faults.remove(1)?.id, 1)
  t.equal(faults.remove(1), undefined)
  t.equal(faults.add({ fault: { code: 1 } })?.id, FAULTS_MAX + 1)
  t.end()
})

t.test('chance has its say where it decides, and not else', t => {
  let drawn = 0
  let next = 0
  const faults = new FaultBook(bytes => {
    drawn += 1
    const value = Buffer.alloc(bytes)
    value.writeUInt32BE(next)
    return value
  })
  const strikes = (value: number) => {
    next = value
    return faults.strike(anyone) !== undefined
  }
  faults.add({ orgId: 'other', probability: 0.5, fault: { code: 1 } })
  t.equal(strikes(0), false)
  t.equal(drawn, 0, 'not for a request that is another’s')
  faults.add({ probability: 0.5, fault: { code: 2 } })
  t.equal(strikes(2 ** 31 - 1), true)
  t.equal(strikes(2 ** 31), false, 'half of all values, to the last')
  t.equal(drawn, 2)
  faults.add({ probability: 1, fault: { code: 3 } })
  faults.remove(2)
  t.equal(strikes(2 ** 32 - 1), true)
  faults.remove(3)
  faults.add({ fault: { code: 4 } })
  t.equal(strikes(2 ** 32 - 1), true)
  t.equal(drawn, 2, 'not for what strikes always')
  t.end()
})
