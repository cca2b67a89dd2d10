/**
 * The whole catalogue, in the order of a report.
 * @module
 */
import type { Trial } from '../case.js'
import { arrivalTrials } from './arrival.js'
import { codeTrials } from './codes.js'
import { flowTrials } from './flow.js'
import { nullTrials } from './nulls.js'
import { queryTrials } from './query.js'
import { requestTrials } from './request.js'
import { threadTrials } from './threads.js'

export const TRIALS: readonly Trial[] = [
  ...queryTrials,
  ...nullTrials,
  ...requestTrials,
  ...arrivalTrials,
  ...codeTrials,
  ...flowTrials,
  ...threadTrials,
]
