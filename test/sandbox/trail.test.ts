import t from 'tap'
import { compared, onTrail, type Step } from '../../src/sandbox/trail.js'

const step = { clause: '4.11', rule: 'unused', ok: false } as const

t.test('steps belong to the request that is being answered', async t => {
  const [one, two]: [Step[], Step[]] = [[], []]
  const answer = async (clause: string) => {
    await new Promise(setImmediate)
    return compared({ ...step, clause })
  }
  const answers = [
    onTrail(one, () => answer('1')),
    onTrail(two, () => answer('2')),
  ]
  t.strictSame(await Promise.all(answers), [false, false])
  t.strictSame(one, [{ ...step, clause: '1' }])
  t.strictSame(two, [{ ...step, clause: '2' }])
})

t.test('where nobody records one, a comparison is just that', t => {
  t.equal(compared({ ...step, ok: true }), true)
  t.end()
})

t.test('a trail has an end', t => {
  const steps: Step[] = []
  onTrail(steps, () => {
    for (let count = 0; count < 1000; count++) compared(step)
  })
  t.equal(steps.length, 100)
  t.end()
})
