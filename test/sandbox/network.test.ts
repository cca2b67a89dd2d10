import t from 'tap'
import { done } from '../../src/sandbox/answers.js'
import { lineToProvince } from '../../src/sandbox/network.js'
import { firstChannels } from '../../src/sandbox/people/channels.js'
import { provinceDesk } from '../../src/sandbox/province/desk.js'
import { KeptTrail, type Step } from '../../src/sandbox/trail.js'
import { createTestPlatforms } from './harness.js'

const step: Step = { clause: '4.9', rule: 'given', ok: true }

t.test('nothing is shared over a line', async t => {
  const desk = provinceDesk((await createTestPlatforms(t)).home)
  const [channel] = firstChannels
  if (!channel) throw new Error('no channel')
  const received: object[] = []
  const { receiveChannel } = lineToProvince({
    ...desk,
    receiveChannel: async (message, trail) => {
      received.push(message)
      trail.note(step)
      return done(null)
    },
  })
  const trail = new KeptTrail()
  await receiveChannel(channel, trail)
  t.strictSame(received, [channel])
  t.not(received[0], channel)
  t.strictSame(trail.steps, [step])
  t.not(trail.steps[0], step)
})

t.test('what was compared before an error is told', async t => {
  const desk = provinceDesk((await createTestPlatforms(t)).home)
  const { decodeCode } = lineToProvince({
    ...desk,
    decodeCode: async (_, trail) => {
      trail.note(step)
      throw new Error('away')
    },
  })
  const trail = new KeptTrail()
  trail.note({ ...step, clause: '2.2' })
  await t.rejects(decodeCode({ code: '' }, trail), /away/)
  t.strictSame(
    trail.steps.map(({ clause }) => clause),
    ['2.2', '4.9'],
  )
})
