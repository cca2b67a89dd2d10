/**
 * Faults and clock: what is to go wrong, and what time it is.
 * @module
 */
import { el, main } from './dom.js'
import { clockCard } from './faults-clock.js'
import { faultForm } from './faults-form.js'
import { faultList } from './faults-list.js'
import { stateCards } from './faults-state.js'

main().append(
  el(
    'div',
    { class: 'columns' },
    el('div', { class: 'stack' }, faultForm(), faultList()),
    el('div', { class: 'stack' }, clockCard(), ...stateCards()),
  ),
)
