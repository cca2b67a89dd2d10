/**
 * From the scan to the settlement: flows 6.3 to 6.5 as far as a terminal and
 * the institution's system take part in them.
 * @module
 */
import { CHECK_FAILED, CHECK_PASSED } from '../../dictionary/check-results.js'
import { ID_CARD } from '../../dictionary/id-types.js'
import { caseOf, type Expectation, type Trial } from '../case.js'
import {
  A7_FLAG,
  B2_CODE,
  DATA_CHANGED,
  DECODED_BY_ISSUER,
  ELSEWHERE,
  INSURED_AT,
  LOCAL_TOKEN,
  OTHER_PROVINCE,
  practice,
  SETTLED,
  TOKEN,
} from '../clauses.js'
import { at, codeIs, each, hasText, returns, said } from '../expectations.js'
import type { Hands } from '../hands.js'
import { outMembers } from '../out-data.js'
import { inDataOf, settleNotice } from '../request.js'
import { type CallSeen, isAnswered } from '../seen.js'

const inData = inDataOf()

export const flowTrials: readonly Trial[] = [
  {
    id: 'token',
    group: 'flow',
    done: said('certify.done.token'),
    needs: ['scan', 'sandbox'],
    run: async hands => {
      const scanned = await hands.call({ inData, show: {} })
      return [scanned, await verified(hands, scanned)]
    },
    cases: [
      caseOf('token', 'given', LOCAL_TOKEN, at(0, hasText('ecToken', 40))),
      caseOf('token', 'verified', SETTLED, at(1, flagIs(CHECK_PASSED))),
    ],
  },
  {
    id: 'token-check',
    group: 'flow',
    done: said('certify.done.token-check'),
    needs: ['scan', 'sandbox'],
    run: async hands => {
      const scanned = await hands.call({ inData, show: {} })
      return [
        scanned,
        await checkThrough(hands, scanned),
        await checkThrough(hands, scanned, { userName: '李四' }),
        await checkThrough(hands, scanned, { ecToken: 'nobody' }),
      ]
    },
    cases: [
      caseOf('token-check', 'right', A7_FLAG, at(1, flagIs(CHECK_PASSED))),
      caseOf('token-check', 'name', A7_FLAG, at(2, flagIs(CHECK_FAILED))),
      caseOf('token-check', 'unknown', TOKEN, at(3, flagIs(CHECK_FAILED))),
      caseOf('token-check', 'code', practice('token-check'), codeIs(0)),
    ],
  },
  {
    id: 'elsewhere',
    group: 'flow',
    done: said('certify.done.elsewhere'),
    needs: ['scan', 'sandbox'],
    run: async hands => [
      await hands.call({ inData, show: { person: 'abduwali' } }),
    ],
    cases: [
      caseOf('elsewhere', 'returned', ELSEWHERE, returns('0000')),
      caseOf('elsewhere', 'insured-at', INSURED_AT, hasText('insuOrg', 6)),
    ],
  },
  {
    id: 'other-province',
    group: 'flow',
    done: said('certify.done.other-province'),
    needs: ['scan', 'sandbox'],
    run: async hands => {
      const show = { person: 'ji', province: '35' }
      const scanned = await hands.call({ inData, show })
      return [scanned, await verified(hands, scanned)]
    },
    cases: [
      caseOf('other-province', 'returned', OTHER_PROVINCE, returns('0000')),
      caseOf(
        'other-province',
        'user-name',
        DECODED_BY_ISSUER,
        at(0, hasText('userName', 200)),
      ),
      caseOf(
        'other-province',
        'verified',
        SETTLED,
        at(1, flagIs(CHECK_PASSED)),
      ),
    ],
  },
  {
    id: 'data-changed',
    group: 'flow',
    done: said('certify.done.data-changed'),
    needs: ['scan', 'sandbox', 'gun'],
    run: whileMoved,
    cases: [
      caseOf('data-changed', 'stale', DATA_CHANGED, at(1, codeIs(500023))),
      caseOf('data-changed', 'shown-again', DATA_CHANGED, at(2, codeIs(0))),
    ],
  },
  settled('SUCCESS'),
  settled('FAIL'),
]

/**
 * A scan before 王秀英's data change, the next, and one after that. Then all
 * is put back, so that another run finds what this one found.
 */
async function whileMoved(hands: Hands): Promise<CallSeen[]> {
  const scan = () => hands.call({ inData, show: { person: 'wang' } })
  const { insuOrg } = hands.person('wang')
  const before = await scan()
  await hands.sandbox?.move('wang', '430500')
  const seen = [before, await scan(), await scan()]
  await hands.sandbox?.move('wang', insuOrg)
  await scan()
  return seen
}

/** A notice of a settlement, twice: a till cannot know whether it arrived. */
function settled(state: 'SUCCESS' | 'FAIL'): Trial {
  const id = `settled-${state.toLowerCase()}`
  const notice = settleNotice('20200207175759', state)
  return {
    id,
    group: 'flow',
    done: said('certify.done.settled', { state }),
    needs: ['sandbox'],
    run: async hands => [
      await hands.call({ inData: notice }),
      await hands.call({ inData: notice }),
    ],
    cases: [
      caseOf(id, 'returned', B2_CODE, returns('0000')),
      caseOf(id, 'number', practice('notice'), echoesBizNo()),
    ],
  }
}

/** data.flag of a token's check; every client compares numbers. */
function flagIs(flag: number): Expectation {
  return each(said('certify.expect.flag', { flag }), seen => {
    const { flag: found } = outMembers(seen)
    if (String(found) === String(flag)) return undefined
    return said('certify.seen.flag', { flag: String(found) })
  })
}

/** data.outBizNo is the one of the request. */
export function echoesBizNo(): Expectation {
  return each(said('certify.expect.biz-no'), seen => {
    const { outBizNo } = outMembers(seen)
    if (outBizNo === seen.asked.outBizNo) return undefined
    return said('certify.seen.biz-no')
  })
}

/** Who was read, as the institution's system then claims. */
function claimOf(scanned: CallSeen) {
  const members = isAnswered(scanned) ? outMembers(scanned) : {}
  const { ecToken, idNo, userName } = members
  return { ecToken, idType: ID_CARD, idNo, userName }
}

/** The institution's own system asks the platform, without the library. */
async function verified(hands: Hands, scanned: CallSeen): Promise<CallSeen> {
  const data = await hands.sandbox?.ask('localEcTokenCheck', claimOf(scanned))
  const outData = Buffer.from(JSON.stringify({ code: 0, data }))
  const ended = {
    how: 'answered' as const,
    ...{ returned: undefined, outData, terminated: true, before: 0, beyond: 0 },
  }
  return { asked: scanned.asked, shown: undefined, ended }
}

/** The same through the library, as some programs of the field do. */
function checkThrough(hands: Hands, scanned: CallSeen, other: object = {}) {
  const claim = { ...claimOf(scanned), ...other }
  return hands.call({ inData: claim, address: 'localEcTokenCheck' })
}
