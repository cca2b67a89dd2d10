/**
 * 医保电子凭证第三方渠道接入申请表 (XJ-D01-2019, Appendix D), as far as a
 * decision hangs on it.
 * @module
 */
import { ask } from './api.js'
import { el } from './dom.js'
import { notice } from './notice.js'
import { card, choice, field, form } from './parts.js'
import { say } from './texts.js'
import type { Feedback, Provinces } from './types.js'

/** As the management centre has them. */
const ID = '[a-z][a-z0-9\\-]{0,31}'
const CREDIT_CODE = '[0-9A-Z]{18}'

/** Of nobody: no region has it. */
const CREDIT_CODE_SAMPLE = '99000000MA00000000'

/** A card with the form; the list tells what becomes of it. */
export function applicationCard(
  provinces: Provinces['provinces'],
): HTMLElement {
  const name = el('input', { required: true, placeholder: '示例市民 App' })
  const id = el('input', {
    required: true,
    pattern: ID,
    title: say('console.channels.id-what'),
    placeholder: 'city',
    autocapitalize: 'off',
  })
  const creditCode = el('input', {
    required: true,
    pattern: CREDIT_CODE,
    maxlength: 18,
    value: CREDIT_CODE_SAMPLE,
  })
  const applicant = choice(
    'applicant',
    provinces.map(({ digits, name }) => [digits, name]),
  )
  const apply = async () => {
    const { channel } = await ask<Feedback>('POST', '/sandbox/channels', {
      name: name.value,
      id: id.value,
      creditCode: creditCode.value,
      applicant: applicant.value,
    })
    notice(say('console.channels.applied', { name: channel.name }))
    for (const input of [name, id]) input.value = ''
  }
  return card(
    say('console.channels.new'),
    form(
      apply,
      { class: 'stack' },
      field(say('console.channels.name'), name),
      field(say('console.channels.id'), id),
      field(say('console.channels.credit-code'), creditCode),
      field(say('console.channels.applicant'), applicant),
      el(
        'div',
        {},
        el('button', { class: 'primary' }, say('console.channels.apply')),
      ),
    ),
  )
}
