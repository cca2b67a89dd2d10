/**
 * How an envelope was read, step by step.
 * @module
 */
import type { ConsoleTextKey } from '../../../texts/console.js'
import { type Child, el } from './dom.js'
import { say } from './texts.js'
import type { ShownSignature } from './types.js'

/** Folded up where the signature is right: nobody asks then. */
export function signatureDetails(signature: ShownSignature): HTMLElement {
  const { whose, form, dialect, sign, right, slips, canonicalText } = signature
  const { open, signedText, signer, digest, signatureForm, key, data } =
    signature
  return el(
    'details',
    { open: !right },
    el(
      'summary',
      {},
      say('console.signature'),
      ' ',
      el(
        'span',
        { class: right ? 'badge good' : 'badge bad' },
        say(right ? 'console.signature.right' : 'console.signature.wrong'),
      ),
    ),
    el(
      'div',
      { class: 'stack' },
      el('p', {}, say(`console.signature.${whose.kind}`, whose)),
      slips.length > 0 &&
        el('ul', {}, ...slips.map(slip => el('li', {}, slip))),
      open && el('p', {}, open),
      el(
        'p',
        { class: 'soft small' },
        [form, dialect, sign, signatureForm].join(' · '),
      ),
      block('console.signature.text', canonicalText),
      block('console.signature.signed', signedText),
      block('console.signature.signer', signer),
      block('console.signature.digest', digest),
      key &&
        block(
          'console.signature.key',
          `${key.first}\n${key.cipher}\n${key.key}`,
        ),
      block('console.signature.data', data),
    ),
  )
}

function block(key: ConsoleTextKey, content: string | undefined): Child {
  if (content === undefined) return undefined
  return el(
    'div',
    {},
    el('p', { class: 'soft small' }, say(key)),
    el('pre', { tabindex: 0 }, content),
  )
}
