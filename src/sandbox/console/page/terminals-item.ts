/**
 * One terminal, and the steps that its state allows.
 * @module
 */
import { ask, step } from './api.js'
import { askLine } from './ask-line.js'
import { type Child, el } from './dom.js'
import { button } from './parts.js'
import { say, sayAny } from './texts.js'
import type { TerminalState, TerminalView } from './types.js'

type Step = 'approve' | 'reject' | 'suspend' | 'resume' | 'retire'

/** What the registry lets follow each state. */
const STEPS: Record<TerminalState, readonly Step[]> = {
  applied: ['approve', 'reject'],
  active: ['suspend', 'retire'],
  suspended: ['resume', 'retire'],
  rejected: [],
  retired: [],
}

/** Those that must say why. */
const EXPLAINED: readonly Step[] = ['reject', 'suspend', 'retire']

/** As the registry has it. */
const REASON = { maxlength: 200 }

const BADGES: Record<TerminalState, string> = {
  applied: 'badge warn',
  active: 'badge good',
  suspended: 'badge bad',
  rejected: 'badge',
  retired: 'badge',
}

/** `changed` is called when a step was taken. */
export function terminalItem(
  terminal: TerminalView,
  changed: () => unknown,
): HTMLElement {
  const { receipt, filingNumber, name, state, institution, orgId } = terminal
  const { mac, ip, reason, purpose, version } = terminal
  const facts: [string, Child][] = [
    [
      say('console.terminals.institution'),
      [institution, orgId].filter(Boolean).join(' · '),
    ],
    [say('console.terminals.purpose'), [purpose, version].join(' · ')],
    ['MAC', mac ?? say('console.any')],
    ['IP', ip ?? say('console.any')],
    [say('console.terminals.reason'), reason],
  ]
  return el(
    'li',
    { class: 'thing large' },
    el(
      'div',
      {},
      el(
        'p',
        { class: 'row' },
        el('b', {}, name),
        el('code', {}, filingNumber ?? receipt),
        el(
          'span',
          { class: BADGES[state] },
          sayAny(`console.terminals.${state}`) ?? state,
        ),
      ),
      el(
        'dl',
        { class: 'small' },
        ...facts
          .filter(([, value]) => value)
          .flatMap(([label, value]) => [
            el('dt', {}, label),
            el('dd', {}, value),
          ]),
      ),
    ),
    el(
      'div',
      { class: 'row' },
      ...STEPS[state].map(name => stepButton(terminal, name, changed)),
    ),
  )
}

function stepButton(
  { receipt, name: terminal }: TerminalView,
  name: Step,
  changed: () => unknown,
): HTMLElement {
  const label = say(`console.terminals.${name}`)
  const take = async () => {
    const explained = EXPLAINED.includes(name)
    const asked = () =>
      askLine(`${label}: ${terminal}`, say('console.terminals.reason'), REASON)
    const reason = explained ? await asked() : ''
    if (reason === undefined) return
    const path = `/registry/terminals/${step(receipt)}/${name}`
    await ask('POST', path, explained ? { reason } : undefined)
    await changed()
  }
  return button(label, take, {
    id: `${name}-${receipt}`,
    'aria-label': `${label} ${terminal}`,
  })
}
