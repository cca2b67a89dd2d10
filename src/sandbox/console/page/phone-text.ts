/**
 * The code as text: large, for a gun that reads screens, and to be copied.
 * @module
 */
import { el, show } from './dom.js'
import { card, copyButton } from './parts.js'
import { say } from './texts.js'

/** Read more easily. */
const GROUP = /.{1,4}/g

/** A card, and how to put a code into it. */
export function textCard(): [card: HTMLElement, put: (code: string) => void] {
  const body = el('div', {})
  return [
    card(say('console.phone.as-text'), body),
    code => show(body, ...(code ? asText(code) : none())),
  ]
}

function none() {
  return [el('p', { class: 'soft' }, say('console.phone.refused'))]
}

/** Whoever marks it by hand copies no blanks: they are only looked at. */
function asText(code: string) {
  const groups = code.match(GROUP) ?? []
  return [
    el(
      'p',
      { class: 'large-code', id: 'code' },
      ...groups.map(group => el('span', {}, group)),
    ),
    copyButton(code, say('console.phone.the-code')),
  ]
}
