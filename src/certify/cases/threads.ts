/**
 * Several threads of one program call at once: each has its own answer.
 * @module
 */
import { caseOf, type Expectation, type Trial } from '../case.js'
import { B2_ORG, ONE_TIME, practice } from '../clauses.js'
import { echoesOrgId, returns, said, staysInside } from '../expectations.js'
import { outMembers } from '../out-data.js'
import { inDataOf, settleNotice } from '../request.js'
import { isAnswered } from '../seen.js'
import { echoesBizNo } from './flow.js'

/** Windows of one hospital that share a program. */
const NOTICES = 16
const QUERIES = 3

export const threadTrials: readonly Trial[] = [
  {
    id: 'threads-notice',
    group: 'threads',
    done: said('certify.done.threads-notice', { threads: NOTICES }),
    needs: ['sandbox', 'memory'],
    run: hands =>
      hands.callTogether(
        numbers(NOTICES).map(number => ({
          inData: settleNotice(`2020020717575${number}`, 'FAIL', orgId(number)),
        })),
      ),
    cases: [
      caseOf(
        'threads-notice',
        'returned',
        practice('threads'),
        returns('0000'),
      ),
      caseOf('threads-notice', 'org-id', B2_ORG, echoesOrgId()),
      caseOf('threads-notice', 'own', practice('threads'), echoesBizNo()),
      caseOf('threads-notice', 'buffer', practice('buffer'), staysInside()),
    ],
  },
  {
    id: 'threads-query',
    group: 'threads',
    done: said('certify.done.threads-query', { threads: QUERIES }),
    needs: ['scan', 'sandbox', 'memory'],
    run: hands =>
      hands.callTogether(
        numbers(QUERIES).map(number => ({
          inData: inDataOf({ orgId: orgId(number) }),
          show: {},
        })),
      ),
    cases: [
      caseOf('threads-query', 'returned', practice('threads'), returns('0000')),
      caseOf('threads-query', 'org-id', B2_ORG, echoesOrgId()),
      caseOf('threads-query', 'own', ONE_TIME, tokensDiffer()),
    ],
  },
]

/** No two calls have the same ecToken: each code was used by one. */
function tokensDiffer(): Expectation {
  return {
    expected: said('certify.expect.tokens-differ'),
    judge(calls) {
      const tokens = calls.filter(isAnswered).map(seen => {
        return outMembers(seen).ecToken
      })
      if (new Set(tokens).size === calls.length) return undefined
      return said('certify.seen.same-token')
    },
  }
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at)
}

function orgId(number: number): string {
  return `P9900000${String(number).padStart(4, '0')}`
}
