/**
 * 医保电子凭证第三方渠道接入反馈单 (XJ-D01-2019, Appendix D): what an approved
 * channel is given.
 * @module
 */
import { el } from './dom.js'
import { button, card, copyable } from './parts.js'
import { say } from './texts.js'
import type { Feedback } from './types.js'

/** The form with the keys of the channel; `close` takes it away. */
export function feedbackCard(
  { channel, secrets }: Feedback,
  close: () => void,
): HTMLElement {
  const { name, number } = channel
  const rows: [label: string, value: string | undefined][] = [
    [say('console.channels.number'), number],
    ['APPID', secrets?.appId],
    ['SECRET', secrets?.secret],
    [say('console.channels.key'), secrets?.key],
  ]
  return card(
    say('console.channels.feedback', { name }),
    el('p', {}, say('console.channels.once')),
    el(
      'dl',
      { class: 'keys' },
      ...rows.flatMap(([label, value = '']) => [
        el('dt', {}, label),
        el('dd', {}, copyable(value, label)),
      ]),
    ),
    el('p', { class: 'soft small' }, say('console.channels.again')),
    button(say('console.channels.noted'), async () => close()),
  )
}
