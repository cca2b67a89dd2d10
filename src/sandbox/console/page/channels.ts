/**
 * Channels (XJ-D01-2019, Appendix D): a province applies for one, the
 * management centre decides and hands over its keys, and may suspend it.
 * @module
 */
import { ask } from './api.js'
import { feedbackCard } from './channels-feedback.js'
import { applicationCard } from './channels-form.js'
import { channelItem } from './channels-item.js'
import { el, main, show } from './dom.js'
import { on, onAnew } from './live.js'
import { attempt } from './notice.js'
import { soon } from './soon.js'
import { say } from './texts.js'
import type { Channels, Feedback, Provinces } from './types.js'

const list = el('ul', { class: 'things' })
const feedback = el('div', { class: 'feedback', 'aria-live': 'polite' })

attempt(async () => {
  const { provinces } = await ask<Provinces>('GET', '/sandbox/platforms')
  main().append(
    el(
      'div',
      { class: 'channels-page' },
      el(
        'div',
        {},
        feedback,
        el(
          'section',
          { class: 'card' },
          el('p', { class: 'soft' }, say('console.channels.what')),
          list,
        ),
      ),
      applicationCard(provinces),
    ),
  )
  on('channel', soon(refresh))
  onAnew(refresh)
})

function refresh() {
  return attempt(async () => {
    const { channels } = await ask<Channels>('GET', '/sandbox/channels')
    show(list, ...channels.map(one => channelItem(one, approved)))
  })
}

/** The keys are handed over with the approval, and not again. */
function approved(answer: Feedback) {
  show(
    feedback,
    feedbackCard(answer, () => show(feedback)),
  )
  feedback.scrollIntoView({ block: 'nearest' })
}
