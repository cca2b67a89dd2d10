/**
 * A counter without a gun: it asks about the code on the phone as the library
 * would, so that the first answer needs nothing but this page.
 * @module
 */
import { ask } from './api.js'
import { el, show } from './dom.js'
import { button, card, codeBadge } from './parts.js'
import { inSpace } from './space.js'
import { say } from './texts.js'

const QUERY = '/localcfc/api/hsecfc/localQrCodeQuery'

/** A hospital's registration desk; the terminal is the registered one. */
const ASKING = {
  orgId: 'H99010100001',
  businessType: '01101',
  operatorId: '001',
  operatorName: '收费员甲',
  termId: '99000000000000000001',
  termIp: '127.0.0.1',
}

/** A platform's reply, which has more than OutData, and less in a refusal. */
interface Said {
  code: number
  message: string
  data?: object
}

/** As the library writes it (XJ-D01-2019, table B.2). */
function outDataOf({ code, message, data = {} }: Said): object {
  return { code, message, orgId: ASKING.orgId, data }
}

/** A card that asks about the code that `shown` tells. */
export function counterCard(shown: () => string): HTMLElement {
  const answer = el('div', { class: 'stack', 'aria-live': 'polite' })
  const scan = button(
    say('console.counter.scan'),
    async () => {
      const { orgId } = ASKING
      const data = { ...ASKING, ecQrCode: shown() }
      const request = { orgId, transType: 'ec.query', data }
      const said = await ask<Said>('POST', QUERY, request)
      show(
        answer,
        el('p', { class: 'row' }, 'OutData ', codeBadge(said.code)),
        el('pre', { tabindex: 0 }, JSON.stringify(outDataOf(said), null, 2)),
        el(
          'p',
          {},
          el(
            'a',
            { href: inSpace('/console/requests') },
            say('console.step.requests'),
          ),
        ),
      )
    },
    { class: 'primary' },
  )
  return card(
    say('console.counter'),
    el('p', { class: 'soft' }, say('console.counter.what')),
    el('p', {}, scan),
    answer,
  )
}
