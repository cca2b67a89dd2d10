/**
 * Null pointers, small buffers and nobody who shows a code: what must not
 * take the calling program down with it.
 * @module
 */
import { caseOf, type Trial } from '../case.js'
import { practice } from '../clauses.js'
import {
  answers,
  codeIs,
  returnsFailure,
  said,
  staysInside,
} from '../expectations.js'
import { inDataOf } from '../request.js'
import { refusal } from './refusal.js'

const inData = inDataOf()

export const nullTrials: readonly Trial[] = [
  refusal({
    id: 'null-url',
    group: 'abi',
    done: said('certify.done.null', { argument: 'strUrl' }),
    needs: ['memory'],
    plan: { inData, strUrl: null },
  }),
  refusal({
    id: 'null-in-data',
    group: 'abi',
    done: said('certify.done.null', { argument: 'InData' }),
    needs: ['memory'],
    plan: { inData: null },
  }),
  {
    id: 'null-out-data',
    group: 'abi',
    done: said('certify.done.null', { argument: 'OutData' }),
    needs: ['memory'],
    run: async hands => [await hands.call({ inData, outBytes: null })],
    cases: [
      caseOf('null-out-data', 'answers', practice('null'), answers()),
      caseOf('null-out-data', 'returned', practice('null'), returnsFailure()),
    ],
  },
  refusal({
    id: 'nothing-shown',
    group: 'abi',
    done: said('certify.done.nothing-shown'),
    needs: ['scan'],
    plan: { inData },
    cases: [
      caseOf('nothing-shown', 'no-scan', practice('no-scan'), codeIs(-2)),
      caseOf('nothing-shown', 'buffer', practice('buffer'), staysInside()),
    ],
  }),
]
