/**
 * The real daemon, telling when each row of its journal had been written and
 * when each request had left. Its arguments are the socket and the scanner.
 * On the message `marks` it tells and forgets them.
 * @module
 */
import { subscribe } from 'node:diagnostics_channel'
import { performance } from 'node:perf_hooks'
import { configSchema } from '../../src/config/schema.js'
import { startDaemon } from '../../src/daemon.js'
import type { Step } from '../../src/journal/steps.js'
import { createLog } from '../../src/log.js'
import { now } from './processes.js'

/** Moments of all calls, one after the other, in ms of CLOCK_MONOTONIC. */
export interface Marks {
  /** From performance.now(), the journal's clock, to CLOCK_MONOTONIC. */
  offset: number
  /** A row of this step is written. */
  written: Record<Step, number[]>
  /** The request has been given to the system. */
  asked: number[]
  /** The platform's answer is whole. */
  answered: number[]
}

const [socket = '', path = ''] = process.argv.slice(2)
const marks: Marks = {
  offset: Math.max(...Array.from({ length: 100 }, offset)),
  written: {
    received: [],
    armed: [],
    scanned: [],
    sent: [],
    answered: [],
    delivered: [],
  },
  asked: [],
  answered: [],
}

subscribe('undici:request:bodySent', () => marks.asked.push(now()))
subscribe('undici:request:trailers', () => marks.answered.push(now()))

const config = configSchema.parse({
  terminal: { filing_number: '99000000000000000001' },
  scanner: { path },
})
await startDaemon(config, socket, createLog('error'), ({ step }) => {
  marks.written[step].push(now())
  if (step === 'armed') process.send?.('armed')
})
process.on('message', () => process.send?.(marks))
process.stdout.write('ready\n')

/** Too small where the process was interrupted between the two. */
function offset(): number {
  return now() - performance.now()
}
