/**
 * Faults and clock: what is to go wrong, what time it is, and what the sandbox
 * remembers.
 * @module
 */
import { el, main } from './dom.js'
import { clockCard } from './faults-clock.js'
import { faultForm } from './faults-form.js'
import { faultList } from './faults-list.js'
import { scenariosCard } from './faults-scenarios.js'
import { snapshotsCard } from './faults-snapshots.js'

main().append(
  el(
    'div',
    { class: 'columns' },
    el('div', { class: 'stack' }, faultForm(), faultList()),
    el(
      'div',
      { class: 'stack' },
      clockCard(),
      snapshotsCard(),
      scenariosCard(),
    ),
  ),
)
