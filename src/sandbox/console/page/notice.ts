/**
 * What happened, said in a corner and to whoever has the page read aloud.
 * @module
 */
import { byId, el } from './dom.js'

/** Long enough to read a sentence twice. */
const SHOWN_MS = 6000

/** More at once nobody reads. */
const SHOWN_MAX = 3

/** Says `sentence`; `bad` where something failed. */
export function notice(sentence: string, kind: 'plain' | 'bad' = 'plain') {
  const notices = byId('notices')
  while (notices.childElementCount >= SHOWN_MAX)
    notices.firstElementChild?.remove()
  const shown = el('div', { class: `notice ${kind}` }, sentence)
  notices.append(shown)
  setTimeout(() => shown.remove(), SHOWN_MS)
}

/** Runs `work`; where it fails, says why. */
export async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    notice(error instanceof Error ? error.message : String(error), 'bad')
  }
}

/** A listener that does `work` with its button held down meanwhile. */
export function doing(work: () => Promise<unknown>) {
  return async ({ currentTarget: button }: Event) => {
    if (!(button instanceof HTMLButtonElement)) return attempt(work)
    button.disabled = true
    await attempt(work)
    button.disabled = false
    if (document.activeElement === document.body) button.focus()
  }
}
