/**
 * Asks for one line, before something is done that needs it.
 * @module
 */
import { type Attributes, el } from './dom.js'
import { field } from './parts.js'
import { say } from './texts.js'

/**
 * What was entered in the field called `label`, which `limits` are the
 * attributes of; undefined where it was called off.
 */
export function askLine(
  title: string,
  label: string,
  limits: Attributes,
): Promise<string | undefined> {
  const line = el('input', { required: true, ...limits })
  const dialog = el(
    'dialog',
    { 'aria-label': title },
    el(
      'form',
      { method: 'dialog', class: 'stack' },
      el('h2', {}, title),
      field(label, line),
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
      resolve(dialog.returnValue ? line.value : undefined)
    })
  })
}
