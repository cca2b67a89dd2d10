import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import t from 'tap'
import { type DemoEvent, runDemo } from '../src/demo.js'

t.test('a foreign program gets a person', async t => {
  const told: DemoEvent[] = []
  const { returned, outData, ms, steps } = await runDemo(event => {
    told.push(event)
  })
  t.equal(returned, '0000')
  t.match(outData, {
    code: 0,
    message: '成功',
    orgId: 'P99000000001',
    data: { userName: '张三', idNo: /^99/, ecToken: /./ },
  })
  t.strictSame(told, steps)
  const names = steps.map(({ step }) => step)
  t.strictSame(
    names.filter(name => name !== 'gun'),
    [
      'sandbox',
      'scanner',
      'daemon',
      'program',
      'received',
      'armed',
      'scanned',
      'sent',
      'answered',
      'delivered',
    ],
  )
  t.ok(names.indexOf('gun') > names.indexOf('armed') - 1, 'shown when armed')
  const times = steps.map(({ ms }) => ms)
  t.strictSame(
    times,
    [...times].sort((a, b) => a - b),
  )
  t.ok(ms >= Math.max(...times))
  const facts = JSON.stringify(steps.map(({ facts }) => facts))
  t.notMatch(facts, /张三|99010119/, 'no step tells who it was')
  const daemon = steps.find(({ step }) => step === 'daemon')
  t.notOk(existsSync(dirname(String(daemon?.facts.socket))), 'nothing is left')
})
