/**
 * What the platform says is passed through: the codes of table C.4, and what
 * is no medical code at all (Appendix C, 4.11).
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { returnCodes } from '../../dictionary/return-codes.js'
import { caseOf, type Trial } from '../case.js'
import {
  B2_CODE,
  ONE_TIME,
  practice,
  REFRESHED,
  SCANNED,
  tableC4,
} from '../clauses.js'
import {
  at,
  codeIs,
  hasNobody,
  returns,
  returnsFailure,
  said,
} from '../expectations.js'
import { inDataOf } from '../request.js'
import type { CallSeen } from '../seen.js'
import { refusal } from './refusal.js'

const inData = inDataOf()

/** A gun that goes on reading repeats a code within a second; nobody minds. */
const BETWEEN_MS = 1500

/** Every entry but success, and what only the field knows. */
const entries = returnCodes.filter(({ code }) => code !== 0)

/** Each entry of table C.4, by the person of the sandbox who brings it. */
const everyEntry: Trial = {
  id: 'table-c4',
  group: 'codes',
  done: said('certify.done.table-c4', { count: entries.length }),
  needs: ['scan', 'sandbox', 'gun'],
  async run(hands) {
    const calls: CallSeen[] = []
    for (const { code } of entries) {
      const show = { person: String(code) }
      calls.push(await hands.call({ inData, show }))
    }
    return calls
  },
  cases: entries.map(({ code }, place) =>
    caseOf('table-c4', String(code), tableC4(code), at(place, codeIs(code))),
  ),
}

export const codeTrials: readonly Trial[] = [
  everyEntry,
  {
    id: 'shown-twice',
    group: 'codes',
    done: said('certify.done.shown-twice'),
    needs: ['scan', 'sandbox'],
    run: async hands => {
      const first = await hands.call({ inData, show: {} })
      await sleep(BETWEEN_MS)
      const again = first.shown ?? {}
      return [first, await hands.call({ inData, show: again })]
    },
    cases: [
      caseOf('shown-twice', 'first', SCANNED, at(0, returns('0000'))),
      caseOf('shown-twice', 'second', ONE_TIME, at(1, returnsFailure())),
      caseOf('shown-twice', 'code', tableC4(501001), at(1, codeIs(501001))),
      caseOf('shown-twice', 'nobody', B2_CODE, at(1, hasNobody())),
    ],
  },
  badCode('expired', 500005, [
    caseOf('code-expired', 'refused', REFRESHED, returnsFailure()),
  ]),
  badCode('unknown', 500049),
  refusal({
    id: 'code-payment',
    group: 'codes',
    done: said('certify.done.code.payment'),
    needs: ['scan', 'sandbox'],
    plan: { inData, show: { kind: 'payment' } },
    cases: [
      caseOf(
        'code-payment',
        'kind',
        practice('wrong-kind'),
        codeIs(-2, 500159, 500049),
      ),
    ],
  }),
]

function badCode(
  kind: 'expired' | 'unknown',
  code: number,
  cases: Trial['cases'] = [],
): Trial {
  return refusal({
    id: `code-${kind}`,
    group: 'codes',
    done: said(`certify.done.code.${kind}`),
    needs: ['scan', 'sandbox'],
    plan: { inData, show: { kind } },
    code,
    cases,
  })
}
