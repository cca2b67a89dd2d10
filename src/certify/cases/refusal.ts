/**
 * A call that must fail, and the cases that every such call has.
 * @module
 */
import {
  type Case,
  caseOf,
  type Group,
  type Need,
  type Trial,
} from '../case.js'
import { B2_CODE, practice, tableC4 } from '../clauses.js'
import {
  codeIs,
  codeIsFailure,
  hasMessage,
  hasNobody,
  isJson,
  returnsFailure,
} from '../expectations.js'
import type { Plan } from '../hands.js'
import type { Said } from '../seen.js'

export interface Refusal {
  id: string
  group: Group
  done: Said
  needs?: readonly Need[]
  plan: Plan
  /** The code of table C.4; any but 0 where it is left out. */
  code?: number
  /** More than every refusal has. */
  cases?: readonly Case[]
}

/** The trial of a call that must not be answered with a person. */
export function refusal(parts: Refusal): Trial {
  const { id, group, done, needs = [], plan, code, cases = [] } = parts
  const codes = code === undefined ? codeIsFailure() : codeIs(code)
  const clause = code === undefined ? B2_CODE : tableC4(code)
  return {
    id,
    group,
    done,
    needs,
    run: async hands => [await hands.call(plan)],
    cases: [
      caseOf(id, 'json', practice('valid-json'), isJson()),
      caseOf(id, 'code', clause, codes),
      caseOf(id, 'returned', B2_CODE, returnsFailure()),
      caseOf(id, 'message', practice('message'), hasMessage()),
      caseOf(id, 'nobody', B2_CODE, hasNobody()),
      ...cases,
    ],
  }
}
