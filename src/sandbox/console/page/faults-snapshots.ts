/**
 * Snapshots, and the way back to the beginning.
 * @module
 */
import { ask, step } from './api.js'
import { el } from './dom.js'
import { noticeLeft } from './faults-left.js'
import { onAnew } from './live.js'
import { attempt, notice } from './notice.js'
import { button, card, field, form } from './parts.js'
import { dateAndTime, say } from './texts.js'
import type { ResetDone, SnapshotSummary } from './types.js'

const SNAPSHOTS = '/sandbox/snapshots'

/** A card with the snapshots, to save, load and remove. */
export function snapshotsCard(): HTMLElement {
  const list = el('ul', { class: 'things' })
  const name = el('input', { required: true, maxlength: 64 })
  const refresh = () =>
    attempt(async () => {
      const { snapshots } = await ask<{ snapshots: SnapshotSummary[] }>(
        'GET',
        SNAPSHOTS,
      )
      list.replaceChildren(...snapshots.map(one => item(one, refresh)))
    })
  onAnew(refresh)
  const save = async () => {
    await ask('POST', SNAPSHOTS, { name: name.value })
    notice(say('console.snapshots.saved', { name: name.value }))
    name.value = ''
    await refresh()
  }
  return card(
    say('console.snapshots'),
    el('p', { class: 'soft small' }, say('console.snapshots.what')),
    form(
      save,
      { class: 'row ends grow' },
      field(say('console.snapshots.name'), name),
      el('button', {}, say('console.snapshots.save')),
    ),
    list,
    el('hr'),
    button(say('console.reset'), reset, { class: 'danger' }),
  )
}

function item(
  { name, at, entries, faults }: SnapshotSummary,
  changed: () => Promise<void>,
): HTMLElement {
  const path = `${SNAPSHOTS}/${step(name)}`
  const load = async () => {
    const there = await ask<SnapshotSummary>('POST', `${path}/load`)
    notice(say('console.snapshots.loaded', { name }))
    noticeLeft(there)
  }
  const remove = async () => {
    await ask('DELETE', path)
    await changed()
  }
  const act = (label: string, work: () => Promise<void>) =>
    button(label, work, { 'aria-label': `${label} ${name}` })
  return el(
    'li',
    { class: 'thing' },
    el(
      'div',
      {},
      el('b', {}, name),
      ' ',
      el('span', { class: 'soft small' }, dateAndTime(at)),
      el(
        'p',
        { class: 'soft small' },
        say('console.snapshots.holds', { entries, faults }),
      ),
    ),
    el(
      'div',
      { class: 'row' },
      act(say('console.snapshots.load'), load),
      act(say('console.remove'), remove),
    ),
  )
}

async function reset() {
  if (!confirm(say('console.reset.sure'))) return
  const done = await ask<ResetDone>('POST', '/sandbox/reset')
  notice(say('console.reset.done'))
  noticeLeft(done)
}
