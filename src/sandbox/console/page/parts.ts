/**
 * What more than one page is made of.
 * @module
 */
import { type Attributes, type Child, el } from './dom.js'
import { attempt, doing, notice } from './notice.js'
import { say } from './texts.js'

/** A card with a heading. */
export function card(title: string, ...children: Child[]): HTMLElement {
  return el('section', { class: 'card' }, el('h2', {}, title), ...children)
}

/** A button that does `work` and says so where it fails. */
export function button(
  label: string,
  work: () => Promise<unknown>,
  attributes: Attributes = {},
): HTMLButtonElement {
  return el(
    'button',
    { type: 'button', onclick: doing(work), ...attributes },
    label,
  )
}

/** Text with a button that copies it. */
export function copyable(content: string, what: string): HTMLElement {
  return el(
    'div',
    { class: 'copyable' },
    el('code', {}, content),
    copyButton(content, what),
  )
}

/** Copies `content`, which is `what`. */
export function copyButton(content: string, what: string): HTMLButtonElement {
  return button(
    say('console.copy'),
    async () => {
      await navigator.clipboard.writeText(content)
      notice(say('console.copied', { what }))
    },
    { class: 'quiet', 'aria-label': say('console.copy-what', { what }) },
  )
}

/** A form that does `work` in place of leaving the page. */
export function form(
  work: () => Promise<unknown>,
  attributes: Attributes,
  ...children: Child[]
): HTMLFormElement {
  const onsubmit = (event: Event) => {
    event.preventDefault()
    return attempt(work)
  }
  return el('form', { ...attributes, onsubmit }, ...children)
}

/** A labelled field. */
export function field(label: string, control: HTMLElement): HTMLElement {
  return el('label', {}, label, control)
}

/** A choice among `options`, each a value and what it is called. */
export function choice(
  name: string,
  options: readonly (readonly [value: string, label: string])[],
  chosen = '',
): HTMLSelectElement {
  return el(
    'select',
    { name, id: `choose-${name}` },
    ...options.map(([value, label]) =>
      el('option', { value, selected: value === chosen }, label),
    ),
  )
}

/** The code of an answer: good for 0, bad for any other, or none. */
export function codeBadge(code: number | null): HTMLElement {
  if (code === null)
    return el('span', { class: 'badge warn' }, say('console.no-answer'))
  return el('span', { class: code === 0 ? 'badge good' : 'badge bad' }, code)
}

/** A table with `heads`; a cell that is a number stands to the right. */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly Child[])[],
): HTMLElement {
  const head = heads.map(label => el('th', { scope: 'col' }, label))
  const body = rows.map(cells =>
    el(
      'tr',
      {},
      ...cells.map(cell =>
        el('td', { class: typeof cell === 'number' && 'number' }, cell),
      ),
    ),
  )
  return el(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    el(
      'table',
      {},
      el('thead', {}, el('tr', {}, ...head)),
      el('tbody', {}, ...body),
    ),
  )
}
