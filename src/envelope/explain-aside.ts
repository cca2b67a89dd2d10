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
import { type Explanation, explainRight } from './explain.js'
import type { Found, Question } from './explain-thread.js'
import type { JsonObject } from './json.js'
import type { Dialect } from './rules.js'

/** As many wait for their turn; who comes then is not explained. */
export const WAITING_MAX = 16

/** Ten times what it takes, but for a runtime without OpenSSL's SM2. */
const EXPLAIN_MS_MAX = 20_000

/** One at a time, so that there is a processor left for the others. */
const turns = new PQueue({ concurrency: 1 })

/**
 * As explain (explain.ts), on a thread of its own unless the signature is
 * right. Resolves to undefined where too many wait or it takes too long;
 * rejects as explain throws.
 */
export async function explainAside(
  body: JsonObject,
  dialects: readonly Dialect[],
  party: Party,
): Promise<Explanation | undefined> {
  const right = explainRight(body, dialects, party)
  if (right || turns.size >= WAITING_MAX) return right
  return turns.add(() => askThread({ body, dialects, party }))
}

async function askThread(question: Question): Promise<Explanation | undefined> {
  const script = new URL('./explain-thread.js', import.meta.url)
  const thread = new Worker(script, { workerData: question, execArgv: [] })
  const signal = AbortSignal.timeout(EXPLAIN_MS_MAX)
  try {
    const [found] = (await once(thread, 'message', { signal })) as [Found]
    if ('explanation' in found) return found.explanation
    throw new EnvelopeError(found.code, found.parameters)
  } catch (error) {
    if (signal.aborted) return undefined
    throw error
  } finally {
    await thread.terminate()
  }
}
