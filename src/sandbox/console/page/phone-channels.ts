/**
 * Which applications may show the person's code (XJ-D01-2019, 4.5 to 4.7).
 * @module
 */
import { ask, step } from './api.js'
import { el } from './dom.js'
import { button, card } from './parts.js'
import { say } from './texts.js'
import type { Channels, PersonWhole } from './types.js'

/** A card with each channel, and the way to authorise it or no longer. */
export function channelsCard(
  { id, channels: authorised }: PersonWhole,
  channels: Channels['channels'],
): HTMLElement {
  const items = channels.map(({ channel }) => {
    const { name, state, official } = channel
    const given = authorised.includes(channel.id)
    const path = `/sandbox/people/${step(id)}/channels`
    const give = () => ask('POST', path, { channel: channel.id })
    const take = () => ask('DELETE', `${path}/${step(channel.id)}`)
    const label = say(given ? 'console.channel.revoke' : 'console.channel.give')
    const act = button(label, given ? take : give, {
      id: `channel-${channel.id}`,
      'aria-label': `${label} ${name}`,
    })
    return el(
      'li',
      { class: 'thing' },
      el('span', { class: 'row' }, name, channelBadge(state)),
      official
        ? el('span', { class: 'soft small' }, say('console.channel.official'))
        : act,
    )
  })
  return card(say('console.channels'), el('ul', { class: 'things' }, ...items))
}

/** Whether the channel can be used. */
export function channelBadge(
  state: Channels['channels'][number]['channel']['state'],
): HTMLElement {
  const kind = state === 'approved' ? 'badge good' : 'badge warn'
  return el('span', { class: kind }, say(`console.channel.${state}`))
}
