import t from 'tap'
import {
  faultOrder,
  LATENCY_MS_MAX,
} from '../../../src/sandbox/control/fault-contract.js'

function isOne(order: object): boolean {
  return faultOrder.safeParse(order).success
}

t.test('each number has a least and a most', t => {
  const fault = { empty: true }
  for (const [order, right] of [
    [{ fault: { latencyMs: 0 } }, true],
    [{ fault: { latencyMs: LATENCY_MS_MAX } }, true],
    [{ fault: { latencyMs: LATENCY_MS_MAX + 1 } }, false],
    [{ fault: { latencyMs: -1 } }, false],
    [{ fault: { http: 400 } }, true],
    [{ fault: { http: 599 } }, true],
    [{ fault: { http: 399 } }, false],
    [{ fault: { http: 600 } }, false],
    [{ fault, probability: 0 }, false],
    [{ fault, probability: 1 }, true],
    [{ fault, probability: 1.01 }, false],
    [{ fault, count: 0 }, false],
    [{ fault, count: 1 }, true],
    [{ fault, count: 1.5 }, false],
  ] as const)
    t.equal(isOne(order), right, JSON.stringify(order))
  t.end()
})

t.test('there is one fault at a time, and a latency beside it', t => {
  for (const [fault, right] of [
    [{}, false],
    [{ code: -6, http: 502 }, false],
    [{ code: -6, latencyMs: 5 }, true],
    [{ hang: false }, false],
    [{ cut: 'never' }, false],
    [{ tls: 'expired' }, true],
  ] as const)
    t.equal(isOne({ fault }), right, JSON.stringify(fault))
  t.end()
})
