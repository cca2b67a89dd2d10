/**
 * One channel, and what the management centre can decide about it.
 * @module
 */
import { ask, step } from './api.js'
import { el } from './dom.js'
import { button } from './parts.js'
import { channelBadge } from './phone-channels.js'
import { say } from './texts.js'
import type { Feedback } from './types.js'

type Decision = readonly [
  name: 'approve' | 'refuse' | 'suspend' | 'resume',
  path: 'review' | 'suspend',
  order: object,
]

/** By state; a channel that was refused applies anew under another id. */
const DECISIONS: Record<Feedback['channel']['state'], readonly Decision[]> = {
  applied: [
    ['approve', 'review', { approve: true }],
    ['refuse', 'review', { approve: false }],
  ],
  approved: [['suspend', 'suspend', { suspended: true }]],
  suspended: [['resume', 'suspend', { suspended: false }]],
  refused: [],
}

/** `approved` is called with the channel's keys when it is given them. */
export function channelItem(
  { channel, secrets }: Feedback,
  approved: (answer: Feedback) => void,
): HTMLElement {
  const { id, name, number, state, official } = channel
  const facts = [
    [say('console.channels.number'), number],
    ['APPID', secrets?.appId],
  ] as const
  const decide = (decision: Decision) => {
    const [verb, path, order] = decision
    const label = say(`console.channels.${verb}`)
    const work = async () => {
      const url = `/sandbox/channels/${step(id)}/${path}`
      const answer = await ask<Feedback>('POST', url, order)
      if (verb === 'approve') approved(answer)
    }
    return button(label, work, {
      id: `${verb}-${id}`,
      'aria-label': `${label} ${name}`,
    })
  }
  return el(
    'li',
    { class: 'thing large' },
    el(
      'div',
      {},
      el(
        'p',
        { class: 'row' },
        el('b', {}, name),
        el('code', {}, id),
        channelBadge(state),
        official &&
          el('span', { class: 'badge' }, say('console.channel.official')),
      ),
      el(
        'dl',
        { class: 'small' },
        ...facts.flatMap(([label, value]) =>
          value
            ? [el('dt', {}, label), el('dd', { class: 'mono' }, value)]
            : [],
        ),
      ),
    ),
    el('div', { class: 'row' }, ...DECISIONS[state].map(decide)),
  )
}
