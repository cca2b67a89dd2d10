/**
 * Activation, XJ-D01-2019, 6.1.3: who somebody is, that it is really that
 * person, and a password.
 * @module
 */
import { ask, step } from './api.js'
import { el } from './dom.js'
import { notice } from './notice.js'
import { choice, field, form } from './parts.js'
import { say } from './texts.js'
import type { PersonWhole } from './types.js'

/** Anybody but the person. */
const OTHER_FACE = 'zhang'

/** The form on the phone of `person`, who is not activated. */
export function activation({ id, userName, idNo }: PersonWhole): HTMLElement {
  const name = el('input', {
    value: userName,
    autocomplete: 'off',
    required: true,
  })
  const face = choice('face', [
    [id, say('console.activate.own-face')],
    [OTHER_FACE, say('console.activate.other-face')],
  ])
  const password = el('input', {
    type: 'password',
    autocomplete: 'new-password',
    inputmode: 'numeric',
    pattern: '\\d{6}',
    maxlength: 6,
    required: true,
  })
  return form(
    async () => {
      await ask('POST', `/sandbox/people/${step(id)}/activate`, {
        userName: name.value,
        face: face.value,
        password: password.value,
      })
      notice(say('console.activate.done', { userName }))
    },
    { class: 'stack wide' },
    el('p', {}, say('console.activate.what')),
    el('p', { class: 'soft' }, idNo),
    field(say('console.activate.name'), name),
    field(say('console.activate.face'), face),
    field(say('console.activate.password'), password),
    el('button', { class: 'primary' }, say('console.activate')),
  )
}
