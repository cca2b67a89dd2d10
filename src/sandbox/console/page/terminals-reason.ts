/**
 * Asks why, before something is done that must be explained.
 * @module
 */
import { el } from './dom.js'
import { field } from './parts.js'
import { say } from './texts.js'

/** As the registry has it. */
const REASON_MAX = 200

/** What was entered; undefined where it was called off. */
export function askReason(title: string): Promise<string | undefined> {
  const reason = el('input', { required: true, maxlength: REASON_MAX })
  const dialog = el(
    'dialog',
    { 'aria-label': title },
    el(
      'form',
      { method: 'dialog', class: 'stack' },
      el('h2', {}, title),
      field(say('console.terminals.reason'), reason),
      el(
        'div',
        { class: 'row' },
        el('button', { class: 'primary', value: 'yes' }, say('console.ok')),
        el(
          'button',
          { value: '', formnovalidate: true },
          say('console.cancel'),
        ),
      ),
    ),
  )
  document.body.append(dialog)
  dialog.showModal()
  return new Promise(resolve => {
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue ? reason.value : undefined)
    })
  })
}
