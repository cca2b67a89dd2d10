/**
 * Explanations that hold nobody up: to find out what was signed in place of
 * the rule's text, hundreds of signatures are verified.
 * @module
 */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import PQueue from 'p-queue'
import type { Party } from './agreement.js'
import { EnvelopeError } from './envelope-error.js'
import { type Explanation, explainRule } from './explain.js'
import type { Found, Question } from './explain-thread.js'
import type { JsonObject } from './json.js'
import type { Dialect } from './rules.js'

/** As many wait for their turn; who comes then is not explained. */
export const WAITING_MAX = 16

/**
 * From the question on, so that nobody waits longer. Ten times what one takes,
 * but for a runtime without OpenSSL's SM2.
 */
export const EXPLAIN_MS_MAX = 20_000

/** One at a time, so that there is a processor left for the others. */
const turns = new PQueue({ concurrency: 1 })

/**
 * As explain (explain.ts), on a thread of its own unless the signature is
 * right. Where too many wait, or it takes too long, `unsought` says so and
 * the rest is there; rejects as explain throws. `signal` says when it is too
 * long.
 */
export async function explainAside(
  body: JsonObject,
  dialects: readonly Dialect[],
  party: Party,
  signal = AbortSignal.timeout(EXPLAIN_MS_MAX),
): Promise<Explanation> {
  const rule = explainRule(body, dialects, party)
  if (rule.right) return rule
  const { size: waiting } = turns
  if (waiting >= WAITING_MAX)
    return { ...rule, unsought: { why: 'busy', waiting } }
  const question = { body, dialects, party }
  try {
    return await turns.add(() => askThread(question, signal), { signal })
  } catch (error) {
    if (!signal.aborted) throw error
    const seconds = EXPLAIN_MS_MAX / 1000
    return { ...rule, unsought: { why: 'slow', seconds } }
  }
}

async function askThread(
  question: Question,
  signal: AbortSignal,
): Promise<Explanation> {
  const script = new URL('./explain-thread.js', import.meta.url)
  const thread = new Worker(script, { workerData: question, execArgv: [] })
  try {
    const [found] = (await once(thread, 'message', { signal })) as [Found]
    if ('explanation' in found) return found.explanation
    throw new EnvelopeError(found.code, found.parameters)
  } finally {
    await thread.terminate()
  }
}
